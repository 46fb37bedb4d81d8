namespace Experiments.Charts.Validation;

/// <summary>The charts of the validation board.</summary>
internal static class BoardCharts
{
    /// <summary>All charts, in the order of the page.</summary>
    internal static IReadOnlyList<ChartEntry> Draw(BoardChartContext context) =>
        [BoardChart.Draw(context), ProfitChart.Draw(context), TurnChart.Draw(context), ReadingChart.Draw(context)];
}
