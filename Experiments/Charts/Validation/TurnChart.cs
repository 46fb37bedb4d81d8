namespace Experiments.Charts.Validation;

internal static class TurnChart
{
    internal const string Id = "turn";

    internal static ChartEntry Draw(BoardChartContext context) => new OmittedChart(Id, context.Facts.Name, "todo");
}
