using System.Globalization;

namespace Experiments.Designs;

/// <summary>A range of numbers that a factor runs through.</summary>
/// <param name="From">Lower end.</param>
/// <param name="To">Upper end, above the lower one.</param>
/// <param name="IsLogarithmic">Whether equal steps are equal ratios; both ends are then above 0.</param>
/// <param name="IsInteger">Whether only whole numbers are meant.</param>
internal sealed record FactorRange(double From, double To, bool IsLogarithmic, bool IsInteger)
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>
    /// The value at a position of the unit interval. Whole numbers get equal shares of it: u is cut into as many pieces as there
    /// are numbers (of equal width, or of equal ratio between n − ½ and n + ½), so that the ends are not met half as often.
    /// </summary>
    /// <param name="position">u, 0 inclusive to 1 exclusive.</param>
    internal Level At(double position)
    {
        if (!IsInteger)
        {
            return Of(Between(From, To, position));
        }

        double number = IsLogarithmic
            ? Math.Round(Between(From - 0.5, To + 0.5, position))
            : From + Math.Floor(position * (To - From + 1));
        return Of(Math.Clamp(number, From, To));
    }

    /// <summary>Values at equal distances (or ratios), both ends included, each once.</summary>
    /// <param name="count">Values, at least 2; fewer come back when whole numbers coincide.</param>
    internal IReadOnlyList<Level> Steps(int count) =>
    [
        .. Enumerable.Range(0, count)
            .Select(step => step == 0 ? From : step == count - 1 ? To : Between(From, To, (double)step / (count - 1)))
            .Select(value => IsInteger ? Math.Round(value) : value)
            .Distinct()
            .Select(Of),
    ];

    private double Between(double from, double to, double position) =>
        IsLogarithmic && from > 0 ? from * Math.Pow(to / from, position) : from + ((to - from) * position);

    private static Level Of(double value)
    {
        // Twelve digits are more than any parameter means, and 0.30000000000000004 would be in every table.
        string text = value.ToString("G12", CultureInfo.InvariantCulture);
        return new Level(text, double.Parse(text, CultureInfo.InvariantCulture), Nothing);
    }
}
