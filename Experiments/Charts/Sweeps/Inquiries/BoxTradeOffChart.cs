using Experiments.Analysis;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Charts.Figures;
using Experiments.Discovery;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>The trade-off between coverage and density along the boxes of a search, coloured by the number of restricted factors.</summary>
internal static class BoxTradeOffChart
{
    internal const string Id = "box-choice";

    private const string Name = "How the box was chosen";

    /// <summary>Numbers of factors that get a colour of their own; beyond, "or more".</summary>
    private const int Groups = 5;

    internal static IEnumerable<ChartEntry> Draw(SweepChartContext context) => DiscoveryInquiry.Of(context.Results).Select(inquiry => Draw(context, inquiry));

    private static ChartEntry Draw(SweepChartContext context, DiscoveryInquiry inquiry)
    {
        string id = inquiry.Key(Id);
        if (inquiry.Result is not { Boxes: [var found, ..] })
        {
            return new OmittedChart(id, $"{Name} against {inquiry.RivalSaid}", inquiry.Result is null ? "there is no box to look for" : "no box holds on beliefs it was not found on");
        }

        Mark chosen = Mark.Of(found.Count), beyond = Mark.Of(found.Beyond.Count);
        return context.Draw(
            id,
            $"The box where {Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid} gives up {Wording.Percent(1 - found.Count.Coverage)} of the losses to be {Wording.Percent(found.Count.Density)} pure rather than {Wording.Percent(found.Count.BaseRate)}",
            "Each dot is a box of the search, which starts at the right with all beliefs and cuts off a strip at a time. Across: the share of all losses that the box holds. Up: the share of the box that is losses. The filled diamond is the box shown, the best by F-measure (harmonic mean of both) after limits that add nothing were dropped and others widened; the hollow one the same search judged on beliefs it did not know. The dashed line: all beliefs.",
            WilsonInterval.Method.Replace("of a share of runs", "of shares of beliefs", StringComparison.Ordinal),
            $"The box shown covers {Wording.PercentEstimate(chosen.Coverage)} of the losses at a density of {Wording.PercentEstimate(chosen.Density)}; on unknown beliefs {Wording.PercentEstimate(beyond.Coverage)} at {Wording.PercentEstimate(beyond.Density)}.",
            format => Draw(found, chosen, beyond, format),
            new TidyTable(
                ["box", "coverage", "density", "mass", "restricted_factors", "points", "losses"],
                [
                    .. found.Trajectory.Select((step, place) => Cells($"peeled {place}", step.Count, step.Box.Dimensions.Count)),
                    Cells("shown", found.Count, found.Box.Dimensions.Count),
                    Cells("same search on unknown beliefs", found.Beyond.Count, null),
                ]));
    }

    private static IReadOnlyList<string> Cells(string name, BoxCount count, int? factors) =>
        [name, TidyTable.Cell(count.Coverage), TidyTable.Cell(count.Density), TidyTable.Cell(count.Mass), factors is { } number ? TidyTable.Cell(number) : "", TidyTable.Cell(count.Points), TidyTable.Cell(count.Cases)];

    private static Figure Draw(FoundBox found, Mark chosen, Mark beyond, Format format)
    {
        string[] names = [.. Enumerable.Range(0, Groups + 1).Select(group => group == Groups ? $"{Groups} or more factors" : group == 0 ? "no limit" : Wording.Count(group, "factor", "factors"))];
        var data = new List<Trace>
        {
            Steps("path", found.Trajectory) with { Mode = "lines", Line = new Line { Color = Palette.Axis, Width = 1.5 }, Hoverinfo = "skip", Hovertemplate = null, Text = null },
        };
        data.AddRange(found.Trajectory.GroupBy(step => Math.Min(Groups, step.Box.Dimensions.Count)).OrderBy(group => group.Key).Select(group => Steps(names[group.Key], [.. group]) with
        {
            Showlegend = true,
            Marker = new Marker { Color = Palette.Faded(Palette.Good, 0.25 + (0.75 * group.Key / Groups)), Size = 10, Line = new Line { Color = Palette.Good, Width = 1 } },
        }));
        data.Add(chosen.Draw("the box shown", Palette.Bad, Palette.Bad));
        data.Add(beyond.Draw("on unknown beliefs", Palette.Paper, Palette.Bad));
        string[] legend = [.. data.Where(trace => trace.Showlegend == true).Select(trace => trace.Name)];
        Margin margin = format.Around(64, 18, 14, 54);
        double legendHeight = format.Legend(legend, format.Width - margin.L - margin.R) + format.Scaled(8);
        margin = margin with { T = margin.T + legendHeight };
        double height = format.Plot(format.Choose(400, 300), margin);
        double least = found.Trajectory.Min(step => step.Count.Density) * 100;
        double[] up = [Math.Max(0, least - 12), 104];
        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = new Axis { Range = [0, 103], Ticksuffix = "%", Nticks = format.Choose(11, 5), Title = new AxisTitle(format.Wrapped("coverage: share of all losses inside", format.Choose(80, 40), format.Width - margin.L), 8) },
                ["yaxis"] = new Axis { Range = up, Ticksuffix = "%", Nticks = 6, Title = new AxisTitle(format.Wrapped("density: share of losses inside", 40, height), 8) },
            },
            Shapes = [new Shape { Type = "line", X0 = 0, X1 = 103, Y0 = found.Count.BaseRate * 100, Y1 = found.Count.BaseRate * 100, Line = new Line { Color = Palette.Muted, Width = 1.5, Dash = "dash" } }],
            Showlegend = true,
            Legend = new Legend(),
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }

    private static ScatterTrace Steps(string name, IReadOnlyList<(Box Box, BoxCount Count)> steps) => new()
    {
        Name = name,
        X = [.. steps.Select(step => step.Count.Coverage * 100)],
        Y = [.. steps.Select(step => step.Count.Density * 100)],
        Mode = "markers",
        Showlegend = false,
        Text = [.. steps.Select(step => $"{Wording.Count(step.Box.Dimensions.Count, "factor", "factors")}, {Wording.Percent(step.Count.Mass)} of all beliefs")],
        Hovertemplate = "covers %{x:.0f}%, density %{y:.0f}%<br>%{text}<extra></extra>",
        Cliponaxis = false,
    };

    private sealed record Mark(Interval Coverage, Interval Density)
    {
        internal static Mark Of(BoxCount count) => new(WilsonInterval.Of(count.Cases, count.AllCases) ?? default, WilsonInterval.Of(count.Cases, count.Points) ?? default);

        internal ScatterTrace Draw(string name, string fill, string colour) => new()
        {
            Name = name,
            X = [Coverage.Mean * 100],
            Y = [Density.Mean * 100],
            Mode = "markers",
            Showlegend = true,
            Marker = new Marker { Symbol = "diamond", Color = fill, Size = 15, Line = new Line { Color = colour, Width = 2.5 } },
            ErrorX = new ErrorBars { Array = [Coverage.Above * 100], Arrayminus = [Coverage.Below * 100], Color = colour, Thickness = 1.5, Width = 4 },
            ErrorY = new ErrorBars { Array = [Density.Above * 100], Arrayminus = [Density.Below * 100], Color = colour, Thickness = 1.5, Width = 4 },
            Hovertemplate = "covers %{x:.0f}%, density %{y:.0f}%<extra>%{fullData.name}</extra>",
            Cliponaxis = false,
        };
    }
}
