using Experiments.Analysis;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>From a message to a complaint, on a logarithmic axis: each bar a share of all messages.</summary>
internal static class VoiceChart
{
    internal const string Id = "voice";

    private const string Name = "From a message to a complaint";

    internal static ChartEntry Draw(SweepChartContext context)
    {
        if (FilterInquiry.Of(context.Results) is not { Voice: { } voice })
        {
            return new OmittedChart(Id, Name, "the chance to speak is not varied up to 1, or something else is varied too");
        }

        Bar[] bars =
        [
            new("are sent", new Interval(1, null, null, voice.Read.Count), Palette.Neutral, ""),
            new("are read", voice.Read, Palette.Neutral, ""),
            new("are read and annoy", voice.Annoyed, Palette.Bad, $"{Wording.Percent(voice.AnnoyedOfReadings.Mean)} of those read"),
            new("would draw a complaint if nobody swallowed it", voice.Loud, Palette.Amber, $"{Wording.Percent(voice.Loud.Mean / voice.Annoyed.Mean)} of the annoyed"),
            new("draw a complaint", voice.Heard, Palette.Worst, $"1 in {Wording.Number(Math.Round(1 / voice.HeardOfAnnoyed.Mean))} of the annoyed"),
        ];
        return context.Draw(
            Id,
            context.Answer.Title(FilterFinding.VoiceId, Name),
            "Shares of all messages sent, on a logarithmic axis. The fourth bar is another world: there everyone speaks with a chance as high as the annoyance is strong. The black diamond is the published figure, 17 of about 21,000.",
            RatioInterval.Method,
            string.Join("; ", bars.Select(bar => $"{bar.Name}: {Wording.PercentEstimate(bar.Share)}")) + ".",
            format => Draw(bars, format),
            new TidyTable(["step", "share_of_messages", "low_95", "high_95", "replicates"], [.. bars.Select(bar => (IReadOnlyList<string>)[bar.Name, .. TidyTable.Cells(bar.Share), TidyTable.Cell(bar.Share.Count)])]));
    }

    private static Figure Draw(Bar[] bars, Format format)
    {
        double published = EvidencePattern.CaseComplaints / EvidencePattern.CaseMessages;
        double[] ticks = LogTicks.Between(Math.Min(published, bars.Min(bar => bar.Share.Low ?? bar.Share.Mean)) * 100, 100);
        string[] labels = [.. bars.Select(bar => format.Wrapped(bar.Name, format.Choose(28, 14), format.Width * 0.28))];
        Margin margin = format.Around(0, 12, 12, 54) with { L = labels.Max(format.WidthOf) + format.Scaled(14) };
        double height = format.Plot(bars.Length * format.Choose(50, 62), margin);
        return new Figure(
            [
                new BarTrace
                {
                    Name = "share of messages",
                    X = [.. bars.Select(bar => bar.Share.Mean * 100)],
                    Y = PolicyRows.Positions(bars.Length),
                    Width = 0.5,
                    Marker = new Marker { Color = bars.Select(bar => bar.Colour).ToArray() },
                    ErrorX = new ErrorBars { Array = [.. bars.Select(bar => bar.Share.Above * 100)], Arrayminus = [.. bars.Select(bar => bar.Share.Below * 100)], Color = Palette.Ink, Thickness = 1.5, Width = 4 },
                    Text = [.. bars.Select(bar => Wording.PercentEstimate(bar.Share))],
                    Textposition = "none",
                    Hovertemplate = "%{text}<extra></extra>",
                },
                new ScatterTrace
                {
                    Name = "published",
                    X = [published * 100],
                    Y = [bars.Length - 1],
                    Mode = "markers",
                    Marker = new Marker { Symbol = "diamond-tall", Color = Palette.Ink, Size = 13, Line = new Line { Color = Palette.Paper, Width = 1.5 } },
                    Hovertemplate = "%{x:.3~r}%<extra>published</extra>",
                },
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis
                    {
                        Type = "log",
                        Range = [Math.Log10(ticks[0]), format.Choose(2.5, 3.3)],
                        Tickvals = ticks,
                        Ticktext = LogTicks.Labels(ticks, "%"),
                        Title = new AxisTitle("of all messages (log scale)", 6),
                    },
                    ["yaxis"] = new Axis { Tickvals = PolicyRows.Positions(bars.Length), Ticktext = labels, Range = [bars.Length - 0.5, -0.5], Showgrid = false, Automargin = false },
                },
                Annotations = [.. bars.Select((bar, row) => new Annotation
                {
                    Text = $"<b>{Wording.Percent(bar.Share.Mean)}</b>{(bar.Of.Length > 0 ? format.Choose("  ", "<br>") + bar.Of : "")}",
                    X = Math.Log10((bar.Share.High ?? bar.Share.Mean) * 100),
                    Y = row,
                    Xref = "x",
                    Yref = "y",
                    Xshift = row == bars.Length - 1 ? 16 : 8,
                    Yanchor = "middle",
                    Font = new Font { Size = format.FontSize, Color = Palette.Ink },
                })],
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });
    }

    private sealed record Bar(string Name, Interval Share, string Colour, string Of);
}
