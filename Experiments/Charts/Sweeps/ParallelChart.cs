using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps;

/// <summary>Parallel coordinates: a line a combination through its levels to its outcome; the best tenth in colour.</summary>
internal static class ParallelChart
{
    internal const string Id = "parallel";

    private const string Name = "Combinations as lines through their levels";

    /// <summary>Fewest factors; fewer are seen better in a map.</summary>
    private const int FewestFactors = 3;

    /// <summary>Most factors; lines through more axes cannot be followed.</summary>
    private const int MostFactors = 12;

    /// <summary>Most lines that are not among the best tenth.</summary>
    private const int MostOthers = 160;

    /// <summary>Most lines of the best tenth.</summary>
    private const int MostBest = 80;

    internal static ChartEntry Draw(SweepChartContext context)
    {
        SweepResults results = context.Results;
        AnswerOutcome outcome = results.Main;
        SweepCell[] ranked = [.. results.Ranked(outcome).Where(cell => cell.Policy == results.Subject)];
        if (results.Factors.Count < FewestFactors || results.Sweep.Design.Kind == Designs.Design.OneAtATime)
        {
            return new OmittedChart(Id, Name, results.Factors.Count < FewestFactors ? "it takes three factors" : "one factor changes at a time");
        }

        if (results.Factors.Count > MostFactors)
        {
            return new OmittedChart(Id, Name, $"lines through {results.Factors.Count} axes cannot be followed; {MostFactors} are the most");
        }

        if (ranked.Length < 10)
        {
            return new OmittedChart(Id, Name, "it takes ten combinations");
        }

        int tenth = (ranked.Length + 9) / 10;
        SweepCell[] best = Thinned(ranked[..tenth], MostBest);
        SweepCell[] others = Thinned(ranked[tenth..], MostOthers);
        string thinned = best.Length + others.Length < ranked.Length ? $" {Wording.Number(best.Length + others.Length)} of {Wording.Number(ranked.Length)} lines are drawn." : "";
        return context.Draw(
            Id,
            Title(results, ranked, tenth),
            $"Each line is a combination{context.Whose}, from level to level, ending at its mean {outcome.Label}. In colour: the best tenth. Where coloured lines meet, that level makes for a good outcome.{thinned}",
            "means over replicates",
            Title(results, ranked, tenth) + ".",
            format => Draw(results, outcome, best, others, format),
            new TidyTable(
                [.. results.Factors.Select(factor => factor.Path), outcome.AxisTitle, "in_best_tenth"],
                [.. ranked.Select((cell, rank) => (IReadOnlyList<string>)
                    [.. cell.Point.Values.Select(value => value.Text), TidyTable.Cell(cell.Of(outcome).Mean * outcome.Scale), rank < tenth ? "1" : "0"])]));
    }

    private static SweepCell[] Thinned(SweepCell[] cells, int most)
    {
        int step = Math.Max(1, (cells.Length + most - 1) / most);
        return [.. cells.Where((_, index) => index % step == 0)];
    }

    // Where the best tenth sits most closely, compared with all.
    private static string Title(SweepResults results, SweepCell[] ranked, int tenth)
    {
        Func<SweepCell, double>[] places = Places(results);
        var narrow = Enumerable.Range(0, results.Factors.Count)
            .Select(factor =>
            {
                double[] all = [.. ranked.Select(places[factor])];
                double[] best = all[..tenth];
                string values = results.Factors[factor].IsNumeric
                    ? Range(Extreme(results, factor, ranked[..tenth], high: false), Extreme(results, factor, ranked[..tenth], high: true))
                    : Wording.Quoted(ranked[..tenth].Select(cell => cell.Point.Values[factor].Text).Distinct());
                return (Factor: factor, Share: (best.Max() - best.Min() + 1e-9) / (all.Max() - all.Min() + 1e-9), Values: values);
            })
            .MinBy(entry => entry.Share);
        return narrow.Share > 0.8
            ? "The best tenth is spread over the levels of every factor: no single one decides"
            : $"The best tenth have {results.Factors[narrow.Factor].Label} = {narrow.Values}, the other factors leave more room";
    }

    private static string Range(string low, string high) => low == high ? low : $"{low} to {high}";

    private static string Extreme(SweepResults results, int factor, SweepCell[] cells, bool high)
    {
        IEnumerable<SweepValue> sorted = cells.Select(cell => cell.Point.Values[factor]).OrderBy(value => value.Number);
        return (high ? sorted.Last() : sorted.First()).Short;
    }

    /// <summary>For each factor a function to the place on its axis, 0–1.</summary>
    private static Func<SweepCell, double>[] Places(SweepResults results) => [.. Enumerable.Range(0, results.Factors.Count).Select(factor => Places(results, factor))];

    private static Func<SweepCell, double> Places(SweepResults results, int factor)
    {
        IReadOnlyList<SweepValue> values = results.ValuesOf(factor);
        if (!results.Factors[factor].IsNumeric)
        {
            Dictionary<SweepValue, int> order = values.Select((value, index) => (value, index)).ToDictionary(pair => pair.value, pair => pair.index);
            return cell => values.Count < 2 ? 0.5 : (double)order[cell.Point.Values[factor]] / (values.Count - 1);
        }

        double[] levels = [.. values.Select(value => value.Number!.Value)];
        FactorScale scale = FactorScale.Of(results.Factors[factor], levels);
        (double low, double high) = (scale.Position(levels[0]), scale.Position(levels[^1]));
        return cell => high > low ? (scale.Position(cell.Point.Values[factor].Number!.Value) - low) / (high - low) : 0.5;
    }

    private static Figure Draw(SweepResults results, AnswerOutcome outcome, SweepCell[] best, SweepCell[] others, Format format)
    {
        int axes = results.Factors.Count + 1;
        double[] means = [.. best.Concat(others).Select(cell => cell.Of(outcome).Mean * outcome.Scale)];
        (double low, double high) = (means.Min(), Math.Max(means.Max(), means.Min() + 1e-9));
        var data = new List<Trace>();
        Func<SweepCell, double>[] functions = Places(results);

        // Upright on a page; on a phone the axes lie on their side, so that their names have room.
        ScatterTrace Line(SweepCell cell, string colour, double width)
        {
            double[] along = [.. Enumerable.Range(0, axes).Select(axis => (double)axis)];
            double[] places = [.. functions.Select(place => place(cell)), ((cell.Of(outcome).Mean * outcome.Scale) - low) / (high - low)];
            return new ScatterTrace
            {
                Name = results.LabelOf(cell),
                X = format.IsNarrow ? places : along,
                Y = format.IsNarrow ? along : places,
                Line = new Line { Color = colour, Width = width },
                Hoverinfo = "name",
                Cliponaxis = false,
            };
        }

        data.AddRange(others.Select(cell => Line(cell, Palette.Faded(Palette.Axis, 0.45), 1)));
        data.AddRange(best.Reverse().Select(cell => Line(cell, Palette.Good, 1.8)));
        string[] names = [.. results.Factors.Select(factor => factor.Label), outcome.Label];
        var texts = new List<Annotation>();
        for (int axis = 0; axis < axes; axis++)
        {
            (string from, string to) = axis == axes - 1 ? (Written(outcome, low), Written(outcome, high)) : Ends(results, axis);
            texts.AddRange(format.IsNarrow ? Lying(axis, names[axis], from, to, format) : Standing(axis, names[axis], from, to, (format.Width - format.Scaled(140)) / axes, axes, format));
        }

        Axis along = new() { Range = [-0.15, axes - 0.85], Tickvals = PolicyRows.Positions(axes), Ticktext = [.. names.Select(_ => "")], Gridcolor = Palette.Axis, Showticklabels = false };
        Axis across = new() { Range = [-0.04, 1.04], Showgrid = false, Showticklabels = false };
        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object> { ["xaxis"] = format.IsNarrow ? across : along, ["yaxis"] = format.IsNarrow ? along with { Range = [axes - 0.85, -0.4] } : across },
            Annotations = texts,
            Font = format.Font,
            Margin = format.IsNarrow ? format.Around(14, 14, 10, 24) : format.Around(60, 80, 82, 34),
            Height = format.Height ?? format.Choose(500, 90 * axes),
        });
    }

    private static IEnumerable<Annotation> Standing(int axis, string name, string from, string to, double room, int axes, Format format)
    {
        yield return Label(format.Wrapped(name, Math.Max(10, 84 / axes), room), axis, 1.04, "bottom", 22, format.Font) with { Align = "center" };
        yield return Label(to, axis, 1.04, "bottom", 3, format.Small);
        yield return Label(from, axis, -0.04, "top", -3, format.Small);
    }

    private static IEnumerable<Annotation> Lying(int axis, string name, string from, string to, Format format)
    {
        yield return Label(Format.Wrapped(name, 44), 0.5, axis, "bottom", 4, format.Font);
        yield return Label(from, 0, axis, "top", -2, format.Small) with { Xanchor = "left" };
        yield return Label(to, 1, axis, "top", -2, format.Small) with { Xanchor = "right" };
    }

    private static Annotation Label(string text, double x, double y, string anchor, double shift, Font font) =>
        new() { Text = text, X = x, Y = y, Xref = "x", Yref = "y", Xanchor = "center", Yanchor = anchor, Yshift = shift, Font = font };

    private static (string From, string To) Ends(SweepResults results, int factor)
    {
        IReadOnlyList<SweepValue> values = results.ValuesOf(factor);
        return (values[0].Short, values[^1].Short);
    }

    private static string Written(AnswerOutcome outcome, double value) => outcome.IsShare ? $"{Wording.Rounded(value, 0.1)}%" : Wording.Number(Math.Abs(value) >= 100 ? Math.Round(value) : value);
}
