using Experiments.Analysis;
using Experiments.Charts.Figures;
using Experiments.Validation;
using Experiments.Validation.Studies;

namespace Experiments.Charts.Validation;

/// <summary>What the charts of the validation board are drawn from.</summary>
/// <param name="Facts">The experiment.</param>
/// <param name="Rows">The rows with their figures.</param>
/// <param name="Results">What the studies came to.</param>
internal sealed record BoardChartContext(ExperimentFacts Facts, IReadOnlyList<JudgedRow> Rows, StudyResults Results)
{
    /// <summary>A row that was asked for, by its id.</summary>
    internal JudgedRow? Row(string id) => Rows.FirstOrDefault(row => row.Row.Id == id);

    /// <summary>A chart of one or more studies, drawn for both widths.</summary>
    internal Chart Draw(string id, string title, string reading, IReadOnlyList<string> studies, string methods, string altText, Func<Format, Figure> draw, TidyTable? table = null)
    {
        int[] replicates = [.. studies.Select(study => Results.Replicates.GetValueOrDefault(study))];
        string count = replicates.Min() == replicates.Max() ? Wording.Count(replicates.Max(), "replicate", "replicates") : $"{Wording.Number(replicates.Min())} to {Wording.Number(replicates.Max())} replicates";
        return new Chart(id, title, reading, Provenance.Of(Facts, $"studies {Wording.List(studies)}", count, methods), altText, draw) { Table = table };
    }
}
