using Experiments.Analysis;
using Experiments.Designs;

namespace Experiments.Emulation;

/// <summary>
/// Which parts of the space of parameters what was observed does not rule out: those where no implausibility exceeds 3, beyond which a unimodal distribution of any shape
/// puts less than 5% (Pukelsheim 1994, The three sigma rule, doi:10.1080/00031305.1994.10476030). What is left is not confirmed: it is where to look next.
/// </summary>
/// <param name="Axes">The factors.</param>
/// <param name="Points">Positions that were judged, m×k, row by row.</param>
/// <param name="ByTarget">Implausibility by target and point.</param>
internal sealed record HistoryMatch(IReadOnlyList<EmulatedAxis> Axes, double[] Points, IReadOnlyList<double[]> ByTarget)
{
    /// <summary>Points that are judged.</summary>
    internal const int Judged = 4_096;

    /// <summary>Greatest implausibility that is not ruled out.</summary>
    internal const double Cutoff = 3;

    /// <summary>Greatest implausibility of each point over all targets.</summary>
    internal IReadOnlyList<double> Implausibility { get; } = [.. Enumerable.Range(0, Points.Length / Axes.Count).Select(point => ByTarget.Max(target => target[point]))];

    /// <summary>Share of the space that is not ruled out. The points fill the space more evenly than random ones, so that its interval is rather too wide.</summary>
    internal Interval Left => Share(Implausibility);

    /// <summary>The point that what was observed speaks against least.</summary>
    internal int Best => Enumerable.Range(0, Implausibility.Count).MinBy(point => Implausibility[point]);

    /// <summary>Share of the space that one target alone does not rule out.</summary>
    internal Interval LeftBy(int target) => Share(ByTarget[target]);

    /// <summary>Least and greatest position of a factor that is not ruled out; null when all is.</summary>
    internal (double Low, double High)? RangeOf(int axis)
    {
        double[] kept = [.. Enumerable.Range(0, Implausibility.Count).Where(point => Implausibility[point] <= Cutoff).Select(point => Points[(point * Axes.Count) + axis])];
        return kept.Length == 0 ? null : (kept.Min(), kept.Max());
    }

    /// <summary>The optical depth of the space along a factor: by tenths of its range, the share of what lies there that is not ruled out.</summary>
    internal IReadOnlyList<double> DepthOf(int axis)
    {
        var kept = new double[10];
        var all = new int[10];
        for (int point = 0; point < Implausibility.Count; point++)
        {
            int tenth = Math.Min(9, (int)(10 * Points[(point * Axes.Count) + axis]));
            all[tenth]++;
            kept[tenth] += Implausibility[point] <= Cutoff ? 1 : 0;
        }

        return [.. kept.Select((count, tenth) => all[tenth] == 0 ? 0 : count / all[tenth])];
    }

    /// <summary>Judges points that fill the space.</summary>
    /// <param name="targets">What was observed, with an emulator that fits for each, all of the same sweep.</param>
    /// <param name="seed">Seed of the points.</param>
    internal static HistoryMatch Of(IReadOnlyList<(MatchTarget Target, SweepEmulator Emulator)> targets, ulong seed)
    {
        IReadOnlyList<EmulatedAxis> axes = targets[0].Emulator.Axes;
        var sequence = new SobolSequence(axes.Count, seed);
        var points = new double[Judged * axes.Count];
        for (int point = 0; point < Judged; point++)
        {
            sequence.Point(point, points.AsSpan(point * axes.Count, axes.Count));
        }

        return new HistoryMatch(axes, points, [.. targets.Select(pair =>
        {
            Emulator emulator = pair.Emulator.Emulator!;

            // Where replicates are single, the luck of a run is what the nugget took it for.
            double single = emulator.Training.RunVariance ?? (emulator.Parameters!.NuggetVariance * emulator.Standard.Spread * emulator.Standard.Spread);
            var implausibility = new double[Judged];
            Parallel.For(0, Judged, point =>
            {
                Prediction prediction = emulator.Predict(points.AsSpan(point * axes.Count, axes.Count));
                implausibility[point] = pair.Target.Implausibility(prediction, emulator.Training.Scatter?.At(prediction.Mean) ?? single);
            });
            return implausibility;
        })]);
    }

    private static Interval Share(IReadOnlyCollection<double> implausibility) => WilsonInterval.Of(implausibility.Count(value => value <= Cutoff), implausibility.Count)!.Value;
}
