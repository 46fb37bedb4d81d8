using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Charts.Figures;
using Experiments.Discovery;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>Losing and winning beliefs over the two factors that are found again most often, with the box drawn.</summary>
internal static class BoxMapChart
{
    internal const string Id = "box-map";

    private const string Name = "Losing and winning beliefs";

    /// <summary>The golden ratio's fraction: steps of it spread over a category without a pattern.</summary>
    private const double Golden = 0.6180339887;

    internal static IEnumerable<ChartEntry> Draw(SweepChartContext context) => DiscoveryInquiry.Of(context.Results).Select(inquiry => Draw(context, inquiry));

    private static ChartEntry Draw(SweepChartContext context, DiscoveryInquiry inquiry)
    {
        string id = inquiry.Key(Id);
        if (inquiry.Result is not { Boxes: [var found, ..] } result || inquiry.Words.Factors.Count < 2)
        {
            return new OmittedChart(id, $"{Name} against {inquiry.RivalSaid}", inquiry.Result is null ? "there is no box to look for" : inquiry.Words.Factors.Count < 2 ? "it takes two factors" : "no box holds on beliefs it was not found on");
        }

        int[] two =
        [
            .. Enumerable.Range(0, inquiry.Words.Factors.Count)
                .OrderByDescending(dimension => found.Box.Dimensions.Contains(dimension))
                .ThenByDescending(dimension => result.Reproducibility.Restricted[dimension])
                .Take(2),
        ];
        var rest = new Box([.. found.Box.Restrictions.Where(limit => !two.Contains(limit.Dimension))]);
        var frame = new Box([.. found.Box.Restrictions.Where(limit => two.Contains(limit.Dimension))]);
        BoxCount inside = frame.Count(result.Points, result.Points.All);
        string others = rest.Restrictions.Count == 0 ? "" : $" Full colour: the other limits of the box hold too ({Wording.List(inquiry.Words.Said(rest))}); pale: they do not.";
        return context.Draw(
            id,
            $"{Capital(inquiry.Words.Factors[two[0]].Label)} and {inquiry.Words.Factors[two[1]].Label}: {Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid} in {Wording.Percent(inside.Density)} of the beliefs in the frame and in {Wording.Percent((double)(inside.AllCases - inside.Cases) / Math.Max(1, inside.AllPoints - inside.Points))} of those outside",
            $"Each mark is one sampled belief: orange where {Wording.Quote(inquiry.Policy)} loses, blue where it does not. The frame is the box along these two factors, those that the search finds again most often. Shares in the title are counts of these marks, on which the frame was found; on beliefs that it did not know, boxes hold losses in {Wording.Glance(WilsonInterval.Of(found.Beyond.Count.Cases, found.Beyond.Count.Points) ?? default, percent: true)}.{others}",
            "means over matched replicates",
            $"Inside the frame {Wording.Number(inside.Cases)} of {Wording.Number(inside.Points)} beliefs lose, outside {Wording.Number(inside.AllCases - inside.Cases)} of {Wording.Number(inside.AllPoints - inside.Points)}.",
            format => Draw(inquiry, result, two, rest, frame, format),
            new TidyTable(
                ["point", inquiry.Words.Factors[two[0]].Path, inquiry.Words.Factors[two[1]].Path, "difference", "low_95", "high_95", "loses", "in_box"],
                [.. inquiry.Used.Select((point, place) => (IReadOnlyList<string>)
                [
                    TidyTable.Cell(point.Index), point.Values[two[0]].Text, point.Values[two[1]].Text, .. TidyTable.Cells(inquiry.Differences[place]),
                    result.Points.Cases[place] ? "1" : "0", found.Box.Contains(result.Points, place) ? "1" : "0",
                ])]));
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static Figure Draw(DiscoveryInquiry inquiry, DiscoveryResult result, int[] two, Box rest, Box frame, Format format)
    {
        FactorWords words = inquiry.Words;
        Margin margin = format.Around(72, 18, 40, 58);
        double height = format.Plot(format.Choose(440, 340), margin);
        (double Low, double High)[] ranges = [.. two.Select(factor => words.IsNumber(factor) ? words.Whole(factor) : (-0.5, words.ValuesOf(factor).Count - 0.5))];
        double Place(int axis, int point) => result.Points.Dimensions[two[axis]].Values[point] + (words.IsNumber(two[axis]) ? 0 : ((point * Golden % 1) - 0.5) * 0.7);
        ScatterTrace Marks(string name, bool loses, bool isFull)
        {
            int[] points = [.. Enumerable.Range(0, result.Points.Count).Where(point => result.Points.Cases[point] == loses && rest.Contains(result.Points, point) == isFull)];
            string colour = loses ? Palette.Bad : Palette.Good;
            return new ScatterTrace
            {
                Name = name,
                X = [.. points.Select(point => Place(0, point))],
                Y = [.. points.Select(point => Place(1, point))],
                Mode = "markers",
                Showlegend = isFull,
                Marker = new Marker { Symbol = loses ? "diamond" : "circle", Color = isFull ? colour : Palette.Faded(colour, 0.22), Size = format.Choose(8, 6) },
                Hoverinfo = "name",
            };
        }

        bool isAlone = rest.Restrictions.Count == 0;
        Trace[] data = isAlone
            ? [Marks("does not lose", false, true), Marks("loses", true, true)]
            : [Marks("does not lose", false, false), Marks("loses", true, false), Marks("does not lose", false, true), Marks("loses", true, true)];
        double Limit(int axis, Side side, double free) => frame.Restrictions.Where(limit => limit.Dimension == two[axis] && limit.Side == side).Select(limit => limit.At).DefaultIfEmpty(free).First();
        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = Along(words, two[0], ranges[0], format.Width - margin.L - margin.R, format),
                ["yaxis"] = Along(words, two[1], ranges[1], height, format),
            },
            Shapes =
            [
                new Shape
                {
                    X0 = Limit(0, Side.Low, ranges[0].Low), X1 = Limit(0, Side.High, ranges[0].High), Y0 = Limit(1, Side.Low, ranges[1].Low), Y1 = Limit(1, Side.High, ranges[1].High),
                    Fillcolor = Palette.Faded(Palette.Amber, 0.14), Line = new Line { Color = Palette.Ink, Width = 2 },
                },
            ],
            Showlegend = true,
            Legend = new Legend(),
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }

    private static Axis Along(FactorWords words, int factor, (double Low, double High) range, double room, Format format)
    {
        double pad = (range.High - range.Low) * 0.015;
        string unit = words.Unit(factor).Trim() is { Length: > 0 } known ? $", {known}" : "";
        string log = words.IsNumber(factor) && words.ScaleOf(factor).IsLogarithmic ? " (log scale)" : "";
        double[] ticks = words.IsNumber(factor) ? Ticks(words.ScaleOf(factor), range) : PolicyRows.Positions(words.ValuesOf(factor).Count);
        return new Axis
        {
            Range = [range.Low - pad, range.High + pad],
            Tickvals = ticks,
            Ticktext = [.. ticks.Select(tick => words.IsNumber(factor) ? words.Number(factor, tick) : words.ValuesOf(factor)[(int)tick].Text)],
            Title = new AxisTitle(format.Wrapped(words.Factors[factor].Label + unit + log, format.Choose(56, 38), room), 8),
        };
    }

    // Round numbers: 1, 2, 5 of each power of ten along a logarithmic scale, else multiples of a round step.
    private static double[] Ticks(FactorScale scale, (double Low, double High) range)
    {
        if (scale.IsLogarithmic)
        {
            return [.. Enumerable.Range((int)Math.Floor(range.Low), (int)Math.Ceiling(range.High) - (int)Math.Floor(range.Low) + 1)
                .SelectMany(power => new[] { 1, 2, 5 }.Select(digit => Math.Log10(digit) + power))
                .Where(tick => tick >= range.Low - 1e-9 && tick <= range.High + 1e-9)];
        }

        double rough = (range.High - range.Low) / 5, power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = new[] { 1, 2, 2.5, 5, 10 }.Select(digit => digit * power).MinBy(candidate => Math.Abs(Math.Log(candidate / rough)));
        return [.. Enumerable.Range((int)Math.Ceiling((range.Low / step) - 1e-9), 12).Select(number => number * step).TakeWhile(tick => tick <= range.High + 1e-9)];
    }
}
