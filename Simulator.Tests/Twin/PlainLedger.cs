using Simulator.Ledgers;

namespace Simulator.Tests.Twin;

/// <summary>The daily book of the plain model: plain arrays, one number a day.</summary>
internal sealed class PlainLedger(int days)
{
    internal int Days { get; } = days;

    internal Dictionary<Flow, int[]> Flows { get; } = Enum.GetValues<Flow>().ToDictionary(flow => flow, _ => new int[days]);

    internal int[] Followers { get; } = new int[days];

    internal int[] TunedOut { get; } = new int[days];

    internal double[] TrustCapital { get; } = new double[days];

    internal double[] RelationshipCapital { get; } = new double[days];

    internal double[] Openness { get; } = new double[days];

    internal double[] StandingDebt { get; } = new double[days];

    internal double? PollNegativeShare { get; set; }

    /// <summary>What became of the people of each segment, at the end.</summary>
    internal IReadOnlyList<PlainSegment> Segments { get; set; } = [];

    /// <summary>Counts one event of a person.</summary>
    internal void Count(Flow flow, int day, Person person)
    {
        Flows[flow][day]++;
        person.Counts[(int)flow]++;
    }

    /// <summary>The first number that differs from a ledger of the engine, in words; null when all agree: counts exactly, sums to 10⁻⁹ relative.</summary>
    internal string? FirstDifference(Ledger engine)
    {
        for (int day = 0; day < Days; day++)
        {
            foreach ((Flow flow, int[] counts) in Flows)
            {
                if (counts[day] != engine.Count(flow)[day])
                {
                    return $"{flow} on day {day}: plain {counts[day]}, engine {engine.Count(flow)[day]}";
                }
            }

            string? difference =
                Differs(nameof(Followers), day, Followers[day], engine.Followers[day], 0)
                ?? Differs(nameof(TunedOut), day, TunedOut[day], engine.TunedOut[day], 0)
                ?? Differs(nameof(TrustCapital), day, TrustCapital[day], engine.TrustCapital[day], Tolerance)
                ?? Differs(nameof(RelationshipCapital), day, RelationshipCapital[day], engine.RelationshipCapital[day], Tolerance)
                ?? Differs(nameof(Openness), day, Openness[day], engine.Openness[day], Tolerance)
                ?? Differs(nameof(StandingDebt), day, StandingDebt[day], engine.StandingDebt[day], Tolerance);
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private const double Tolerance = 1e-9;

    // Relative to 1 where a sum is smaller than one person: a sum of cancelling terms has no relative accuracy of its own.
    private static string? Differs(string metric, int day, double plain, double engine, double tolerance) =>
        (double.IsNaN(plain) && double.IsNaN(engine)) || Math.Abs(plain - engine) <= tolerance * Math.Max(1, Math.Abs(plain))
            ? null
            : $"{metric} on day {day}: plain {plain:R}, engine {engine:R}";
}
