using Experiments.Analysis;
using Experiments.Charts;
using Experiments.Charts.Figures;

namespace Experiments.Reports;

/// <summary>The files beside a report: figures and tables for other programs.</summary>
internal static class ReportFiles
{
    /// <summary>Name of the folder of figure files.</summary>
    internal const string ChartFolder = "charts";

    /// <summary>Name of the folder of tables.</summary>
    internal const string TableFolder = "tables";

    /// <summary>Writes each chart as a figure, and what it draws as a table.</summary>
    internal static void WriteCharts(string folder, IEnumerable<Chart> charts)
    {
        string figures = Path.Combine(folder, ChartFolder);
        Directory.CreateDirectory(figures);
        foreach (Chart chart in charts)
        {
            File.WriteAllText(Path.Combine(figures, chart.Id + ".json"), FigureJson.Write(chart.Standalone()));
            chart.Data.Write(Path.Combine(figures, chart.Id + ".csv"));
        }
    }

    /// <summary>Writes the table of segments, where there are any.</summary>
    internal static void WriteSegments(string folder, IReadOnlyList<SegmentResults> segments)
    {
        if (segments.Count > 0)
        {
            WriteTable(folder, "segments", SegmentTable.Of(segments));
        }
    }

    /// <summary>Writes a table.</summary>
    internal static void WriteTable(string folder, string name, TidyTable table)
    {
        string tables = Path.Combine(folder, TableFolder);
        Directory.CreateDirectory(tables);
        table.Write(Path.Combine(tables, name + ".csv"));
    }
}
