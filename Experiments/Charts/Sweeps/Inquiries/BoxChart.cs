using Experiments.Analysis;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Charts.Figures;
using Experiments.Discovery;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>A box as ranges: each restricted factor's kept part on its whole range, with what speaks for the limit.</summary>
internal static class BoxChart
{
    internal const string Id = "box";

    private const string Name = "The beliefs under which it loses";

    internal static IEnumerable<ChartEntry> Draw(SweepChartContext context) => DiscoveryInquiry.Of(context.Results).Select(inquiry => Draw(context, inquiry));

    private static ChartEntry Draw(SweepChartContext context, DiscoveryInquiry inquiry)
    {
        string id = inquiry.Key(Id);
        if (inquiry.Result is not { Boxes: [var found, ..] } result)
        {
            return new OmittedChart(id, $"{Name} against {inquiry.RivalSaid}", inquiry.Result is null ? "there is no box to look for" : "no box holds on beliefs it was not found on");
        }

        Row[] rows = [.. found.Box.Dimensions.Select(dimension => RowOf(inquiry, result, found, dimension)).OrderByDescending(row => row.Again)];
        return context.Draw(
            id,
            context.Answer.Title(id, Name),
            $"Each row is a factor that the box restricts; the grey line is the whole range that was sampled, the thick part what the box keeps. p: how often as many losses would be met if this limit did not matter (quasi-p, too small by nature, since the limit was searched for). Again: in how many of {Wording.Number(result.Reproducibility.Resamples)} resamples of the beliefs the search restricts this factor.",
            $"PRIM, quasi-p of limits, {WilsonInterval.Method.Replace("of a share of runs", "of shares of beliefs", StringComparison.Ordinal)}",
            string.Join("; ", rows.Select(row => $"{row.Said}, {row.Support}")) + ".",
            format => Draw(rows, format),
            new TidyTable(
                ["box", "factor", "path", "side", "limit", "range_from", "range_to", "quasi_p", "restricted_in_share_of_resamples", "density", "coverage", "mass"],
                [.. result.Boxes.Index().SelectMany(box => box.Item.Box.Restrictions.Select((limit, place) => Cells(inquiry, result, box.Index + 1, box.Item, limit, place)))]));
    }

    private static IReadOnlyList<string> Cells(DiscoveryInquiry inquiry, DiscoveryResult result, int number, FoundBox box, Restriction limit, int place)
    {
        FactorWords words = inquiry.Words;
        bool isNumber = words.IsNumber(limit.Dimension);
        double? Level(double position) => isNumber ? words.ScaleOf(limit.Dimension).Level(position) : null;
        (double Low, double High)? whole = isNumber ? words.Whole(limit.Dimension) : null;
        return
        [
            TidyTable.Cell(number), words.Factors[limit.Dimension].Label, words.Factors[limit.Dimension].Path, limit.Side switch { Side.Low => "above", Side.High => "below", _ => "is" },
            isNumber ? TidyTable.Cell(Level(limit.At)) : words.Limits(limit.Dimension, [limit]), TidyTable.Cell(whole is { } low ? Level(low.Low) : null), TidyTable.Cell(whole is { } high ? Level(high.High) : null),
            TidyTable.Cell(box.QuasiP[place]), TidyTable.Cell(result.Reproducibility.ShareOf(limit.Dimension)), TidyTable.Cell(box.Count.Density), TidyTable.Cell(box.Count.Coverage), TidyTable.Cell(box.Count.Mass),
        ];
    }

    private static Row RowOf(DiscoveryInquiry inquiry, DiscoveryResult result, FoundBox found, int dimension)
    {
        FactorWords words = inquiry.Words;
        var limits = found.Box.Restrictions.Index().Where(limit => limit.Item.Dimension == dimension).ToList();
        Restriction[] own = [.. limits.Select(limit => limit.Item)];
        double again = result.Reproducibility.ShareOf(dimension);
        string support = $"p {string.Join(" and ", limits.Select(limit => PValue(found.QuasiP[limit.Index])))} · again in {Wording.Percent(again)}";
        string label = words.Factors[dimension].Label;
        string kept = words.Limits(dimension, own);
        if (!words.IsNumber(dimension))
        {
            int count = words.ValuesOf(dimension).Count;
            (double, double)[] parts = [.. Enumerable.Range(0, count).Where(category => own[0].Holds(category)).Select(category => ((double)category / count, (category + 1.0) / count))];
            return new Row(label, kept, words.Said(dimension, own), "", "", parts, support, again);
        }

        (double low, double high) = words.Whole(dimension);
        double Share(double at) => Math.Clamp((at - low) / (high - low), 0, 1);
        double from = own.Where(limit => limit.Side == Side.Low).Select(limit => Share(limit.At)).FirstOrDefault();
        double to = own.Where(limit => limit.Side == Side.High).Select(limit => Share(limit.At)).DefaultIfEmpty(1).First();
        string unit = words.Unit(dimension);
        return new Row(label, kept, words.Said(dimension, own), words.Number(dimension, low) + unit, words.Number(dimension, high) + unit + (words.ScaleOf(dimension).IsLogarithmic ? " (log scale)" : ""), [(from, to)], support, again);
    }

    private static string PValue(double value) => value < 0.001 ? "< 0.001" : $"= {Wording.Rounded(value, 0.001)}";

    private static Figure Draw(Row[] all, Format format)
    {
        Margin margin = format.Around(10, 14, 8, 22);
        double room = format.Plot(0, margin);
        Row[] rows = [.. all.Take(format.MostRows(room, format.Choose(3.4, 4.6)))];
        double height = format.Plot(rows.Length * format.Choose(84, 108), margin);
        double above = format.Scaled(11), width = format.Width - margin.L - margin.R;
        var texts = new List<Annotation>();
        var shapes = new List<Shape>();
        var data = new List<Trace>();
        for (int place = 0; place < rows.Length; place++)
        {
            Row row = rows[place];
            Annotation At(string text, double x, string side, double shift, Font font) =>
                new() { Text = text, X = x, Y = place, Xref = "x", Yref = "y", Xanchor = side, Yanchor = shift > 0 ? "bottom" : "top", Yshift = shift, Font = font, Align = side };
            shapes.Add(Bar(0, 1, place, Palette.Neutral, 4));
            foreach ((double from, double to) in row.Parts)
            {
                shapes.Add(Bar(from, to, place, Palette.Bad, 9) with { Layer = "above" });
            }

            double[] ends = [.. row.Parts.SelectMany(part => new[] { part.From, part.To }).Where(end => end is > 0 and < 1)];
            data.Add(new ScatterTrace
            {
                Name = row.Label,
                X = ends,
                Y = [.. ends.Select(_ => (double)place)],
                Mode = "markers",
                Marker = new Marker { Color = Palette.Bad, Size = 15, Line = new Line { Color = Palette.Paper, Width = 2 } },
                Text = [.. ends.Select(_ => $"{row.Said}<br>{row.Support}")],
                Hovertemplate = "%{text}<extra></extra>",
                Cliponaxis = false,
            });
            texts.Add(At(format.Wrapped($"{row.Label}: <b>{row.Kept}</b>", format.Choose(110, 44), width), 0, "left", above, format.Font));
            if (format.IsNarrow || row.Low.Length == 0)
            {
                // Ends of the range on one line, what speaks for the limit below it.
                texts.Add(At(row.Support, 0, "left", -above - (row.Low.Length > 0 ? format.LineHeight : 0), format.Small));
            }
            else
            {
                texts.Add(At(row.Support, 0.5, "center", -above, format.Small));
            }

            if (row.Low.Length > 0)
            {
                texts.Add(At(row.Low, 0, "left", -above, format.Small));
                texts.Add(At(row.High, 1, "right", -above, format.Small));
            }
        }

        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = new Axis { Range = [-0.01, 1.01], Showgrid = false, Showticklabels = false },
                ["yaxis"] = new Axis { Range = [rows.Length - 0.5, -0.5], Showgrid = false, Showticklabels = false },
            },
            Annotations = [.. texts, .. format.Remark(rows.Length < all.Length ? $"{Wording.Number(rows.Length)} of {Wording.Number(all.Length)} restricted factors, those found again most often; all are in the report." : "", margin)],
            Shapes = shapes,
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }

    private static Shape Bar(double from, double to, double place, string colour, double width) =>
        new() { Type = "line", X0 = from, X1 = to, Y0 = place, Y1 = place, Line = new Line { Color = colour, Width = width } };

    private sealed record Row(string Label, string Kept, string Said, string Low, string High, IReadOnlyList<(double From, double To)> Parts, string Support, double Again);
}
