using Experiments.Designs;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>What a design for sensitivity found.</summary>
/// <param name="Facts">The experiment; its sweep is not null.</param>
/// <param name="Outcomes">Each policy that sends with each outcome that answers the question; the first policy with the most important outcome first.</param>
/// <param name="Rows">Rows of the design.</param>
/// <param name="Replicates">Replicates of each row.</param>
internal sealed record SensitivityResults(ExperimentFacts Facts, IReadOnlyList<SensitivityOutcome> Outcomes, int Rows, int Replicates)
{
    /// <summary>Messages of runs that failed, with how many runs each.</summary>
    public IReadOnlyList<(string Message, int Runs)> Failures { get; init; } = [];

    /// <summary>The factors.</summary>
    internal IReadOnlyList<Factor> Factors => Facts.Sweep!.Factors;

    /// <summary>Kind of design.</summary>
    internal string Kind => Facts.Sweep!.Design.Kind;

    /// <summary>Whether there are several policies, so that each is named.</summary>
    internal bool NamesPolicies => Outcomes.Select(outcome => outcome.Policy).Distinct().Count() > 1;

    /// <summary>Whose outcome it is, to follow its name; empty where there is one policy.</summary>
    internal string Whose(SensitivityOutcome outcome) => NamesPolicies ? $" of {Wording.Quote(outcome.Policy)}" : "";

    /// <summary>Part of names of charts and findings that tells outcomes and policies apart.</summary>
    internal string KeyOf(SensitivityOutcome outcome) => NamesPolicies
        ? $"{outcome.Key}-{Outcomes.Select(other => other.Policy).Distinct().ToList().IndexOf(outcome.Policy) + 1}"
        : outcome.Key;
}
