using Experiments.Analysis;
using Experiments.Charts.Figures;
using Experiments.Validation.Rows;
using Experiments.Validation.Statistics;

namespace Experiments.Charts.Validation;

/// <summary>Reading against frequency, relative to one message a week, with the published points of B2.</summary>
internal static class ReadingChart
{
    internal const string Id = "reading-frequency";

    private const string Name = "Reading against frequency";

    private const int FirstWeeks = 28;

    internal static ChartEntry Draw(BoardChartContext context)
    {
        if (context.Row("B2") is not { } row || row.Figures.Count == 0 || row.Figures[0].Value is not { } fall)
        {
            return new OmittedChart(Id, Name, "B2 was not asked for");
        }

        LineSeries[] series =
        [
            Series(context, "model, over a year (counted)", Palette.Policies[0], "solid", "circle", 0),
            Series(context, "model, first four weeks", Palette.Policies[4], "dash", "square", FirstWeeks),
        ];
        const double Published = ReadingRow.PublishedFifteen / ReadingRow.PublishedWeekly;
        return context.Draw(
            Id,
            $"At fifteen a week {Wording.Percent(fall.Mean)} as much of each message is read as at one a week; published: {Wording.Percent(Published)}",
            $"Share of messages read, relative to one message a week. Published (email): {Wording.Percent(ReadingRow.PublishedWeekly)} at one a week, {Wording.Percent(ReadingRow.PublishedFifteen)} at fifteen, a comparison of different senders.",
            row.Row.Studies,
            MeansBootstrap.Method,
            string.Join("; ", series.Select(line => $"{line.Name}: " + string.Join(", ", line.Points.Select(point => $"{Wording.Percent(point.Y.Mean)} at {Wording.Number(point.X)} a week")))) + ".",
            format => Draw(series, format, Published),
            new TidyTable(["line", "messages_a_week", "reading_relative_to_weekly", "low_95", "high_95"], [.. series.SelectMany(line => line.Cells()), ["published", "1", "1", "", ""], ["published", "15", TidyTable.Cell(Published), "", ""]]));
    }

    private static LineSeries Series(BoardChartContext context, string name, string colour, string dash, string symbol, int day) => new(
        name, colour, dash, symbol,
        [.. ReadingRow.Rhythms.Select(rhythm => (rhythm.PerWeek, Fall: ReadingRow.Fall(context.Results, day, rhythm.Policy))).Where(point => point.Fall is not null).Select(point => ((double)point.PerWeek, point.Fall!.Value))]);

    private static Figure Draw(LineSeries[] series, Format format, double published)
    {
        Margin margin = format.Around(56, 14, 0, 50) with { T = format.Legend([.. series.Select(line => line.Name), "published"], format.Width - format.Scaled(70)) + format.Scaled(14) };
        double height = format.Plot(format.Choose(380, 340), margin);
        double[] ticks = [.. ReadingRow.Rhythms.Select(rhythm => (double)rhythm.PerWeek)];
        return new Figure(
            [
                .. series.Select(line => line.Trace(100, "%{x} a week: %{y:.3~s}%<extra>%{fullData.name}</extra>")),
                new ScatterTrace
                {
                    Name = "published",
                    X = [1, 15],
                    Y = [100, 100 * published],
                    Mode = "markers",
                    Marker = new Marker { Symbol = "diamond", Size = 13, Color = Palette.Ink },
                    Hovertemplate = "published: %{y:.3~s}%<extra></extra>",
                    Showlegend = true,
                },
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Type = "log", Range = [Math.Log10(0.9), Math.Log10(17)], Tickvals = ticks, Ticktext = [.. ticks.Select(Wording.Number)], Title = new AxisTitle("messages a week", 6) },
                    ["yaxis"] = new Axis { Range = [0, 112], Ticksuffix = "%", Title = format.IsPicture ? null : new AxisTitle("share read, relative to one a week", 6), Nticks = 6 },
                },
                Showlegend = true,
                Legend = new Legend(),
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });
    }
}
