using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Config;

namespace Experiments.Reports;

/// <summary>What the figures of a sweep's page rest on: a sentence for each kind of interval that the page has, and none for others.</summary>
internal static class SweepNote
{
    internal static string Of(SweepResults results, Answer answer)
    {
        Finding[] all = [.. answer.Findings, .. answer.OfCharts];
        bool has(string id) => all.Any(finding => finding.Id.StartsWith(id, StringComparison.Ordinal));
        bool fills = results.Sweep.Design.FillsSpace;
        string[] sentences =
        [
            "Computed from the runs of this experiment.",
            "Intervals of the mean of a combination are 95% intervals over replicates. Differences, from silence and between combinations, are paired by replicate, since all combinations meet the same people with the same luck.",
            results.Points.Count > MatchingFinding.MostPoints ? MatchingFinding.Note(results) : "",
            fills && has(EffectsFinding.Id + "-") ? "What moves an outcome is told by halves of a range: each point is one observation, and the interval (Welch) holds the scatter between points." : "",
            fills && has(PawnFinding.IdOf("")) ? "Intervals of distances between distributions are bootstrap intervals over points." : "",
            Inquiry.IsAsked(results.Facts, AnalysisNames.Discovery) ? "Intervals of shares of beliefs (Wilson) hold the luck of sampling so many points, not the luck of runs: a point loses by the mean over its replicates." : "",
            results.Emulators.Any(emulator => emulator.Fits) ? "Intervals of what an emulator expects are those of its Gaussian process." : "",
            all.Any(finding => (finding.Title + finding.Text).Contains("told apart", StringComparison.Ordinal) || (finding.Title + finding.Text).Contains("beyond doubt", StringComparison.Ordinal)) && !fills
                ? "Where many are compared at once, “told apart” means so with 95% confidence for all of them together (Bonferroni)."
                : "",
            "No interval holds what is unknown about the parameters that are not varied. Money is in currency units: margin, wage and discount rate are chosen, not measured.",
        ];
        return string.Join(" ", sentences.Where(sentence => sentence.Length > 0));
    }
}
