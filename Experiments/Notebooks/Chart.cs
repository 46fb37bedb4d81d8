using Experiments.Charts;
using Experiments.Charts.Figures;

namespace Experiments.Notebooks;

/// <summary>
/// A chart with the look of the reports: one of a report, or one drawn from any rows. As the value of a cell it is shown as a plotly
/// figure and as a piece of a page that works offline.
/// </summary>
/// <remarks>
/// Size of a saved notebook: the first chart that a session shows carries plotly.js (1.5 MB), the later ones use it; so a notebook takes
/// about 1.6 MB, and none loads anything from a network. A chart that cannot find the library says so.
/// </remarks>
[TypeFormatterSource(typeof(PolyglotFormatters))]
public sealed class Chart : IRichOutput
{
    private readonly TidyTable _data;

    private Chart(string title, string caption, string alt, Figure figure, TidyTable data) =>
        (Title, Caption, AltText, Figure, _data) = (title, caption, alt, figure, data);

    /// <summary>The heading.</summary>
    public string Title { get; }

    /// <summary>What the chart rests on and how to read it; may be empty.</summary>
    public string Caption { get; }

    /// <summary>What a reader who cannot see it needs to know.</summary>
    public string AltText { get; }

    /// <summary>The figure in the schema of plotly.js, with title and caption: opens in Plotly.NET, Python and R.</summary>
    public string Json => FigureJson.Write(ChartBundle.Titled(this));

    /// <summary>The figure without title and caption, which a notebook shows around it.</summary>
    internal Figure Figure { get; }

    /// <summary>Lines, one a series, labelled at their ends; with a band where bounds are given. A value that is missing interrupts its line.</summary>
    /// <typeparam name="T">Any rows.</typeparam>
    /// <param name="rows">The rows, in the order of the line.</param>
    /// <param name="x">Horizontal position.</param>
    /// <param name="y">Height; null where there is none.</param>
    /// <param name="title">What the chart shows: best the finding.</param>
    /// <param name="xAxis">What is on the horizontal axis, with its unit.</param>
    /// <param name="yAxis">What is on the vertical axis, with its unit.</param>
    /// <param name="series">Which line a row belongs to; null draws one.</param>
    /// <param name="low">Lower end of a band; null draws none.</param>
    /// <param name="high">Upper end of a band.</param>
    /// <param name="caption">What the chart rests on and how to read it.</param>
    /// <exception cref="NotebookException">There is nothing to draw.</exception>
    public static Chart Line<T>(
        IEnumerable<T> rows, Func<T, double> x, Func<T, double?> y, string title, string xAxis, string yAxis, Func<T, string>? series = null, Func<T, double?>? low = null, Func<T, double?>? high = null, string caption = "")
    {
        MarkSeries marks = MarkSeries.Of(rows, x, y, series, low, high);
        return new Chart(title, caption, marks.DescribeLines(xAxis, yAxis), LineFigure.Draw(marks, xAxis, yAxis), marks.Table(xAxis, yAxis));
    }

    /// <summary>Points, with error bars where bounds are given.</summary>
    /// <typeparam name="T">Any rows.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="x">Horizontal position.</param>
    /// <param name="y">Height; rows without one are left out.</param>
    /// <param name="title">What the chart shows: best the finding.</param>
    /// <param name="xAxis">What is on the horizontal axis, with its unit.</param>
    /// <param name="yAxis">What is on the vertical axis, with its unit.</param>
    /// <param name="series">Which colour and marker a row gets; null draws all alike.</param>
    /// <param name="low">Lower end of an error bar; null draws none.</param>
    /// <param name="high">Upper end of an error bar.</param>
    /// <param name="diagonal">Whether to draw the line on which both axes have the same value.</param>
    /// <param name="caption">What the chart rests on and how to read it.</param>
    /// <exception cref="NotebookException">There is nothing to draw.</exception>
    public static Chart Scatter<T>(
        IEnumerable<T> rows, Func<T, double> x, Func<T, double?> y, string title, string xAxis, string yAxis, Func<T, string>? series = null, Func<T, double?>? low = null, Func<T, double?>? high = null, bool diagonal = false, string caption = "")
    {
        MarkSeries marks = MarkSeries.Of(rows, x, y, series, low, high);
        return new Chart(title, caption, marks.DescribePoints(xAxis, yAxis, diagonal), ScatterFigure.Draw(marks, xAxis, yAxis, diagonal), marks.Table(xAxis, yAxis));
    }

    /// <summary>Horizontal bars, the first row on top, with error bars where the value has bounds. Bars whose interval holds zero are grey.</summary>
    /// <typeparam name="T">Any rows.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="name">What a bar is called.</param>
    /// <param name="value">Its length, with an interval; shares are drawn as percentages. Rows without one are left out.</param>
    /// <param name="title">What the chart shows: best the finding.</param>
    /// <param name="xAxis">What the length is, with its unit.</param>
    /// <param name="caption">What the chart rests on and how to read it.</param>
    /// <exception cref="NotebookException">There is nothing to draw.</exception>
    public static Chart Bar<T>(IEnumerable<T> rows, Func<T, string> name, Func<T, Estimate?> value, string title, string xAxis, string caption = "")
    {
        ArgumentNullException.ThrowIfNull(rows);
        (string Name, Estimate Value)[] bars = [.. rows.Select(row => (Name: name(row), Value: value(row))).Where(bar => bar.Value is not null).Select(bar => (bar.Name, bar.Value!.Value))];
        return bars.Length == 0
            ? throw Nothing()
            : new Chart(
                title,
                caption,
                $"Bars of {xAxis}: {string.Join("; ", bars.Select(bar => $"{bar.Name} {bar.Value}"))}.",
                BarFigure.Draw(bars, xAxis),
                new TidyTable(["name", xAxis, "low_95", "high_95"], [.. bars.Select(bar => (IReadOnlyList<string>)[bar.Name, TidyTable.Cell(bar.Value.Mean), TidyTable.Cell(bar.Value.Low), TidyTable.Cell(bar.Value.High)])]));
    }

    /// <summary>How often values occur, in bins of equal width (Freedman and Diaconis 1981 where no number is given).</summary>
    /// <param name="values">The values.</param>
    /// <param name="title">What the chart shows: best the finding.</param>
    /// <param name="xAxis">What is counted, with its unit.</param>
    /// <param name="yAxis">What the count is of, for example "runs".</param>
    /// <param name="bins">About how many bins; null chooses.</param>
    /// <param name="mark">A value to be marked by a line, for example 0.</param>
    /// <param name="caption">What the chart rests on and how to read it.</param>
    /// <exception cref="NotebookException">There is nothing to draw.</exception>
    public static Chart Histogram(IEnumerable<double> values, string title, string xAxis, string yAxis, int? bins = null, double? mark = null, string caption = "")
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        if (sorted.Length == 0)
        {
            throw Nothing();
        }

        Bins counted = Bins.Of(sorted, bins);
        var band = Analysis.RunBand.Of(sorted)!.Value;
        return new Chart(
            title,
            caption,
            $"Distribution of {xAxis} over {Words.Number(sorted.Length)} {yAxis}: the middle 90% lie between {Words.About(band.Low)} and {Words.About(band.High)}, the median is {Words.About(band.Median)}.",
            HistogramFigure.Draw(counted, xAxis, yAxis, mark),
            new TidyTable(["from", "to", yAxis], [.. counted.Counts.Select((count, bin) => (IReadOnlyList<string>)[TidyTable.Cell(counted.Edge(bin)), TidyTable.Cell(counted.Edge(bin + 1)), TidyTable.Cell(count)])]));
    }

    /// <summary>The same chart with a caption that says which results it was drawn from: replicates, seed and hash of the experiment.</summary>
    /// <param name="results">The results.</param>
    public Chart From(Results results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new Chart(Title, Caption.Length == 0 ? results.Provenance() : $"{Caption.TrimEnd('.')} · {results.Provenance()}", AltText, Figure, _data);
    }

    /// <summary>What is drawn, as a table.</summary>
    /// <param name="most">Rows that are shown.</param>
    public Table Data(int most = 20) => Table.Of(_data, most);

    /// <summary>Writes the figure as a file, over an old one, and makes its folder where there is none: see <see cref="Json"/>.</summary>
    /// <param name="path">Where to, for example <c>Path.Combine(results.Folder, "my-chart.json")</c>.</param>
    /// <exception cref="NotebookException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, Json);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"The chart cannot be written to '{path}': {problem.Message}", problem);
        }
    }

    /// <summary>What is drawn, as CSV with a header.</summary>
    public string ToCsv()
    {
        using var text = new StringWriter();
        _data.Write(text);
        return text.ToString();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToMimeBundle() => ChartBundle.Of(this, NotebookSession.TakeLibrary());

    /// <summary>The title.</summary>
    public override string ToString() => Title;

    /// <summary>A chart of a report.</summary>
    internal static Chart Of(Charts.Chart chart) => new(chart.Title, chart.Caption, chart.AltText, chart.Wide, chart.Data);

    internal static NotebookException Nothing() => new("There is nothing to draw: no row has a value.");
}
