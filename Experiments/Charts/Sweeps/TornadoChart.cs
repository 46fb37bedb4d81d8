using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;
using Experiments.Designs;

namespace Experiments.Charts.Sweeps;

/// <summary>What changes when each factor alone leaves its value as written: a bar a level, the longest on top.</summary>
internal static class TornadoChart
{
    internal const string Id = "tornado";

    private const string Name = "Each factor changed alone";

    internal static ChartEntry Draw(SweepChartContext context)
    {
        SweepResults results = context.Results;
        AnswerOutcome outcome = results.Main;
        if (results.Sweep.Design.Kind != Design.OneAtATime)
        {
            return new OmittedChart(Id, Name, "factors are not changed one at a time in this design");
        }

        List<Row> rows = Rows(results, outcome);
        if (rows.Count == 0)
        {
            return new OmittedChart(Id, Name, "the experiment as written has no results to compare with");
        }

        return context.Draw(
            Id,
            Title(results, outcome, rows),
            $"Change of {outcome.Label}{context.Whose} when one factor is set to the value at the bar and everything else stays as written. Whiskers that cross zero: the change cannot be told from none.",
            PairedDifference.Method,
            string.Join("; ", rows.SelectMany(row => row.Changes.Select(change => $"{row.Label} {change.Value.Short}: {outcome.Estimate(change.Size)}"))) + ".",
            format => Draw(context, outcome, rows, format),
            new TidyTable(
                ["policy", "factor", "level", "outcome", "unit", "change_from_as_written", "low_95", "high_95"],
                [.. rows.SelectMany(row => row.Changes.Select(change => (IReadOnlyList<string>)
                    [results.Subject, row.Label, change.Value.Text, outcome.Label, outcome.Unit, .. TidyTable.Cells(change.Size.Times(outcome.Scale))]))]));
    }

    private static List<Row> Rows(SweepResults results, AnswerOutcome outcome)
    {
        IReadOnlyList<SweepCell> cells = results.Of(results.Subject);
        if (cells.Count == 0 || cells[0].Point.Index != results.Points[0].Index)
        {
            return [];
        }

        SweepCell written = cells[0];
        var rows = new List<Row>();
        for (int factor = 0; factor < results.Factors.Count; factor++)
        {
            Change[] changes = [.. cells.Skip(1)
                .Where(cell => cell.Point.Values[factor] != written.Point.Values[factor])
                .Select(cell => (cell.Point.Values[factor], cell.Of(outcome).Minus(written.Of(outcome)).Interval))
                .Where(change => change.Interval is not null)
                .Select(change => new Change(change.Item1, change.Interval!.Value))];
            if (changes.Length > 0)
            {
                rows.Add(new Row(results.Factors[factor].Label, written.Point.Values[factor], changes));
            }
        }

        return [.. rows.OrderByDescending(row => row.Changes.Max(change => Math.Abs(change.Size.Mean)))];
    }

    private static string Title(SweepResults results, AnswerOutcome outcome, List<Row> rows)
    {
        Row first = rows[0];
        Change most = first.Changes.MaxBy(change => Math.Abs(change.Size.Mean))!;
        int open = rows.Count(row => row.Changes.All(change => change.Size.SideOf(0) == 0));
        if (open == rows.Count)
        {
            return $"No factor alone changes {outcome.Name} beyond doubt";
        }

        Interval positive = most.Size.Mean < 0 ? most.Size.Times(-1) : most.Size;
        string size = outcome.IsShare ? $"{Wording.Mean(positive.Times(outcome.Scale))} percentage points" : outcome.Short(positive);
        string rest = open == 0 ? "" : $"; {Wording.Count(open, "factor makes", "factors make")} no difference that shows";
        return $"{Capital(first.Label)} matters most: at {Value(most.Value)}, {outcome.Name} is {size} {(most.Size.Mean < 0 ? "lower" : "higher")} than at {Value(first.Written)}{rest}";
    }

    private static string Value(SweepValue value) => value.Number is null ? Wording.Quote(value.Text) : value.Short;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static Figure Draw(SweepChartContext context, AnswerOutcome outcome, List<Row> rows, Format format)
    {
        Margin margin = format.Around(8, 16, 8, 58);
        int all = rows.Count;
        if (rows.Sum(row => row.Changes.Count) > format.MostRows(format.Plot(0, margin)))
        {
            margin = margin with { B = margin.B + format.LineHeight };
            int most = format.MostRows(format.Plot(0, margin));
            rows = [.. rows.Where((row, place) => place == 0 || rows.Take(place + 1).Sum(other => other.Changes.Count) <= most)];
        }

        var bars = rows.SelectMany((row, place) => row.Changes.Select((change, index) =>
            (change, Place: place + (row.Changes.Count == 1 ? 0 : -0.33 + (0.66 * index / (row.Changes.Count - 1))), Thick: 0.6 / row.Changes.Count))).ToList();
        Interval[] sizes = [.. bars.Select(bar => bar.change.Size.Times(outcome.Scale))];
        double widest = rows.Max(row => row.Changes.Count);
        double height = format.Plot(rows.Count * format.Choose(34, 36) * Math.Max(1.4, widest * 0.75), margin) + (format.IsPicture ? 0 : 10);
        double[] range = SweepChartContext.Padded(sizes.SelectMany(size => new[] { size.Low ?? size.Mean, size.High ?? size.Mean }).Append(0), 0.14);
        string[] labels = [.. rows.Select(row => format.Wrapped($"{row.Label} (as written {row.Written.Short})", format.Choose(34, 16), format.Width * 0.34))];
        return new Figure(
            [
                new BarTrace
                {
                    Name = outcome.Label,
                    X = [.. sizes.Select(size => size.Mean)],
                    Y = [.. bars.Select(bar => bar.Place)],
                    Width = bars.Min(bar => bar.Thick),
                    Marker = new Marker { Color = sizes.Select(size => size.SideOf(0) switch { 0 when size.HasBounds => Palette.Neutral, _ => size.Mean * outcome.Sign > 0 ? Palette.Good : Palette.Bad }).ToArray() },
                    ErrorX = new ErrorBars { Array = [.. sizes.Select(size => size.Above)], Arrayminus = [.. sizes.Select(size => size.Below)], Color = Palette.Ink, Thickness = 1.5, Width = 3 },
                    Text = [.. bars.Select((bar, index) => $"{bar.change.Value.Short}: {Wording.Estimate(sizes[index])}{(outcome.IsShare ? " points" : "")}")],
                    Textposition = "none",
                    Hovertemplate = "%{text}<extra></extra>",
                },
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis
                    {
                        Range = range,
                        Zeroline = true,
                        Tickformat = SweepChartContext.Tickformat(outcome, range),
                        Ticksuffix = outcome.IsShare ? " pts" : null,
                        Nticks = format.Choose(8, 4),
                        Title = new AxisTitle(Format.Wrapped($"change of {outcome.Label}, {(outcome.IsShare ? "percentage points" : outcome.Unit)}", format.Choose(80, 36)), 8),
                    },
                    ["yaxis"] = new Axis { Tickvals = PolicyRows.Positions(rows.Count), Ticktext = labels, Range = [rows.Count - 0.5, -0.5], Showgrid = false, Ticklabelstandoff = 6 },
                },
                Annotations = [.. bars.Select((bar, index) => new Annotation
                {
                    Text = bar.change.Value.Short,
                    X = sizes[index].Mean >= 0 ? sizes[index].High ?? sizes[index].Mean : sizes[index].Low ?? sizes[index].Mean,
                    Y = bar.Place,
                    Xref = "x",
                    Yref = "y",
                    Xanchor = sizes[index].Mean >= 0 ? "left" : "right",
                    Yanchor = "middle",
                    Xshift = sizes[index].Mean >= 0 ? 6 : -6,
                    Font = format.Small,
                }), .. format.Remark(rows.Count < all ? $"The {Wording.Number(rows.Count)} factors that matter most, of {Wording.Number(all)}; all are in the report." : "", margin)],
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
                Barmode = "overlay",
            });
    }

    private sealed record Change(SweepValue Value, Interval Size);

    private sealed record Row(string Label, SweepValue Written, IReadOnlyList<Change> Changes);
}
