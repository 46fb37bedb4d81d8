using Experiments.Analysis.Sweeps;
using Experiments.Designs;
using Experiments.Emulation;
using Experiments.Optimisation;

namespace Experiments.Analysis.Fronts;

/// <summary>
/// What each lever does to an objective on its own, over all that can be chosen. A search tries the promising more often than the rest, so means over what it
/// tried would mislead: an emulator learns from what was tried and is asked evenly over the levers.
/// </summary>
/// <param name="Outcome">The objective.</param>
/// <param name="Emulator">What learnt from the search.</param>
/// <param name="Levers">The levers, the one that moves the objective most first; empty where the emulator does not fit.</param>
internal sealed record LeverEffects(AnswerOutcome Outcome, Emulator Emulator, IReadOnlyList<LeverEffect> Levers)
{
    /// <summary>Policies that an emulator learns from at most, spread evenly over the search. Chosen: a second's work.</summary>
    private const int Learnt = 400;

    /// <summary>Places asked along a lever that is a range.</summary>
    private const int Places = 9;

    /// <summary>Policies that the other levers are averaged over.</summary>
    private const int Averaged = 128;

    /// <summary>Seed of those policies: they belong to the method, not to the experiment.</summary>
    private const ulong Seed = 0xE4;

    /// <summary>The effects on each objective; none where a lever has levels without an order, of which an emulator has no notion.</summary>
    internal static IReadOnlyList<LeverEffects> All(FrontResults results)
    {
        if (results.Levers.Any(lever => !lever.IsNumeric))
        {
            return [];
        }

        Candidate[] tried = [.. results.Candidates.Where(candidate => candidate.Number > 0 && candidate.Cause is null)];
        int step = Math.Max(1, (tried.Length + Learnt - 1) / Learnt);
        Candidate[] learnt = [.. tried.Where((_, place) => place % step == 0)];
        double[] inputs = [.. learnt.SelectMany(candidate => candidate.Genes.Select((gene, lever) => Placed(results.Levers[lever], gene)))];
        return [.. results.Outcomes.Objectives.Select((outcome, objective) => Of(results.Levers, outcome, inputs, [.. learnt.Select(candidate => candidate.Means[objective])]))];
    }

    /// <summary>The effects on one objective.</summary>
    /// <param name="levers">The levers, k.</param>
    /// <param name="outcome">The objective.</param>
    /// <param name="inputs">Genes of the policies to learn from, n×k, row by row; of a listed lever the middle of the level.</param>
    /// <param name="means">What the objective came to for each, n.</param>
    internal static LeverEffects Of(IReadOnlyList<Factor> levers, AnswerOutcome outcome, double[] inputs, double[] means)
    {
        // The luck of the search is shared by all policies and cannot be told from the level of the surface; what is left of it the nugget finds.
        var training = new TrainingSet([.. levers.Select(lever => lever.Label)], inputs, means, new double[means.Length]) { IsAskedAtItsValues = true };
        var emulator = Emulator.Fit(training);
        if (!emulator.Fits)
        {
            return new LeverEffects(outcome, emulator, []);
        }

        double[] others = Evenly(levers);
        return new LeverEffects(
            outcome,
            emulator,
            [.. Enumerable.Range(0, levers.Count).Select(lever => Along(levers, lever, others, emulator)).OrderByDescending(effect => effect.Size)]);
    }

    private static LeverEffect Along(IReadOnlyList<Factor> levers, int lever, double[] others, Emulator emulator)
    {
        int count = Levels(levers[lever]) is > 0 and int levels ? levels : Places;
        (double Position, Prediction Expected)[] curve = [.. Enumerable.Range(0, count).Select(place =>
        {
            double position = (place + 0.5) / count;
            double[] moved = [.. others];
            for (int element = lever; element < moved.Length; element += levers.Count)
            {
                moved[element] = position;
            }

            return (position, emulator.PredictMean(moved));
        })];
        return new LeverEffect(lever, curve.MinBy(place => place.Expected.Mean), curve.MaxBy(place => place.Expected.Mean));
    }

    private static double[] Evenly(IReadOnlyList<Factor> levers)
    {
        var sequence = new SobolSequence(levers.Count, Seed);
        var points = new double[Averaged * levers.Count];
        for (int point = 0; point < Averaged; point++)
        {
            Span<double> own = points.AsSpan(point * levers.Count, levers.Count);
            sequence.Point(point, own);
            for (int lever = 0; lever < own.Length; lever++)
            {
                own[lever] = Placed(levers[lever], own[lever]);
            }
        }

        return points;
    }

    /// <summary>Where a gene lies: in the middle of its level, since a listed lever has nothing between its levels.</summary>
    internal static double Placed(Factor lever, double gene) =>
        Levels(lever) is > 0 and int levels ? (Math.Min(levels - 1, Math.Floor(gene * levels)) + 0.5) / levels : gene;

    private static int Levels(Factor lever) => lever.Range switch
    {
        null => lever.Listed.Count,
        { IsInteger: true, IsLogarithmic: false } whole when whole.To - whole.From < Places => (int)(whole.To - whole.From) + 1,
        _ => 0,
    };
}
