using System.Globalization;
using Experiments.Analysis;
using Experiments.Analysis.Fronts;
using Experiments.Charts.Figures;
using Experiments.Optimisation;

namespace Experiments.Charts.Fronts;

/// <summary>How the search came on: hypervolume after each generation, as a share of what it reached.</summary>
internal static class HypervolumeChart
{
    internal const string Id = "hypervolume";

    internal static ChartEntry Draw(FrontChartContext context)
    {
        FrontResults results = context.Results;
        if (results.Generations.Count < 2 || results.Generations[^1].Hypervolume <= 0)
        {
            return new OmittedChart(Id, "How the search came on", "nothing was gained after the first generation");
        }

        double final = results.Generations[^1].Hypervolume;
        string title = context.Answer.Title(FrontFindings.Converged, "How the search came on");
        return context.Draw(
            Id,
            title,
            $"Across: generations of {Wording.Number(results.Settings.Population)} policies. Up: the area (with three objectives: volume) that the policies found so far cover, between their front and a fixed point – the worst of the first generation –, as a share of what was reached. A flat end means that new policies no longer move the front.",
            $"means over the {Wording.Number(results.SearchReplicates)} replicates of the search, no intervals",
            string.Create(CultureInfo.InvariantCulture, $"The first generation reached {results.Generations[0].Hypervolume / final:P0} of it, half of all generations {results.Generations[results.Generations.Count / 2].Hypervolume / final:P0}."),
            format => Draw(results, final, format),
            new TidyTable(
                ["generation", "hypervolume", "share_of_last", "policies_evaluated", "policies_feasible_so_far", "policies_on_front_so_far"],
                [.. results.Generations.Select(generation => (IReadOnlyList<string>)
                [
                    TidyTable.Cell(generation.Number), TidyTable.Cell(generation.Hypervolume), TidyTable.Cell(generation.Hypervolume / final),
                    TidyTable.Cell(generation.Evaluated), TidyTable.Cell(generation.Feasible), TidyTable.Cell(generation.OnFront),
                ])]));
    }

    private static Figure Draw(FrontResults results, double final, Format format)
    {
        IReadOnlyList<Generation> generations = results.Generations;
        Margin margin = format.Around(66, 18, 12, 54);
        return new Figure(
            [
                new ScatterTrace
                {
                    Name = "hypervolume",
                    X = [.. generations.Select(generation => (double)generation.Number)],
                    Y = [.. generations.Select(generation => 100 * generation.Hypervolume / final)],
                    Mode = "lines+markers",
                    Line = new Line { Color = Palette.Good, Width = 2, Shape = "hv" },
                    Marker = new Marker { Color = Palette.Good, Size = 6 },
                    Hovertemplate = "generation %{x}: %{y:.1f}%<extra></extra>",
                    Cliponaxis = false,
                },
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Range = [-0.5, generations.Count - 0.5], Nticks = format.Choose(13, 7), Title = new AxisTitle("generation", 8) },
                    ["yaxis"] = new Axis { Range = [0, 105], Ticksuffix = "%", Title = new AxisTitle(format.Choose("hypervolume, share of the last generation's", "hypervolume, share of the last"), 8) },
                },
                Font = format.Font,
                Margin = margin,
                Height = format.Plot(format.Choose(300, 280), margin) + margin.T + margin.B,
            });
    }
}
