using Experiments.Analysis;
using Experiments.Charts.Figures;
using Experiments.Validation;
using Experiments.Validation.Pages;
using Experiments.Validation.Statistics;

namespace Experiments.Charts.Validation;

/// <summary>Every counted figure of the board against its band.</summary>
internal static class BoardChart
{
    internal const string Id = "board";

    private const string Name = "The model against what was published";

    internal static ChartEntry Draw(BoardChartContext context)
    {
        Line[] lines = [.. context.Rows.SelectMany(row => row.Counted.Where(figure => figure.Value is not null && figure.Band.HasEnds).Select(figure => new Line(row, figure)))];
        if (lines.Length == 0)
        {
            return new OmittedChart(Id, Name, "no row that was asked for has a value and a band");
        }

        return context.Draw(
            Id,
            BoardFindings.Of(context.Rows).FirstOrDefault()?.Title ?? Name,
            "Each line is a figure, its 95% interval and, shaded, the band that counts as agreement, all bands drawn equally wide. Dot: inside. Cross: outside. Open diamond: cannot be told. A triangle at the edge lies beyond it. Bands that are open to one side are shaded to the edge; where the edge is zero, only the side counts.",
            [.. lines.SelectMany(line => line.Row.Row.Studies).Distinct()],
            $"{MeanInterval.Method}; {RatioInterval.Method}; {MeansBootstrap.Method}",
            string.Join("; ", lines.Select(line => $"{line.Row.Row.Id} {line.Figure.Label}: {BoardWords.Short(line.Figure)}, accepted {BoardWords.Band(line.Figure)}, {BoardWords.Of(line.Figure.Verdict)}")) + ".",
            format => Draw(lines, format),
            BoardTable.Of(context.Rows));
    }

    private static Figure Draw(Line[] all, Format format)
    {
        Margin margin = format.Choose(format.Around(400, 240, 8, 44), format.Around(10, 10, 8, 44));
        double rowHeight = format.Choose(27, 50);
        Line[] lines = Fitting(all, format.MostRows(format.Plot(0, margin), format.Choose(1.3, 3)));
        double height = format.Plot(lines.Length * rowHeight, margin);
        return new Figure(
            [
                .. new[] { Verdict.Inside, Verdict.Outside, Verdict.CannotBeTold }.Where(verdict => lines.Any(line => line.Figure.Verdict == verdict)).Select(verdict => Marks(lines, verdict, format)),
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Range = [BandScale.First - 0.1, BandScale.Last + 0.1], Tickvals = [0, 1], Ticktext = ["lower", "upper"], Title = new AxisTitle($"position relative to the edges of the accepted band{(lines.Length < all.Length ? $" · {lines.Length} of {all.Length} figures; the report has all" : "")}", 6) },
                    ["yaxis"] = new Axis { Range = [lines.Length - 0.4, -0.6], Showgrid = false, Showticklabels = false, Automargin = false },
                },
                Shapes = [.. lines.Select((line, row) => Band(line.Figure, row, format)), .. Rules(lines)],
                Annotations = [.. lines.SelectMany((line, row) => Texts(line, row, format, margin))],
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });
    }

    // What matters most stays where not all fit: out of sample, then what fails.
    private static Line[] Fitting(Line[] lines, int most) => lines.Length <= most
        ? lines
        : [.. lines.Select((line, index) => (line, index))
            .OrderByDescending(item => item.line.Row.Row.Standing).ThenByDescending(item => item.line.Figure.Verdict == Verdict.Outside).ThenBy(item => item.index)
            .Take(most).OrderBy(item => item.index).Select(item => item.line)];

    private static ScatterTrace Marks(Line[] lines, Verdict verdict, Format format)
    {
        (Measured Figure, int Row, string Label)[] chosen = [.. lines.Select((line, row) => (line.Figure, row, $"{line.Row.Row.Id}: {line.Figure.Label}")).Where(item => item.Figure.Verdict == verdict)];
        string colour = Colour(verdict);
        double At(Measured figure, double? value) => BandScale.Held(figure, value ?? figure.Value!.Value.Mean);
        return new ScatterTrace
        {
            Name = BoardWords.Of(verdict),
            X = [.. chosen.Select(item => At(item.Figure, null))],
            Y = [.. chosen.Select(item => item.Row + format.Choose(0, 0.15))],
            Mode = "markers",
            Marker = new Marker { Size = 11, Color = colour, Symbol = chosen.Select(item => Symbol(item.Figure)).ToArray(), Line = new Figures.Line { Width = 1.5, Color = colour } },
            ErrorX = new ErrorBars
            {
                Array = [.. chosen.Select(item => At(item.Figure, item.Figure.Value!.Value.High) - At(item.Figure, null))],
                Arrayminus = [.. chosen.Select(item => At(item.Figure, null) - At(item.Figure, item.Figure.Value!.Value.Low))],
                Color = colour,
                Thickness = 2,
                Width = 4,
            },
            Text = [.. chosen.Select(item => $"{item.Label}<br>{BoardWords.Short(item.Figure)}, accepted {BoardWords.Band(item.Figure)}: {BoardWords.Of(verdict)}")],
            Hovertemplate = "%{text}<extra></extra>",
            Cliponaxis = false,
        };
    }

    private static string Symbol(Measured figure) => BandScale.Of(figure, figure.Value!.Value.Mean) switch
    {
        < BandScale.First => "triangle-left",
        > BandScale.Last => "triangle-right",
        _ => figure.Verdict switch { Verdict.Inside => "circle", Verdict.Outside => "x", _ => "diamond-open" },
    };

    private static Shape Band(Measured figure, int row, Format format) => new()
    {
        X0 = figure.Band.Low is null ? BandScale.First - 0.1 : 0,
        X1 = figure.Band.High is not null ? 1 : BandScale.Last + 0.1,
        Y0 = row + format.Choose(0.36, 0.38),
        Y1 = row + format.Choose(-0.36, -0.08),
        Fillcolor = Palette.Faded(Palette.Good, 0.16),
    };

    // A line above the first figure of each row of the board.
    private static IEnumerable<Shape> Rules(Line[] lines) => Enumerable.Range(1, lines.Length - 1)
        .Where(row => lines[row].Row != lines[row - 1].Row)
        .Select(row => new Shape { Type = "line", Xref = "paper", X0 = 0, X1 = 1, Y0 = row - 0.5, Y1 = row - 0.5, Line = new Figures.Line { Color = Palette.Grid, Width = 1 } });

    private static IEnumerable<Annotation> Texts(Line line, int row, Format format, Margin margin)
    {
        string value = $"{BoardWords.Sign(line.Figure.Verdict)} {BoardWords.Short(line.Figure)}";
        string label = $"<b>{line.Row.Row.Id}</b> {(line.Row.Counted.Count() == 1 ? line.Row.Row.Claim : line.Figure.Label)}";
        double size = format.IsPicture ? format.FontSize : format.Choose(13.5, 12);
        if (format.IsNarrow)
        {
            // Above the band: on the left what it is, on the right what it came to.
            yield return Text(Cut(label, format, format.Width - margin.L - margin.R - format.WidthOf(value)), 0, row - 0.3, "left", 0, new Font { Size = format.Smaller(1), Color = Palette.Ink });
            yield return Text(value, 1, row - 0.3, "right", 0, new Font { Size = format.Smaller(1), Color = Colour(line.Figure.Verdict) });
            yield break;
        }

        yield return Text(Cut(label, format, margin.L - format.Scaled(14)), 0, row, "right", -10, new Font { Size = size, Color = Palette.Ink });
        yield return Text(format.IsPicture ? Cut(value, format, margin.R - format.Scaled(14)) : value, 1, row, "left", 10, new Font { Size = size, Color = Colour(line.Figure.Verdict) });
    }

    // Labels are as long as a sentence; what does not fit is in the table.
    private static string Cut(string text, Format format, double room)
    {
        string plain = text;
        while (format.WidthOf(plain.Replace("<b>", "", StringComparison.Ordinal).Replace("</b>", "", StringComparison.Ordinal)) > room && plain.Contains(' ', StringComparison.Ordinal))
        {
            plain = plain[..plain.LastIndexOf(' ')].TrimEnd(',', '…', ' ') + "…";
            if (!plain[..^1].Contains(' ', StringComparison.Ordinal))
            {
                break;
            }

            plain = format.WidthOf(plain.Replace("<b>", "", StringComparison.Ordinal).Replace("</b>", "", StringComparison.Ordinal)) > room ? plain[..^1] : plain;
        }

        return plain;
    }

    private static Annotation Text(string text, double x, double y, string anchor, double shift, Font font) => new()
    {
        Text = text,
        X = x,
        Y = y,
        Yref = "y",
        Xanchor = anchor,
        Yanchor = "middle",
        Xshift = shift,
        Align = anchor,
        Font = font,
    };

    private static string Colour(Verdict verdict) => verdict switch { Verdict.Inside => Palette.Good, Verdict.Outside => Palette.Bad, _ => Palette.Muted };

    private sealed record Line(JudgedRow Row, Measured Figure);
}
