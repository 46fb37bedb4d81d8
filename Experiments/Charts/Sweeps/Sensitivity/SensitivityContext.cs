using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps.Sensitivity;

/// <summary>What every chart of a sensitivity report is drawn from.</summary>
/// <param name="Results">The results.</param>
/// <param name="Answer">The findings, which give titles.</param>
internal sealed record SensitivityContext(SensitivityResults Results, Answer Answer)
{
    /// <summary>A chart drawn for both widths, with what it rests on.</summary>
    internal Chart Draw(string id, string title, string reading, string methods, string altText, Func<Format, Figure> draw, TidyTable table) => new(
        id,
        title,
        reading,
        Provenance.Of(
            Results.Facts,
            $"all {Wording.Count(Results.Rows, "row", "rows")} of the design",
            $"{Wording.Count(Results.Replicates, "replicate", "replicates")} of {Wording.Count(Results.Rows, "row", "rows")}",
            methods),
        altText,
        draw)
    {
        Table = table,
    };
}
