namespace Experiments.Charts.Validation;

internal static class ProfitChart
{
    internal const string Id = "profit";

    internal static ChartEntry Draw(BoardChartContext context) => new OmittedChart(Id, context.Facts.Name, "todo");
}
