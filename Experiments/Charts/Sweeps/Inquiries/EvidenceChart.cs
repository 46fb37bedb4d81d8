using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>Levels against patterns of the case: each cell its mean, and whether it lies inside the accepted band.</summary>
internal static class EvidenceChart
{
    internal const string Id = "evidence";

    private const string Name = "What fits the case";

    /// <summary>Most rows; more cannot be read.</summary>
    private const int MostRows = 30;

    internal static ChartEntry Draw(SweepChartContext context)
    {
        if (EvidenceInquiry.Of(context.Results) is not { } inquiry)
        {
            return new OmittedChart(Id, Name, "no point has an outcome to hold against the case");
        }

        string more = inquiry.Rows.Count > MostRows ? $" The first {MostRows} of {Wording.Number(inquiry.Rows.Count)} points; all are in the table." : "";
        return context.Draw(
            Id,
            context.Answer.Title(EvidenceFinding.Id, Name),
            $"Each cell is the mean of {Wording.Quote(inquiry.Policy)} with the share of single runs that lie inside the band named above it. Blue with ✓: the mean fits. Orange with ▲ or ▼: it lies above or below the band. The last column: runs inside all bands at once.{more}",
            $"means over replicates; shares of runs, their {WilsonInterval.Method} in the table",
            string.Join("; ", inquiry.Rows.Select(row => $"{row.Point.Short}: {Wording.Number(row.Counted.Count(line => line.IsInside == true))} of {Wording.Number(row.Counted.Count)} fit")) + ".",
            format => Draw(context, inquiry, format),
            Table(context.Results, inquiry));
    }

    private static TidyTable Table(SweepResults results, EvidenceInquiry inquiry) => new(
        [.. results.Factors.Select(factor => factor.Path), "pattern", "outcome", "band_low", "band_high", "mean", "low_95", "high_95", "fits", "share_inside", "share_low_95", "share_high_95", "replicates"],
        [.. inquiry.Rows.SelectMany(row => row.Lines.Select(line => (IReadOnlyList<string>)
        [
            .. row.Point.Values.Select(value => value.Text), line.Pattern.Id, line.Pattern.Name, TidyTable.Cell(line.Pattern.Low), TidyTable.Cell(line.Pattern.High),
            .. TidyTable.Cells(line.Mean), line.IsInside switch { true => "yes", false => "no", null => "" }, .. TidyTable.Cells(line.ShareInside), TidyTable.Cell(line.Mean.Count),
        ]).Append([.. row.Point.Values.Select(value => value.Text), "all", "all patterns at once", "", "", "", "", "", row.Fits ? "yes" : "no", .. TidyTable.Cells(row.AllInside), TidyTable.Cell(row.AllInside?.Count ?? 0)]))]);

    private static Figure Draw(SweepChartContext context, EvidenceInquiry inquiry, Format format)
    {
        EvidencePattern[] patterns = [.. inquiry.Patterns];
        string factor = context.Results.Factors.Count == 1 ? context.Results.Factors[0].Label : string.Join(" · ", context.Results.Factors.Select(varied => varied.Label));
        factor = format.Wrapped(factor, format.Choose(13, 9), format.Scaled(format.Choose(100, 80)));
        EvidenceRow[] rows = [.. inquiry.Rows.Take(MostRows)];
        string[] levels = [.. rows.Select(row => Format.Wrapped(row.Point.Short, format.Choose(24, 10)))];
        double left = format.IsPicture ? levels.Append(factor).Max(format.WidthOf) + format.Scaled(14) : Math.Max(format.Choose(90, 56), levels.Max(format.WidthOf) + 12);
        double column = (format.Width - left - format.Scaled(8)) / (patterns.Length + 1) * 0.94;
        string[] headings = [.. patterns.Append(null).Select(pattern => Heading(pattern, column, format))];
        Margin margin = format.IsPicture
            ? new Margin(left, format.Scaled(8), (headings.Append(factor).Max(heading => heading.Split("<br>").Length) * format.LineHeight * 1.04) + format.Scaled(8), format.LineHeight * 1.2)
            : new Margin(left, 8, format.Choose(92, 128), 10);
        rows = Spread(rows, format.MostRows(format.Plot(0, margin), format.Choose(1.3, 2.3)));
        levels = [.. rows.Select(row => Format.Wrapped(row.Point.Short, format.Choose(24, 10)))];
        double height = format.Plot(rows.Length * format.Choose(34, 42), margin);

        // Two rows would be stretched over the whole picture.
        double used = format.IsPicture ? Math.Min(1, rows.Length * format.LineHeight * 5 / height) : 1;
        var shapes = new List<Shape>();
        var texts = new List<Annotation>();
        double size = format.IsPicture ? format.FontSize : format.Choose(14, 10);
        texts.Add(new Annotation { Text = factor, X = 0, Y = 1, Xanchor = "right", Xshift = -8, Yshift = 4, Align = "right", Font = new Font { Size = size - 1, Color = Palette.Muted } });
        for (int place = 0; place <= patterns.Length; place++)
        {
            texts.Add(new Annotation { Text = headings[place], X = place, Y = 1, Xref = "x", Xanchor = "center", Align = "center", Yshift = 4, Font = new Font { Size = size - 1, Color = Palette.Muted } });
            for (int row = 0; row < rows.Length; row++)
            {
                EvidenceLine? line = place < patterns.Length ? rows[row].Counted.FirstOrDefault(counted => counted.Pattern.Id == patterns[place].Id) : null;
                if (place < patterns.Length && line is null)
                {
                    continue;
                }

                bool fits = line is null ? rows[row].Fits : line.IsInside == true;
                string colour = fits ? Palette.Good : Palette.Bad;
                shapes.Add(new Shape { X0 = place - 0.48, X1 = place + 0.48, Y0 = row - 0.46, Y1 = row + 0.46, Fillcolor = Palette.Faded(colour, 0.2), Line = new Line { Color = colour, Width = 1 } });
                texts.Add(new Annotation
                {
                    Text = line is null ? All(rows[row]) : Cell(line, format),
                    X = place,
                    Y = row,
                    Xref = "x",
                    Yref = "y",
                    Xanchor = "center",
                    Yanchor = "middle",
                    Align = "center",
                    Font = new Font { Size = size, Color = Palette.Ink },
                });
            }
        }

        return new Figure(
            [
                new ScatterTrace
                {
                    // Shapes have no labels under the pointer; invisible points do.
                    Name = "cells",
                    X = [.. rows.SelectMany(_ => Enumerable.Range(0, patterns.Length).Select(column => (double)column))],
                    Y = [.. rows.SelectMany((_, row) => patterns.Select(_ => (double)row))],
                    Mode = "markers",
                    Marker = new Marker { Size = 26, Opacity = 0, Color = Palette.Paper },
                    Text = [.. rows.SelectMany(row => patterns.Select(pattern => Hover(row, pattern)))],
                    Hovertemplate = "%{text}<extra></extra>",
                },
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Range = [-0.5, patterns.Length + 0.5], Showgrid = false, Showticklabels = false },
                    ["yaxis"] = new Axis { Range = [rows.Length - 0.5, -0.5], Domain = used < 1 ? [1 - used, 1] : null, Showgrid = false, Tickvals = PolicyRows.Positions(rows.Length), Ticktext = levels, Automargin = false },
                },
                Annotations = [.. texts, .. format.Remark(rows.Length < Math.Min(MostRows, inquiry.Rows.Count) ? $"{rows.Length} of {inquiry.Rows.Count} points; the report has all." : "", margin)],
                Shapes = shapes,
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });
    }

    // Evenly from the first to the last.
    private static EvidenceRow[] Spread(EvidenceRow[] rows, int most) => rows.Length <= most
        ? rows
        : [.. Enumerable.Range(0, most).Select(step => rows[most == 1 ? rows.Length - 1 : (int)Math.Round((double)step * (rows.Length - 1) / (most - 1))])];

    private static string Heading(EvidencePattern? pattern, double width, Format format)
    {
        string name = pattern?.Id switch
        {
            "A1" => "complaints",
            "A2" => "praise",
            "A3" => "books sold by DM",
            "A4" => "followers, change in a week",
            "A5" => "poll, negative",
            null => "all at once",
            _ => pattern.Name,
        };
        string band = pattern is null ? "runs inside" : $"fits: {EvidenceFinding.Band(pattern)}";
        return $"<b>{format.Wrapped(name, format.Choose(18, 10), width)}</b><br>{format.Wrapped(band, format.Choose(20, 9), width)}";
    }

    private static string Cell(EvidenceLine line, Format format)
    {
        string sign = line.IsInside == true ? "✓" : line.Mean.Mean > line.Pattern.High ? "▲" : "▼";
        string share = line.ShareInside is { } inside ? $"{Wording.Percent(inside.Mean)}" : "";
        return $"{sign} <b>{EvidenceFinding.Value(line.Pattern, line.Mean)}</b>{format.Choose(" · ", "<br>")}{share}";
    }

    private static string All(EvidenceRow row) => row.AllInside is { } share ? $"{(row.Fits ? "✓" : "–")} {Wording.Percent(share.Mean)}" : "–";

    private static string Hover(EvidenceRow row, EvidencePattern pattern) => row.Counted.FirstOrDefault(line => line.Pattern.Id == pattern.Id) is { } line
        ? $"{row.Point.Short}: {pattern.Name} {EvidenceFinding.Value(pattern, line.Mean)}, inside in {(line.ShareInside is { } share ? Wording.PercentEstimate(share) : "–")} of runs"
        : row.Point.Short;
}
