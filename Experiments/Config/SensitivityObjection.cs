using Experiments.Designs;
using Simulator.Parameters;

namespace Experiments.Config;

/// <summary>Why a design for sensitivity cannot be made of what is varied.</summary>
internal static class SensitivityObjection
{
    /// <summary>Fewest base points of Sobol' indices. Chosen: below, intervals are wider than the indices.</summary>
    internal const int FewestPoints = 16;

    /// <summary>Fewest trajectories: a standard deviation of less says nothing.</summary>
    internal const int FewestTrajectories = 4;

    /// <summary>What else the experiment asks for that a design for sensitivity cannot give.</summary>
    internal static IEnumerable<Problem> Of(Experiment experiment)
    {
        if (!experiment.Design.IsForSensitivity)
        {
            yield break;
        }

        if (experiment.Replicates.Number is null && (experiment.Replicates.Until is not null || experiment.Replicates.Rank is not null))
        {
            yield return new Problem("replicates", "a sensitivity design needs the same number of replicates at every row, since rows are compared under the same luck; give a number, for example 2.");
        }

        if (experiment.Analyses.Count > 0)
        {
            yield return new Problem(
                "analyses",
                $"the rows of a {experiment.Design.Kind} design repeat each other's values and are nothing by themselves, so that no other analysis can read them; leave '{experiment.Analyses[0]}' out, or take design: {{kind: sobol}}.");
        }
    }

    /// <summary>The reason with what to change; null when there is none.</summary>
    internal static string? Of(Sweep sweep)
    {
        (Design design, IReadOnlyList<Factor> factors) = (sweep.Design, sweep.Factors);
        const int MostFactors = SobolSequence.MostDimensions / 2;
        if (factors.Count < 2)
        {
            return $"sensitivity tells factors apart, but only '{factors.FirstOrDefault()?.Path}' is varied; vary a second one, or look at its course with a grid.";
        }

        if (factors.Count > MostFactors)
        {
            return $"{factors.Count} factors are varied; a {design.Kind} design takes up to {MostFactors}, since each needs two dimensions of the Sobol' sequence. Leave out those that a smaller study showed not to matter.";
        }

        if (factors.FirstOrDefault(factor => factor.When is not null) is { } conditional)
        {
            return $"'{conditional.Path}' is varied only under a condition ('when'), so that factors depend on each other; shares of variance and elementary effects are defined for independent factors only. Drop 'when', or run the branches as separate experiments.";
        }

        if (factors.FirstOrDefault(factor => factor.Range is null && factor.Listed.Count < 2) is { } constant)
        {
            return $"'{constant.Path}' has a single value; a factor needs two values or a range to matter.";
        }

        return design.Kind switch
        {
            Design.Morris when factors.FirstOrDefault(factor => !factor.IsNumeric && factor.Listed.Count > 2) is { } unordered =>
                $"the levels of '{unordered.Path}' have no order, so that a step between them has no size; use a sobolIndices design, give it two levels, or leave it out.",
            Design.Morris when design.Trajectories < FewestTrajectories =>
                $"{design.Trajectories} trajectories are too few to tell an effect from its scatter; take {FewestTrajectories} or more, 20 to 50 as a rule.",
            Design.SobolIndices when design.Points < FewestPoints =>
                $"{design.Points} base points are too few for shares of variance; take {FewestPoints} or more, 512 to 4,096 as a rule.",
            _ => null,
        };
    }
}
