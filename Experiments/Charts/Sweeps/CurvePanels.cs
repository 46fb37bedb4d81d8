using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps;

/// <summary>
/// Where the panels of a curve stand. On a page one below the other, the first the tallest. In a picture the first stands at the left and the
/// others one below the other at its right, as many as can be read; one that is narrow for its text has them below each other too.
/// </summary>
/// <param name="Panels">The panels, the first first.</param>
/// <param name="Margin">Margins.</param>
/// <param name="Height">Height of the figure, pixels.</param>
internal sealed record CurvePanels(IReadOnlyList<CurvePanels.Panel> Panels, Margin Margin, double Height)
{
    /// <summary>Least height of a panel with its heading in a picture, lines of text. Chosen.</summary>
    private const double LeastLines = 5;

    /// <summary>Share of the width that the panels at the right take.</summary>
    private const double Aside = 0.34;

    /// <summary>Places panels.</summary>
    /// <param name="wanted">How many there are.</param>
    /// <param name="right">Room for labels beside a panel, pixels.</param>
    /// <param name="format">The format.</param>
    internal static CurvePanels Of(int wanted, double right, Format format) => format.IsPicture ? InPicture(wanted, right, format) : OnPage(wanted, right, format);

    private static CurvePanels OnPage(int wanted, double right, Format format)
    {
        (double first, double other, double gap) = (format.Choose(330, 280), format.Choose(190, 180), 44);
        double height = first + ((wanted - 1) * (other + gap));
        var panels = new List<Panel>();
        double top = 1;
        for (int panel = 0; panel < wanted; panel++)
        {
            double own = panel == 0 ? first : other;
            panels.Add(new Panel(null, [Math.Max(0, top - (own / height)), top], format.Width - 70 - right, own, panel == wanted - 1, IsLabelled: true));
            top -= (own + gap) / height;
        }

        return new CurvePanels(panels, new Margin(70, right, 12, 56), height + 68);
    }

    private static CurvePanels InPicture(int wanted, double right, Format format)
    {
        double heading = format.LineHeight * 1.3;
        bool isAside = !format.IsNarrow && wanted > 1;
        Margin margin = format.Around(62, 12, 0, 56) with { T = heading };
        double height = format.Plot(0, margin);
        int asked = isAside ? wanted - 1 : wanted;
        int stacked = Math.Clamp(format.MostRows(height, LeastLines), 1, asked);
        if (stacked < asked)
        {
            margin = margin with { B = margin.B + format.LineHeight };
            height = format.Plot(0, margin);
        }

        double width = format.Width - margin.L - margin.R;
        double ticks = format.Scaled(64);
        double aside = isAside ? Aside * width : width - right;
        List<Panel> panels = isAside ? [new Panel([0, (width - aside - ticks - right) / width], [0, 1], width - aside - ticks - right, height, IsLowest: true, IsLabelled: true)] : [];
        double own = (height - ((stacked - 1) * heading)) / stacked;
        for (int panel = 0; panel < stacked; panel++)
        {
            double top = height - (panel * (own + heading));
            panels.Add(new Panel(isAside ? [1 - (aside / width), 1] : [0, aside / width], [Math.Max(0, (top - own) / height), top / height], aside, own, panel == stacked - 1, IsLabelled: !isAside));
        }

        return new CurvePanels(panels, margin, format.Height!.Value);
    }

    /// <summary>A panel.</summary>
    /// <param name="Across">Horizontal part of the plot; null means all of it.</param>
    /// <param name="Down">Vertical part of the plot.</param>
    /// <param name="Width">Width, pixels.</param>
    /// <param name="Height">Height, pixels.</param>
    /// <param name="IsLowest">Whether none stands below it, so that it names the factor.</param>
    /// <param name="IsLabelled">Whether lines are named beside it.</param>
    internal sealed record Panel(double[]? Across, double[] Down, double Width, double Height, bool IsLowest, bool IsLabelled);
}
