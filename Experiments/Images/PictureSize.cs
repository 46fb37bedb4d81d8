namespace Experiments.Images;

/// <summary>Size of a picture and of its text.</summary>
/// <param name="Name">Name, as the command line gives it.</param>
/// <param name="Width">Width, CSS pixels.</param>
/// <param name="Height">Height, CSS pixels.</param>
/// <param name="FontSize">Smallest size of text, CSS pixels.</param>
/// <param name="Density">Pixels of the PNG for one of the picture.</param>
internal sealed record PictureSize(string Name, double Width, double Height, double FontSize, double Density)
{
    private const double PixelsPerInch = 96;

    /// <summary>A slide of 13.33 × 7.5 inches, 96 pixels an inch; no text below 14 points, which the back row still reads. The PNG has twice the pixels.</summary>
    internal static PictureSize Slide { get; } = new("slide", 1280, 720, Pixels(14), 2);

    /// <summary>Two columns of a paper, 7 × 4.5 inches; no text below 8 points. The PNG has 300 pixels an inch, as printers ask.</summary>
    internal static PictureSize Paper { get; } = new("paper", 672, 432, Pixels(8), 300.0 / 96);

    /// <summary>A square of 1080 pixels; no text below 18 points, since feeds show it at half its size. The PNG has twice the pixels.</summary>
    internal static PictureSize Square { get; } = new("square", 1080, 1080, Pixels(18), 2);

    /// <summary>All that have a name.</summary>
    internal static IReadOnlyList<PictureSize> All { get; } = [Slide, Paper, Square];

    /// <summary>Pixels of the PNG for an inch.</summary>
    internal double DotsPerInch => Density * PixelsPerInch;

    /// <summary>Name of a file of a chart: slides are what is asked for most, so they have the chart's own.</summary>
    internal string FileName(string chart) => Name == Slide.Name ? chart : $"{chart}-{Name}";

    // Rounded up to tenths, so that no rounding on the way falls below.
    private static double Pixels(double points) => Math.Ceiling(points * PixelsPerInch / 72 * 10) / 10;
}
