using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps;

/// <summary>Who leads when: a row a combination, a column a horizon, how far each lies behind the one that leads then.</summary>
internal static class HorizonMapChart
{
    internal const string Id = "overtaking";

    private const string Name = "Who leads at which horizon";

    /// <summary>Columns when days rather than kept horizons are drawn.</summary>
    private const int Columns = 60;

    /// <summary>Rows grow so that few of them fill so many pixels.</summary>
    private const double LeastHeight = 200;

    internal static ChartEntry Draw(SweepChartContext context)
    {
        SweepResults results = context.Results;
        if (!results.IsChoice)
        {
            return new OmittedChart(Id, Name, "the question is not which choice of a sender is best");
        }

        Map? map = FromHorizons(results) ?? FromDays(results);
        if (map is null)
        {
            return new OmittedChart(Id, Name, results.Cells.Count > CourseReader.MostCells ? $"the courses of {Wording.Number(results.Cells.Count)} combinations are too many to be read" : "results by day are not kept for two combinations of equal length");
        }

        string told = map.IsPaired
            ? " Open rings: cannot be told apart from the leader of that day."
            : " Means of days have no paired interval: give horizons in the experiment to tell leads from luck.";
        return context.Draw(
            Id,
            map.IsPaired ? Title(results, map) : context.Answer.Title(OvertakingFinding.Id, Name),
            $"The fuller the colour, the better: how far {results.Main.Label} so far{results.Averaging} lies behind the choice that leads after so many days, as a share of the widest gap then. Dots mark the leader.{told}{results.LabelKeyOf(map.Cells)}",
            map.IsPaired ? "leader: highest mean; told apart by paired t intervals, 95% for all rows of a column together (Bonferroni)" : "means over replicates, no intervals",
            string.Join("; ", map.Leaders.Select((leader, column) => $"day {map.Days[column]}: {results.LabelOf(map.Cells[leader])}").Where((_, column) => column % Math.Max(1, map.Days.Length / 12) == 0)) + ".",
            format => Draw(results, map, format),
            Table(results, map));
    }

    private static string Title(SweepResults results, Map map)
    {
        (int first, int last) = (map.Leaders[0], map.Leaders[^1]);
        string leader = results.NameOf(map.Cells[first]);
        string undecided = map.Level[first][^1] ? "; by then the two cannot be told apart" : "";
        return first == last
            ? $"{Capital(leader)} leads at the shortest horizon and at the longest"
            : $"{Capital(leader)} leads after {Wording.Count(map.Days[0], "day", "days")}, {results.NameOf(map.Cells[last])} after {Wording.Number(map.Days[^1])}{undecided}";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static Map? FromHorizons(SweepResults results)
    {
        SweepHorizon[] horizons = [.. results.Horizons.Where(horizon => horizon.Cells.Count == results.Cells.Count && horizon.Cells.All(cell => cell.Of(results.Main).Count > 0))];
        if (horizons.Length < 2 || results.Choices.Count is < 2 or > CourseReader.MostCells)
        {
            return null;
        }

        AnswerOutcome main = results.Main;
        SweepCell[] cells = [.. results.Choices.Select(choice => choice.Cell)];
        ReplicateSample[][] samples = [.. horizons.Select(horizon => SweepChoice.All(results, horizon.Cells).Select(choice => choice.Cell.Of(main)).ToArray())];
        double[][] means = [.. cells.Select((_, row) => samples.Select(column => column[row].Mean).ToArray())];
        int[] leaders = Leaders(means, main.Sign);
        bool[][] level = [.. cells.Select((_, row) => samples.Select((column, index) =>
            row != leaders[index] && column[row].IsLevelWith(column[leaders[index]], cells.Length - 1)).ToArray())];
        return new Map(cells, [.. horizons.Select(horizon => horizon.Days)], means, leaders, level, IsPaired: true);
    }

    private static Map? FromDays(SweepResults results)
    {
        if (Leadership.Of(results) is not { } leadership)
        {
            return null;
        }

        IReadOnlyList<double[]> courses = leadership.Means;
        int days = courses[0].Length;
        int[] kept = [.. Enumerable.Range(1, Columns).Select(column => (int)Math.Round((double)days * column / Columns) - 1).Where(day => day >= 0).Distinct()];
        double[][] means = [.. courses.Select(course => kept.Select(day => course[day]).ToArray())];
        return kept.Length < 2 ? null : new Map(leadership.Cells, [.. kept.Select(day => day + 1)], means, Leaders(means, results.Main.Sign), [.. means.Select(row => new bool[row.Length])], IsPaired: false);
    }

    private static int[] Leaders(double[][] means, int sign) =>
        [.. Enumerable.Range(0, means[0].Length).Select(column => Enumerable.Range(0, means.Length).MaxBy(row => sign * means[row][column]))];

    private static TidyTable Table(SweepResults results, Map map) => new(
        ["policy", .. results.Factors.Select(factor => factor.Path), "days", results.Main.AxisTitle, "leads", "told_apart_from_leader"],
        [.. map.Cells.SelectMany((cell, row) => map.Days.Select((days, column) => (IReadOnlyList<string>)
        [
            cell.Policy, .. cell.Point.Values.Select(value => value.Text), TidyTable.Cell(days),
            TidyTable.Cell(map.Means[row][column] * results.Main.Scale), map.Leaders[column] == row ? "1" : "0", map.IsPaired ? map.Level[row][column] || map.Leaders[column] == row ? "0" : "1" : "",
        ]))]);

    private static Figure Draw(SweepResults results, Map map, Format format)
    {
        int all = map.Cells.Count;
        Margin margin = format.Around(0, 12, 8, 52);
        margin = all > format.MostRows(format.Plot(0, margin)) ? margin with { B = margin.B + format.LineHeight } : margin;
        map = map.Cut(format.MostRows(format.Plot(0, margin)), results.Main.Sign);
        string[] labels = [.. map.Cells.Select(cell => format.Wrapped(results.LabelOf(cell), format.Choose(30, 13), double.MaxValue))];
        double row = Math.Max(Math.Max(26, LeastHeight / map.Cells.Count), labels.Max(label => label.Split("<br>").Length) * format.FontSize * 1.3);
        double height = format.Plot(map.Cells.Count * row, margin);
        double[] columns = PolicyRows.Positions(map.Days.Length);
        double[] rows = PolicyRows.Positions(map.Cells.Count);
        double[] gaps = [.. columns.Select((_, column) => map.Means.Max(means => Math.Abs(means[column] - map.Means[map.Leaders[column]][column])))];
        double Behind(int line, int column) => gaps[column] > 0 ? -Math.Abs(map.Means[line][column] - map.Means[map.Leaders[column]][column]) / gaps[column] : 0;
        double[] ticks = map.IsPaired ? Spaced(columns, format) : [.. Enumerable.Range(0, 7).Select(step => (double)(int)Math.Round((map.Days.Length - 1) * step / 6.0)).Distinct()];
        double left = labels.Max(format.WidthOf) + format.Scaled(16);
        var data = new List<Trace>
        {
            new HeatmapTrace
            {
                Name = results.Main.Label,
                X = columns,
                Y = rows,
                Z = [.. rows.Select((_, line) => (IReadOnlyList<double?>)[.. columns.Select((_, column) => (double?)Behind(line, column))])],
                Customdata = [.. rows.Select((_, line) => (IReadOnlyList<string>)[.. columns.Select((_, column) =>
                    $"{results.LabelOf(map.Cells[line])}, {map.Days[column]} days: {results.Main.Label} {results.Main.About(map.Means[line][column])}")])],
                Colorscale = [[0, Palette.Paper], [1, Palette.Good]],
                Zmin = -1,
                Zmax = 0,
                Xgap = map.IsPaired ? 2 : 0,
                Ygap = 2,
                Hovertemplate = "%{customdata}<extra></extra>",
            },
            Dots("leads", [.. columns.Select((_, column) => (column, map.Leaders[column]))], "circle", format),
        };
        (int, int)[] open = [.. columns.SelectMany((_, column) => rows.Select((_, line) => (column, line))).Where(place => map.Level[place.line][place.column])];
        if (open.Length > 0)
        {
            data.Add(Dots("not told apart from the leader", open, "circle-open", format));
        }

        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = new Axis
                {
                    Title = new AxisTitle("horizon, days", 6),
                    Tickvals = ticks,
                    Ticktext = [.. ticks.Select(tick => Wording.Number(map.Days[(int)tick]))],
                    Range = [-0.5, map.Days.Length - 0.5],
                    Showgrid = false,
                    Tickangle = 0,
                },
                ["yaxis"] = new Axis { Tickvals = rows, Ticktext = labels, Range = [map.Cells.Count - 0.5, -0.5], Showgrid = false, Automargin = false, Ticklabelstandoff = 6 },
            },
            Annotations = [.. format.Remark(map.Cells.Count < all ? $"Leaders and the best at the end, {Wording.Number(map.Cells.Count)} of {Wording.Number(all)} rows; the report has all." : "", margin)],
            Font = format.Font,
            Margin = margin with { L = left },
            Height = height + margin.T + margin.B,
        });
    }

    // Every kept horizon has a column; on a phone every second or third label has room.
    private static double[] Spaced(double[] columns, Format format)
    {
        int step = Math.Max(1, (int)Math.Ceiling(columns.Length / format.Choose(20.0, 6.0)));
        return [.. columns.Where((_, index) => (columns.Length - 1 - index) % step == 0)];
    }

    private static ScatterTrace Dots(string name, (int Column, int Row)[] places, string symbol, Format format) => new()
    {
        Name = name,
        X = [.. places.Select(place => (double)place.Column)],
        Y = [.. places.Select(place => (double)place.Row)],
        Mode = "markers",
        Marker = new Marker { Symbol = symbol, Color = symbol == "circle" ? Palette.Paper : Palette.Ink, Size = format.Choose(8, 5), Line = new Line { Color = Palette.Ink, Width = 1 } },
        Hoverinfo = "skip",
    };

    private sealed record Map(IReadOnlyList<SweepCell> Cells, int[] Days, double[][] Means, int[] Leaders, bool[][] Level, bool IsPaired)
    {
        /// <summary>The rows of those that ever lead, and of the best at the last horizon, in the order they had.</summary>
        internal Map Cut(int most, int sign)
        {
            if (Cells.Count <= most)
            {
                return this;
            }

            int[] rows = [.. Enumerable.Range(0, Cells.Count).OrderByDescending(row => Leaders.Contains(row)).ThenByDescending(row => sign * Means[row][^1]).Take(most).Order()];
            return new Map(
                [.. rows.Select(row => Cells[row])], Days, [.. rows.Select(row => Means[row])], [.. Leaders.Select(leader => Array.IndexOf(rows, leader))], [.. rows.Select(row => Level[row])], IsPaired);
        }
    }
}
