using Experiments.Config;
using Simulator.Ledgers;

namespace Experiments.Running.Stopping;

/// <summary>
/// Spends runs where the best alternatives are hard to tell apart. Alternatives are all policies, the silent one included, at all
/// points; those with the same content address are one. Everything gets <c>atLeast</c> replicates; then rounds follow
/// <see cref="SelectionBudget"/>, until <see cref="SelectionProbability"/> is as high as wanted, until nothing but exact ties is
/// left, or until every rival in doubt has <c>atMost</c> replicates. The silent policy runs beside whatever runs at its point.
/// </summary>
/// <remarks>
/// Alternatives are put in order by their paired differences from one reference, the best so far, which has every replicate: means
/// over different replicates would rank luck. Two different alternatives that agreed in every replicate count as a tie. The rule
/// looks at the bound after every round, so it stops a little early when luck flatters the best; the bound itself errs to the safe
/// side, and by simulation in the tests the selection is right at least as often as promised. Memory: 8 bytes a run; and the daily
/// series of all points wait in the scratch file until the end, since any of them may be asked for again.
/// </remarks>
internal sealed class RankBest : IStoppingRule
{
    private const int SilentPosition = 0;

    private readonly Replication _replication;
    private readonly Ranking _ranking;
    private readonly Func<int, IReadOnlyList<string>> _addresses;
    private readonly Sample[][] _samples;
    private readonly Queue<Block> _waiting = [];
    private List<Contender>? _contenders;
    private Contender? _best;
    private int _out;
    private bool _done;

    /// <summary>Prepares the rule.</summary>
    /// <param name="replication">The rule of the file, with <see cref="Replication.Rank"/>.</param>
    /// <param name="points">Points.</param>
    /// <param name="policies">Policies at a point, the silent one first.</param>
    /// <param name="addresses">Content addresses of the policies of a point that was run.</param>
    internal RankBest(Replication replication, int points, Func<int, int> policies, Func<int, IReadOnlyList<string>> addresses)
    {
        (_replication, _addresses) = (replication, addresses);
        _ranking = replication.Rank ?? throw new ArgumentException("No ranking is wanted.", nameof(replication));
        _samples = [.. Enumerable.Range(0, points).Select(point => Enumerable.Range(0, policies(point)).Select(_ => new Sample()).ToArray())];
        for (int point = 0; point < points; point++)
        {
            _waiting.Enqueue(new Block(point, 0, replication.AtLeast, [.. Enumerable.Range(0, policies(point))]));
        }
    }

    /// <inheritdoc/>
    public Metric? Metric => _ranking.Metric;

    /// <summary>Bonferroni's lower bound of the probability that the first in <see cref="Order"/> is the best.</summary>
    internal double Probability { get; private set; }

    /// <inheritdoc/>
    public Block? Next()
    {
        if (_waiting.TryDequeue(out Block? block))
        {
            _out++;
        }

        return block;
    }

    /// <inheritdoc/>
    public void Take(int point, int policy, int replicate, double value) => _samples[point][policy].Set(replicate, _ranking.Sign * value);

    /// <inheritdoc/>
    public IReadOnlyList<int> Complete(Block block)
    {
        foreach (int policy in block.Policies)
        {
            _samples[block.Point][policy].Complete(block.End);
        }

        if (--_out == 0 && _waiting.Count == 0)
        {
            Decide();
        }

        return _done ? [.. Enumerable.Range(0, _samples.Length)] : [];
    }

    /// <inheritdoc/>
    public IReadOnlyList<int> Close(int point) => [.. _samples[point].Select(sample => sample.Count)];

    /// <summary>All alternatives, the best first; those whose runs failed last.</summary>
    internal IReadOnlyList<Ranked> Order()
    {
        List<Contender> order = [.. _contenders!.OrderByDescending(contender => Standing(contender, _best).Mean is var mean && double.IsNaN(mean) ? double.NegativeInfinity : mean)];
        return
        [
            .. order.SelectMany((contender, place) => contender.Cells.Select(cell => new Ranked(
                place + 1,
                cell.Point,
                cell.Policy,
                _samples[cell.Point][cell.Policy].Count,
                _ranking.Sign * Spread.Of(_samples[cell.Point][cell.Policy].Values).Mean,
                contender == _best || _best is null ? new Spread(contender.Sample.Count, 0, 0) : Spread.Of(_best.Sample.Values, contender.Sample.Values)))),
        ];
    }

    private void Decide()
    {
        _contenders ??= Contenders();
        _contenders.ForEach(contender => contender.Choose(_samples));
        List<Contender> running = [.. _contenders.Where(contender => Spread.Of(contender.Sample.Values).Count > 1)];
        Contender? reference = _best ?? running.FirstOrDefault();
        _best = running.MaxBy(contender => Standing(contender, reference).Mean);
        List<Contender> rivals = [.. running.Where(contender => contender != _best)];
        Spread[] behind = [.. rivals.Select(rival => Spread.Of(_best!.Sample.Values, rival.Sample.Values))];
        Probability = _best is null ? 0 : SelectionProbability.Bound(behind);
        int[] replicates = [.. rivals.Select(rival => rival.Sample.Count)];
        int[] next = Probability >= _ranking.Probability ? replicates : SelectionBudget.Next(behind, replicates, _replication.AtMost);
        _done = next.AsSpan().SequenceEqual(replicates);
        if (!_done)
        {
            Ask(rivals, next);
        }
    }

    /// <summary>Queues what is missing to the wanted numbers; the best gets every replicate, the silent policy all of its point.</summary>
    private void Ask(List<Contender> rivals, int[] next)
    {
        var wanted = new SortedDictionary<int, int[]>();
        void Want((int Point, int Policy) cell, int replicates)
        {
            if (!wanted.TryGetValue(cell.Point, out int[]? ofPoint))
            {
                wanted[cell.Point] = ofPoint = [.. _samples[cell.Point].Select(sample => sample.Count)];
            }

            ofPoint[cell.Policy] = Math.Max(ofPoint[cell.Policy], replicates);
            ofPoint[SilentPosition] = Math.Max(ofPoint[SilentPosition], replicates);
        }

        for (int rival = 0; rival < rivals.Count; rival++)
        {
            if (next[rival] > rivals[rival].Sample.Count)
            {
                Want(rivals[rival].Cell, next[rival]);
            }
        }

        Want(_best!.Cell, wanted.Values.Max(replicates => replicates.Max()));
        foreach ((int point, int[] replicates) in wanted)
        {
            Ask(point, replicates);
        }
    }

    private void Ask(int point, int[] wanted)
    {
        Sample[] samples = _samples[point];
        int[] bounds = [.. samples.Select(sample => sample.Count).Concat(wanted).Distinct().Order()];
        for (int part = 0; part + 1 < bounds.Length; part++)
        {
            int[] policies = [.. Enumerable.Range(0, samples.Length).Where(policy => samples[policy].Count <= bounds[part] && bounds[part + 1] <= wanted[policy])];
            if (policies.Length > 0)
            {
                _waiting.Enqueue(new Block(point, bounds[part], bounds[part + 1], policies));
            }
        }
    }

    private List<Contender> Contenders() =>
    [
        .. Enumerable.Range(0, _samples.Length)
            .SelectMany(point => _addresses(point).Select((address, policy) => (address, cell: (point, policy))))
            .GroupBy(entry => entry.address, entry => entry.cell)
            .Select(group => new Contender([.. group])),
    ];

    private static Spread Standing(Contender contender, Contender? reference) =>
        Spread.Of(contender.Sample.Values, reference is null ? default : reference.Sample.Values);

    /// <summary>An alternative: the cells that are the same thing, of which the one with most replicates speaks for all.</summary>
    private sealed class Contender(IReadOnlyList<(int Point, int Policy)> cells)
    {
        internal IReadOnlyList<(int Point, int Policy)> Cells { get; } = cells;

        internal (int Point, int Policy) Cell { get; private set; }

        internal Sample Sample { get; private set; } = new();

        internal void Choose(Sample[][] samples)
        {
            Cell = Cells.MaxBy(cell => samples[cell.Point][cell.Policy].Count);
            Sample = samples[Cell.Point][Cell.Policy];
        }
    }
}
