using Experiments.Charts;

namespace Experiments.Images;

/// <summary>A chart as a picture.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Svg">Text of the SVG file.</param>
/// <param name="Png">Bytes of the PNG file.</param>
internal sealed record ChartPicture(Chart Chart, string Svg, byte[] Png);
