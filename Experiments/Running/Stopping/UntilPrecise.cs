using Experiments.Config;
using MathNet.Numerics.Distributions;
using Simulator.Ledgers;

namespace Experiments.Running.Stopping;

/// <summary>
/// Adds replicates to a point until the 95% interval of every sending policy is narrow enough: x̄ ± t(n − 1)·s/√n with the half
/// width at most w, or at most w·|x̄| for a relative one (Chow and Robbins 1965, Ann. Math. Stat. 36:457,
/// doi:10.1214/aoms/1177700156; Law and Kelton 1982, Oper. Res. 30:169, doi:10.1287/opre.30.1.169, for the relative width).
/// x is the difference from the silent twin, replicate by replicate, or the outcome itself. A point has <c>atLeast</c> replicates
/// before the first look and a quarter more at each following one, so that looks are few and at most a quarter is too much.
/// </summary>
/// <remarks>
/// Stopping when the interval happens to be narrow favours samples whose spread is underestimated: for a fixed w the 95% interval
/// covers the truth less often than 95% in small samples (asymptotically it keeps its promise). How much less is held down by
/// <c>atLeast</c> and by the few looks: between 93% and 95% from 20 replicates on, by simulation in the tests. Only a few points
/// are open at a time, so that scratch space and memory do not grow with the design.
/// </remarks>
internal sealed class UntilPrecise : IStoppingRule
{
    private const double Confidence = 0.95;
    private const double Growth = 0.25;
    private const int SilentPosition = 0;

    private readonly Replication _replication;
    private readonly Precision _precision;
    private readonly int _points;
    private readonly Func<int, int> _policies;
    private readonly Func<int, bool> _isFinished;
    private readonly int _window;
    private readonly Dictionary<int, Sample[]> _open = [];
    private readonly Queue<Block> _waiting = [];
    private int _nextPoint;

    /// <summary>Prepares the rule.</summary>
    /// <param name="replication">The rule of the file, with <see cref="Replication.Until"/>.</param>
    /// <param name="points">Points.</param>
    /// <param name="policies">Policies at a point, the silent one first.</param>
    /// <param name="isFinished">Whether a point need not be looked at any more.</param>
    /// <param name="window">Points open at a time, at least 1; changes no decision.</param>
    internal UntilPrecise(Replication replication, int points, Func<int, int> policies, Func<int, bool> isFinished, int window)
    {
        (_replication, _points, _policies, _isFinished, _window) = (replication, points, policies, isFinished, window);
        _precision = replication.Until ?? throw new ArgumentException("No precision is wanted.", nameof(replication));
    }

    /// <inheritdoc/>
    public Metric? Metric => _precision.Metric;

    /// <inheritdoc/>
    public Block? Next()
    {
        if (_waiting.TryDequeue(out Block? block))
        {
            return block;
        }

        while (_nextPoint < _points && _isFinished(_nextPoint))
        {
            _nextPoint++;
        }

        if (_nextPoint >= _points || _open.Count >= _window)
        {
            return null;
        }

        int point = _nextPoint++;
        _open[point] = [.. Enumerable.Range(0, _policies(point)).Select(_ => new Sample())];
        return Of(point, 0, _replication.AtLeast);
    }

    /// <inheritdoc/>
    public void Take(int point, int policy, int replicate, double value) => _open[point][policy].Set(replicate, value);

    /// <inheritdoc/>
    public IReadOnlyList<int> Complete(Block block)
    {
        Sample[] samples = _open[block.Point];
        Array.ForEach(samples, sample => sample.Complete(block.End));
        if (block.End < _replication.AtMost && !IsPrecise(samples))
        {
            _waiting.Enqueue(Of(block.Point, block.End, NextLook(block.End, _replication.AtMost)));
            return [];
        }

        return [block.Point];
    }

    /// <inheritdoc/>
    public IReadOnlyList<int> Close(int point)
    {
        _open.Remove(point, out Sample[]? samples);
        return [.. samples!.Select(sample => sample.Count)];
    }

    /// <summary>Replicates at the look after one: a quarter more.</summary>
    internal static int NextLook(int replicates, int atMost) => (int)Math.Min(atMost, replicates + Math.Max(1, Math.Ceiling(replicates * Growth)));

    /// <summary>Whether an interval is narrow enough; one that cannot be computed is not, one without any value has nothing to wait for.</summary>
    internal static bool IsPrecise(Spread spread, Precision precision)
    {
        if (spread.Count < 2)
        {
            return spread.Count == 0;
        }

        double half = StudentT.InvCDF(0, 1, spread.Count - 1, 0.5 + (Confidence / 2)) * spread.StandardError;
        return half <= precision.Width * (precision.IsRelative ? Math.Abs(spread.Mean) : 1);
    }

    private bool IsPrecise(Sample[] samples) => samples
        .Skip(SilentPosition + 1)
        .All(sample => IsPrecise(_precision.Of == Precision.Mean ? Spread.Of(sample.Values) : Spread.Of(sample.Values, samples[SilentPosition].Values), _precision));

    private Block Of(int point, int first, int end) => new(point, first, end, [.. Enumerable.Range(0, _policies(point))]);
}
