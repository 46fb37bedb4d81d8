namespace Experiments.Charts;

/// <summary>A chart that would be empty or say nothing, with the reason: an empty chart would look like a result.</summary>
/// <param name="Id">Name it would have had.</param>
/// <param name="Name">What it would have shown.</param>
/// <param name="Reason">Why it is left out.</param>
internal sealed record OmittedChart(string Id, string Name, string Reason) : ChartEntry(Id);
