using Experiments.Analysis;
using Experiments.Charts.Figures;

namespace Experiments.Charts;

/// <summary>The patterns of the case under the experiment's assumption and under another, side by side, and what the case does not show.</summary>
internal static class WhatIfChart
{
    private const string Name = "The case under another assumption";

    /// <summary>Name of a what-if's chart.</summary>
    internal static string IdOf(PointResults whatIf) => $"what-if-{whatIf.Index}";

    internal static ChartEntry Draw(ChartContext context, PointResults whatIf)
    {
        string id = IdOf(whatIf);
        string name = $"{Name}: {whatIf.Name}";
        if (context.Results.Case is not { } written)
        {
            return new OmittedChart(id, name, "the experiment names no policy as the case");
        }

        if (whatIf.Find(written.Name) is not { } other)
        {
            return new OmittedChart(id, name, "the case was not run under it");
        }

        int audience = context.Results.Facts.AudienceSize;
        List<WhatIfPanel> panels = Panels(
            EvidenceCheck.Of(written, context.Results.AsWritten.Silent, audience), EvidenceCheck.Of(other, whatIf.Silent, audience));
        if (panels.Count == 0)
        {
            return new OmittedChart(id, name, "none of the patterns could be computed");
        }

        if (Unseen(written, other) is { } unseen)
        {
            panels.Add(unseen);
        }

        string title = Analysis.Findings.WhatIfFinding.Of(context.Results, whatIf)?.Title ?? name;
        Chart chart = context.Draw(
            id,
            title,
            "Grey: the band accepted for a single run. Points are means, bars where single runs lie. The last panel is what nobody observed.",
            $"points: {MeanInterval.Method}; bars: {RunBand.Method}",
            string.Join("; ", panels.Select(panel => $"{panel.Name}: as assumed {Written(panel, 0)}, {whatIf.Name} {Written(panel, 1)}")) + ".",
            format => Draw(context, panels, ["as assumed", whatIf.Name], format));
        return chart with { Provenance = chart.Provenance with { Points = $"points 0 and {whatIf.Index}, the experiment as written and {Wording.Quote(whatIf.Name)}" } };
    }

    private static string Written(WhatIfPanel panel, int world) => Wording.Number(panel.Means[world].Mean) + panel.Suffix;

    private static List<WhatIfPanel> Panels(IReadOnlyList<EvidenceLine> written, IReadOnlyList<EvidenceLine> other) => [.. written
        .Join(other, line => line.Pattern.Id, line => line.Pattern.Id, (one, two) => (One: one, Two: two))
        .Where(pair => !pair.One.Pattern.IsOtherReading)
        .Select(pair =>
        {
            EvidencePattern pattern = pair.One.Pattern;
            bool share = pattern.Unit == "share";
            double scale = share ? 100 : 1;
            return new WhatIfPanel(
                $"{pattern.Id}  {pattern.Name}",
                share ? "% of answers" : pattern.Unit,
                share ? "%" : "",
                [pair.One.Mean.Times(scale), pair.Two.Mean.Times(scale)],
                [Scaled(pair.One.Runs, scale), Scaled(pair.Two.Runs, scale)],
                pattern.Low * scale,
                pattern.High * scale,
                pattern.HasBand);
        })];

    private static RunBand Scaled(RunBand band, double scale) => new(band.Low * scale, band.Median * scale, band.High * scale);

    private static WhatIfPanel? Unseen(PolicyResults written, PolicyResults other)
    {
        if (TrustCost.Of(written) is not { } one || TrustCost.Of(other) is not { } two)
        {
            return null;
        }

        return new WhatIfPanel(
            "not observed: trust debt, worst day",
            "% of trust capital",
            "%",
            [one.Worst.Times(100), two.Worst.Times(100)],
            [Runs(written, one.WorstDay), Runs(other, two.WorstDay)],
            null,
            null,
            false);
    }

    private static RunBand Runs(PolicyResults policy, int day)
    {
        DaySeries days = policy.Days[Simulator.Ledgers.Metric.TrustDebt];
        int index = Array.BinarySearch(days.Day, day);
        return new RunBand(days.Low[index] * 100, days.Mean[index] * 100, days.High[index] * 100);
    }

    private static Figure Draw(ChartContext context, List<WhatIfPanel> panels, string[] worlds, Format format)
    {
        int columns = format.IsPicture ? Math.Min(format.Choose(3, 2), panels.Count) : format.Choose(Math.Min(3, panels.Count), 1);
        int blocks = (panels.Count + columns - 1) / columns;
        double gap = format.Scaled(format.Choose(112, 92));
        Margin margin = format.Around(0, 14, 52, 52);
        double height = format.Plot((blocks * format.Choose(96, 84)) + ((blocks - 1) * gap), margin);
        string[] names = [.. worlds.Select(world => format.Wrapped(world, 14, format.Choose(12, 9) * format.FontSize))];
        double left = names.Max(format.WidthOf) + format.Scaled(16);
        var grid = new PanelGrid(blocks, columns, height, format.Width - left, gap, format.Scaled(format.Choose(40, format.IsPicture ? 30 : 0)));
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        var texts = new List<Annotation>();
        var bands = new List<Shape>();
        for (int index = 0; index < panels.Count; index++)
        {
            string key = PanelGrid.Suffix(index);
            (int row, int column) = (index / columns, index % columns);
            double[] range = panels[index].Range();
            axes["xaxis" + key] = new Axis
            {
                Domain = grid.Across(column),
                Anchor = "y" + key,
                Range = range,
                Nticks = 5,
                Ticksuffix = panels[index].Suffix,
                Tickformat = ",~r",
                Title = new AxisTitle(panels[index].Unit, 4),
            };
            axes["yaxis" + key] = new Axis
            {
                Domain = grid.Down(row),
                Anchor = "x" + key,
                Tickvals = [0, 1],
                Ticktext = names,
                Range = [1.6, -0.6],
                Showgrid = false,
                Showticklabels = column == 0,
                Automargin = false,
            };
            texts.Add(new Annotation { Text = $"<b>{format.Wrapped(panels[index].Name, format.Choose(28, 34), (grid.Across(column)[1] - grid.Across(column)[0]) * grid.Width)}</b>", X = grid.Across(column)[0], Y = grid.Down(row)[1], Yshift = 5 });
            data.AddRange(Worlds(context, panels[index], worlds, key));
            if (panels[index].HasBand)
            {
                bands.Add(new Shape
                {
                    Xref = "x" + key,
                    Yref = "y" + key,
                    X0 = Math.Max(panels[index].Low ?? range[0], range[0]),
                    X1 = Math.Min(panels[index].High ?? range[1], range[1]),
                    Y0 = -0.6,
                    Y1 = 1.6,
                    Fillcolor = Palette.Neutral,
                });
            }
        }

        return new Figure(data, new Layout
        {
            Axes = axes,
            Annotations = texts,
            Shapes = bands,
            Font = format.Font,
            Margin = margin with { L = left },
            Height = height + margin.T + margin.B,
        });
    }

    private static IEnumerable<Trace> Worlds(ChartContext context, WhatIfPanel panel, string[] worlds, string key)
    {
        string[] colours = [context.Styles[context.Results.Case!.Name].Colour, Palette.Ink];
        string[] symbols = ["circle", "diamond"];
        for (int world = 0; world < worlds.Length; world++)
        {
            if (panel.Means[world].HasBounds)
            {
                yield return new ScatterTrace
                {
                    Name = $"{worlds[world]}, {RunBand.Method}",
                    X = [panel.Runs[world].Low, panel.Runs[world].High],
                    Y = [world, world],
                    Line = new Line { Color = Palette.Faded(colours[world], 0.45), Width = 7 },
                    Hovertemplate = "%{x:,.4~r}<extra>%{fullData.name}</extra>",
                    Xaxis = "x" + key,
                    Yaxis = "y" + key,
                };
            }

            Interval mean = panel.Means[world];
            yield return new ScatterTrace
            {
                Name = worlds[world],
                X = [mean.Mean],
                Y = [world],
                Mode = "markers",
                Marker = new Marker { Color = colours[world], Symbol = symbols[world], Size = 12 },
                ErrorX = new ErrorBars { Array = [mean.Above], Arrayminus = [mean.Below], Color = colours[world], Thickness = 2, Width = 5 },
                Hovertemplate = "%{x:,.4~r}<extra>%{fullData.name}</extra>",
                Xaxis = "x" + key,
                Yaxis = "y" + key,
            };
        }
    }
}
