namespace Simulator.Ledgers;

/// <summary>What one run came to: its daily ledger and every outcome, beside its silent twin (same people, same luck, nothing sent).</summary>
public sealed class Outcome
{
    /// <summary>Days that count as short term.</summary>
    public const int ShortTermDays = 30;

    private readonly double?[] _totals;

    /// <summary>Computes all outcomes.</summary>
    /// <param name="ledger">The run's book.</param>
    /// <param name="silent">The silent twin's book; the same object for the silent run itself.</param>
    /// <param name="money">The run's money.</param>
    /// <param name="silentMoney">The silent twin's money.</param>
    /// <param name="pollNegativeShare">Negative share of the poll, 0–1, or null when nobody could answer.</param>
    internal Outcome(Ledger ledger, Ledger silent, MoneySeries money, MoneySeries silentMoney, double? pollNegativeShare)
    {
        (Ledger, Silent, Money, SilentMoney) = (ledger, silent, money, silentMoney);
        _totals = new double?[MetricInfo.All.Count];
        var daily = new double[ledger.Days];
        foreach (MetricInfo info in MetricInfo.All.Where(info => info.IsDaily))
        {
            Daily(info.Metric, daily);
            _totals[(int)info.Metric] = double.IsNaN(daily[^1]) ? null : daily[^1];
        }

        _totals[(int)Metric.BreakEvenDay] = TwinComparison.BreakEvenDay(money.NetValue, silentMoney.NetValue);
        _totals[(int)Metric.DetectionLag] = TwinComparison.DetectionLag(ledger, silent);
        _totals[(int)Metric.PollNegativeShare] = pollNegativeShare;
        _totals[(int)Metric.FollowersDay7] = ledger.Days >= 7 ? ledger.Followers[6] : null;
        _totals[(int)Metric.FollowersDay14] = ledger.Days >= 14 ? ledger.Followers[13] : null;
        Segments = BySegment(ledger, silent);
    }

    /// <summary>The run's book.</summary>
    public Ledger Ledger { get; }

    /// <summary>The silent twin's book.</summary>
    public Ledger Silent { get; }

    /// <summary>The run's money, day by day.</summary>
    public MoneySeries Money { get; }

    /// <summary>The silent twin's money, day by day.</summary>
    public MoneySeries SilentMoney { get; }

    /// <summary>
    /// The outcomes that belong to single people (<see cref="MetricInfo.IsBySegment"/>), one entry an audience segment in the order of the
    /// configuration; empty when the audience has no segments. Counts add to those of the whole audience exactly, sums within rounding.
    /// </summary>
    public IReadOnlyList<SegmentOutcome> Segments { get; }

    /// <summary>An outcome at the horizon; null where it cannot be computed.</summary>
    public double? this[Metric metric] => _totals[(int)metric];

    /// <summary>An outcome day by day: a running total or a level at the end of each day.</summary>
    /// <param name="metric">An outcome that exists per day.</param>
    /// <param name="days">Overwritten; one value a day, NaN where it cannot be computed.</param>
    /// <exception cref="ArgumentException">The outcome does not exist per day, or the span has another length than the ledger.</exception>
    public void Daily(Metric metric, Span<double> days)
    {
        if (days.Length != Ledger.Days)
        {
            throw new ArgumentException($"The ledger has {Ledger.Days} days, the span {days.Length}.", nameof(days));
        }

        if (!DailySeries.Fill(this, metric, days))
        {
            throw new ArgumentException($"{metric} does not exist per day.", nameof(metric));
        }
    }

    private static SegmentOutcome[] BySegment(Ledger ledger, Ledger silent) => ledger.BySegment is { } book && silent.BySegment is { } twin
        ? [.. Enumerable.Range(0, book.Names.Count).Select(segment => new SegmentOutcome(book, twin, segment))]
        : [];
}
