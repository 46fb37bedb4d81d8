namespace Experiments.Charts;

/// <summary>A chart of a report, or why it is not there.</summary>
/// <param name="Id">Name of its file and anchor.</param>
internal abstract record ChartEntry(string Id);
