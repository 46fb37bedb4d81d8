namespace Experiments.Citing;

/// <summary>A chart on a slide, checked.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Currency">Whether it is current.</param>
/// <param name="Reason">Why, and what to do, in sentences; may be empty for a current one.</param>
internal sealed record CheckedChart(DeckChart Chart, Currency Currency, string Reason);
