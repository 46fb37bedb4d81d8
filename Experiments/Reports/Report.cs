using Experiments.Analysis;
using Experiments.Analysis.Findings;

namespace Experiments.Reports;

/// <summary>What a report says.</summary>
/// <param name="Page">Path of the page, once it is written.</param>
/// <param name="Results">The results it rests on.</param>
/// <param name="Answer">Its findings.</param>
internal sealed record Report(string Page, StoredResults Results, Answer Answer);
