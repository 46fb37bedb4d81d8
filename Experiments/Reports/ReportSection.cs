namespace Experiments.Reports;

/// <summary>A section of a page.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Charts">Ids of its charts in their order; an id also stands for those that go on with a dash.</param>
/// <param name="Content">Markup below the charts, for example a table; may be empty.</param>
internal sealed record ReportSection(string Id, string Heading, IReadOnlyList<string> Charts, string Content = "");
