using Experiments.Analysis;
using Experiments.Validation.Statistics;
using Experiments.Validation.Studies;
using Simulator.Ledgers;

namespace Experiments.Validation.Rows;

/// <summary>V2: cutting the least relevant messages.</summary>
internal static class RelevanceRow
{
    private const string Study = "relevance";

    private static readonly Band Accepted = Band.Between(1.1, 1.7);

    internal static BoardRow Row { get; } = new("V2", "Complaints when the least relevant 40% of messages are not sent", Standing.OutOfSample)
    {
        Published = "about 40% fewer emails, complaints halved: an elasticity of 1.25",
        Source = "LinkedIn 2016, company report",
        Evidence = "F",
        Studies = [Study],
        Mapping = "A weekly sender leaves out those whose engagement signal lies below its 40% quantile. The elasticity is the share of complaints saved over the share of sends saved. Beside it: as a ratio of logarithms, with a sender who judges relationships without error, and with one who judges twice as badly.",
        Measure = results =>
        [
            new("share of complaints saved over share of sends saved", Elasticity(results, "to the relevant", Simple), Accepted, Unit.Ratio) { Published = 0.5 / 0.4 },
            new("ratio of logarithms", Elasticity(results, "to the relevant", Logarithmic), Accepted, Unit.Ratio) { Instead = "a ratio of logarithms", Published = Math.Log(0.5) / Math.Log(0.6) },
            new("judged without error", Elasticity(results, "to the relevant, well judged", Simple), Accepted, Unit.Ratio) { Instead = "no error in judging" },
            new("judged twice as badly", Elasticity(results, "to the relevant, badly judged", Simple), Accepted, Unit.Ratio) { Instead = "twice the error in judging" },
        ],
        Discuss = row => row.Verdict == Verdict.Inside
            ? "It comes out under every mapping that was tried: those whom the sender can recognise as distant complain more than their share, even though the signal is noisy. The direction follows from the model’s structure (relationships lower annoyance), the size was not set. Complaining more than one’s share is all that V2 tests; LinkedIn’s relevance was learned from clicks, ours is one noisy number."
            : "Those with a weak signal do not complain enough, or too much, beyond their share: the weight of the relationship in how spam-like a message feels (appraisal.relationship) would have to change.",
    };

    /// <summary>Share of complaints saved over share of sends saved, from what is left of both.</summary>
    internal static double Simple(double complaints, double sends) => (1 - complaints) / (1 - sends);

    /// <summary>The same as a ratio of logarithms.</summary>
    internal static double Logarithmic(double complaints, double sends) => Math.Log(complaints) / Math.Log(sends);

    private static Interval? Elasticity(StudyResults results, string policy, Func<double, double, double> elasticity) => MeansBootstrap.Of(
        StudyResults.Together(
            results.Of(Study, policy, Metric.Complaints), results.Of(Study, "to all", Metric.Complaints), results.Of(Study, policy, Metric.Sent), results.Of(Study, "to all", Metric.Sent)),
        means => elasticity(means[0] / means[1], means[2] / means[3]),
        results.Seed);
}
