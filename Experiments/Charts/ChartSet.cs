namespace Experiments.Charts;

/// <summary>The charts of a report, in the order of its argument.</summary>
internal static class ChartSet
{
    /// <summary>Draws every chart that makes sense, and says of the others why they do not.</summary>
    internal static IReadOnlyList<ChartEntry> Draw(ChartContext context) =>
    [
        .. ContextChart.Draw(context) is { } known ? [known] : Array.Empty<ChartEntry>(),
        SalesAndTrustChart.Draw(context),
        NetValueChart.Draw(context),
        LeadChart.Draw(context),
        ExchangeChart.Draw(context),
        IcebergChart.Draw(context),
        WhereaboutsChart.Draw(context),
        FunnelChart.Draw(context),
        PollChart.Draw(context),
        .. SegmentChart.Draw(context.Results.Segments, context.Styles, context.Provenance) is { } segments ? [segments] : Array.Empty<ChartEntry>(),
        .. context.Results.WhatIfs.Select(whatIf => WhatIfChart.Draw(context, whatIf)),
    ];
}
