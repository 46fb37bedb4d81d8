namespace Experiments.Charts.Validation;

internal static class ReadingChart
{
    internal const string Id = "reading";

    internal static ChartEntry Draw(BoardChartContext context) => new OmittedChart(Id, context.Facts.Name, "todo");
}
