using Experiments.Analysis;
using Experiments.Charts.Figures;
using Simulator.Ledgers;

namespace Experiments.Charts;

/// <summary>Complaints and poll in one picture: the same people, asked and unasked.</summary>
internal static class PollChart
{
    internal const string Id = "poll";

    private const string Name = "The poll against the complaints";

    internal static ChartEntry Draw(ChartContext context)
    {
        if (context.Results.Subject is not { } subject)
        {
            return new OmittedChart(Id, Name, "no policy that sends has runs");
        }

        List<Row> rows = [.. Rows(subject, context.Results.Case is not null).Where(row => row.Values.Any(value => value > 0))];
        if (!rows.Exists(row => row.IsPoll))
        {
            return new OmittedChart(Id, Name, "no poll was answered within the horizon");
        }

        string evidence = context.Results.Case is null ? "" : " Black diamonds are the published figures, grey boxes the bands accepted for a single run.";
        return context.Draw(
            Id,
            context.Answer.Title("poll", Name),
            $"Shares for {Wording.Quote(subject.Name)}, from those who speak up unasked to those who answer when asked. Points are means, bars where single runs lie.{evidence}",
            $"points: {MeanInterval.Method}; bars: {RunBand.Method}",
            string.Join("; ", rows.Select(row => $"{row.Name}: {Wording.PercentEstimate(MeanInterval.Of([.. row.Values])!.Value)}")) + ".",
            format => Draw(context, subject, rows, format));
    }

    private static IEnumerable<Row> Rows(PolicyResults policy, bool isCase)
    {
        yield return new Row("complain, of those sent a message", policy.Quotients(Metric.Complaints, Metric.Sent))
        {
            Published = isCase ? EvidencePattern.CaseComplaints / EvidencePattern.CaseMessages : null,
            Band = isCase ? (10 / EvidencePattern.CaseMessages, 27 / EvidencePattern.CaseMessages) : null,
        };
        yield return new Row("unfollow, of those sent a message", policy.Quotients(Metric.Unfollows, Metric.Sent));
        yield return new Row("are annoyed, of those sent a message", policy.Quotients(Metric.Annoyed, Metric.Sent));
        yield return new Row("are annoyed, of those who read it", policy.Quotients(Metric.Annoyed, Metric.Read));
        yield return new Row("disapprove in the opt-in poll", policy.Values(Metric.PollNegativeShare))
        {
            IsPoll = true,
            Published = isCase ? EvidencePattern.CasePollNegative : null,
            Band = isCase ? (0.72, 0.90) : null,
        };
    }

    private static Figure Draw(ChartContext context, PolicyResults subject, List<Row> rows, Format format)
    {
        PolicyStyle style = context.Styles[subject.Name];
        double[] positive = [.. rows.SelectMany(row => row.Values.Append(row.Band?.Low ?? 1)).Where(value => value > 0)];
        double[] ticks = LogTicks.Between(positive.Min() * 100, 100);
        Interval[] means = [.. rows.Select(row => MeanInterval.Of([.. row.Values])!.Value.Times(100))];
        double[] positions = PolicyRows.Positions(rows.Count);
        List<Trace> data = [.. Bands(rows, style)];
        data.Add(new ScatterTrace
        {
            Name = subject.Name,
            X = [.. means.Select(mean => mean.Mean)],
            Y = positions,
            Mode = "markers",
            Marker = new Marker { Symbol = "circle", Color = style.Colour, Size = 12 },
            ErrorX = new ErrorBars { Array = [.. means.Select(mean => mean.Above)], Arrayminus = [.. means.Select(mean => mean.Below)], Color = style.Colour, Thickness = 2, Width = 5 },
            Hovertemplate = "%{x:.3~r}%<extra>%{fullData.name}</extra>",
        });
        int[] published = [.. Enumerable.Range(0, rows.Count).Where(row => rows[row].Published is not null)];
        if (published.Length > 0)
        {
            data.Add(new ScatterTrace
            {
                Name = "published",
                X = [.. published.Select(row => rows[row].Published!.Value * 100)],
                Y = [.. published.Select(row => positions[row])],
                Mode = "markers",
                Marker = new Marker { Symbol = "diamond-tall", Color = Palette.Ink, Size = 12, Line = new Line { Color = Palette.Paper, Width = 1.5 } },
                Hovertemplate = "%{x:.3~r}%<extra>published</extra>",
            });
        }

        Margin margin = format.Around(8, 14, 14, 54);
        double height = format.Plot(rows.Count * format.Choose(54, 62), margin);
        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = new Axis
                {
                    Type = "log",
                    Range = [Math.Log10(ticks[0]) - 0.05, 2.12],
                    Tickvals = ticks,
                    Ticktext = LogTicks.Labels(ticks, "%"),
                    Title = new AxisTitle("share of people, % (log scale)", 6),
                },
                ["yaxis"] = new Axis
                {
                    Tickvals = positions,
                    Ticktext = [.. rows.Select(row => format.Wrapped(row.Name, format.Choose(40, 14), format.Width * 0.32))],
                    Range = [rows.Count - 0.4, -0.6],
                    Showgrid = false,
                },
            },
            Annotations = [.. means.Select((mean, row) => new Annotation
            {
                Text = Wording.Percent(mean.Mean / 100),
                X = Math.Log10(Math.Max(mean.Mean, ticks[0])),
                Y = positions[row],
                Xref = "x",
                Yref = "y",
                Xanchor = "center",
                Yshift = 11,
                Font = new Font { Color = style.Colour, Size = format.FontSize },
            })],
            Shapes = [.. rows.Select((row, index) => (row.Band, index)).Where(entry => entry.Band is not null).Select(entry => new Shape
            {
                X0 = entry.Band!.Value.Low * 100,
                X1 = entry.Band!.Value.High * 100,
                Y0 = entry.index - 0.22,
                Y1 = entry.index + 0.22,
                Fillcolor = Palette.Neutral,
            })],
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }

    private static IEnumerable<Trace> Bands(List<Row> rows, PolicyStyle style) => rows
        .Select((row, index) => (Band: RunBand.Of(row.Values.Where(value => value > 0)), Count: row.Values.Count, index))
        .Where(entry => entry.Band is not null && entry.Count > 1)
        .Select(entry => new ScatterTrace
        {
            Name = RunBand.Method,
            X = [entry.Band!.Value.Low * 100, entry.Band!.Value.High * 100],
            Y = [entry.index, entry.index],
            Line = new Line { Color = Palette.Faded(style.Colour, 0.45), Width = 7 },
            Hovertemplate = "%{x:.3~r}%<extra>%{fullData.name}</extra>",
        });

    private sealed record Row(string Name, IReadOnlyList<double> Values)
    {
        internal double? Published { get; init; }

        internal (double Low, double High)? Band { get; init; }

        internal bool IsPoll { get; init; }
    }
}
