using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps;

/// <summary>For whom it matters: what the best combination gains over the worst, a row a segment.</summary>
internal static class SegmentEffectChart
{
    internal const string Id = SegmentFinding.Id;

    private const string Name = "For whom it matters";

    /// <summary>Draws the chart; null without segments.</summary>
    internal static ChartEntry? Draw(SweepChartContext context)
    {
        SweepResults results = context.Results;
        if (results.Segments.Count == 0)
        {
            return null;
        }

        if (results.SegmentContrast is not { Segments.Count: > 1 } contrast)
        {
            return new OmittedChart(Id, Name, "no outcome that answers the question exists by segment, or none differs between combinations");
        }

        AnswerOutcome outcome = contrast.Outcome;
        string turned = contrast.Turned is { } other ? $" Filled: the whole effect; hollow: what is left of it with {other.Point.Values[contrast.TurnedFactor].In(results.Factors[contrast.TurnedFactor])}." : "";
        return context.Draw(
            Id,
            context.Answer.Title(SegmentFinding.Id, Name),
            $"How much {outcome.Label} {(outcome.IsBetterHigh ? "rises" : "falls")} from the worst combination ({contrast.Worst.Point.With(results.Factors)}) to the best ({contrast.Best.Point.With(results.Factors)}), segment by segment.{turned} Bars are 95% intervals.",
            PairedDifference.Method,
            string.Join("; ", contrast.Segments.Select(effect => $"{effect.Segment}: {Wording.Estimate(effect.Gain.Interval!.Value.Times(outcome.Scale))}")) + ".",
            format => Draw(contrast, format),
            Table(contrast));
    }

    private static TidyTable Table(SegmentContrast contrast) => new(
        [
            "segment", $"gain ({contrast.Outcome.Unit})", "gain_low_95", "gain_high_95", $"left_at_other_end ({contrast.Outcome.Unit})", "left_low_95", "left_high_95",
            "share_left", "share_left_low_95", "share_left_high_95", $"worst ({contrast.Outcome.Unit})", $"best ({contrast.Outcome.Unit})", "replicates",
        ],
        [.. contrast.Segments.Prepend(contrast.All).Select(effect => (IReadOnlyList<string>)
        [
            effect.Segment, .. TidyTable.Cells(effect.Gain.Interval?.Times(contrast.Outcome.Scale)), .. TidyTable.Cells(effect.Left?.Interval?.Times(contrast.Outcome.Scale)),
            .. TidyTable.Cells(effect.LeftShare), TidyTable.Cell(effect.Worst.Mean * contrast.Outcome.Scale), TidyTable.Cell(effect.Best.Mean * contrast.Outcome.Scale), TidyTable.Cell(effect.Gain.Count),
        ])]);

    private static Figure Draw(SegmentContrast contrast, Format format)
    {
        SegmentEffect[] rows = [.. contrast.Segments, contrast.All with { Segment = "all followers" }];
        string[] labels = [.. rows.Select(row => Format.Wrapped(row.Segment, format.Choose(18, 12)))];
        Margin margin = format.Around(0, 16, 12, 56) with { L = labels.Max(format.WidthOf) + format.Scaled(16) };
        double height = format.Plot(rows.Length * format.Choose(42, 46), margin);
        double scale = contrast.Outcome.Scale;
        Interval[] full = [.. rows.Select(row => row.Gain.Interval!.Value.Times(scale))];
        Interval?[] rest = [.. rows.Select(row => row.Left?.Interval?.Times(scale))];
        IEnumerable<double> ends = full.Concat(rest.OfType<Interval>()).SelectMany(value => new[] { value.Low ?? value.Mean, value.High ?? value.Mean }).Append(0);
        List<Trace> data = [Marks("full effect", [.. full.Select((value, row) => (row, value))], isFilled: true)];
        (int, Interval)[] kept = [.. rest.Select((value, row) => (row, value)).Where(mark => mark.value is not null).Select(mark => (mark.row, mark.value!.Value))];
        if (kept.Length > 0)
        {
            data.Add(Marks("left at the other end", kept, isFilled: false));
        }

        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = new Axis
                {
                    Range = SweepChartContext.Padded(ends),
                    Zeroline = true,
                    Nticks = format.Choose(8, 5),
                    Title = new AxisTitle(Format.Wrapped($"{(contrast.Outcome.IsBetterHigh ? "rise" : "fall")} of {contrast.Outcome.Label}, {(contrast.Outcome.IsShare ? "percentage points" : contrast.Outcome.Unit)}", format.Choose(90, 44)), 6),
                },
                ["yaxis"] = PolicyRows.Axis(labels, format) with { Ticktext = labels, Automargin = false },
            },
            Shapes =
            [
                // The whole audience is not one of the segments.
                new Shape { Type = "line", Xref = "x domain", X0 = 0, X1 = 1, Y0 = rows.Length - 1.5, Y1 = rows.Length - 1.5, Line = new Line { Color = Palette.Axis, Width = 1 } },
            ],
            Showlegend = false,
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }

    private static ScatterTrace Marks(string name, (int Row, Interval Value)[] marks, bool isFilled) => new()
    {
        Name = name,
        X = [.. marks.Select(mark => mark.Value.Mean)],
        Y = [.. marks.Select(mark => (double)mark.Row)],
        Mode = "markers",
        Marker = new Marker { Color = isFilled ? Palette.Good : Palette.Paper, Symbol = "circle", Size = isFilled ? 11 : 10, Line = new Line { Color = Palette.Good, Width = 2 } },
        ErrorX = new ErrorBars { Array = [.. marks.Select(mark => mark.Value.Above)], Arrayminus = [.. marks.Select(mark => mark.Value.Below)], Color = Palette.Good, Thickness = 1.6, Width = 4 },
        Text = [.. marks.Select(mark => Wording.Estimate(mark.Value))],
        Hovertemplate = "%{text}<extra>%{fullData.name}</extra>",
    };
}
