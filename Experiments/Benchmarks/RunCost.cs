using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.People;
using Simulator.Policies;

namespace Experiments.Benchmarks;

/// <summary>What one run beside its silent twin took, on the same people and founded for the two of them.</summary>
/// <param name="AudiencePeople">People on day 0.</param>
/// <param name="Mailings">Messages sent to everybody.</param>
/// <param name="Days">Days of the run.</param>
/// <param name="People">People ever in the audience: those of day 0 and those who came.</param>
/// <param name="Sent">DMs delivered.</param>
/// <param name="Voices">Praise and complaints, which others may see.</param>
/// <param name="Seconds">Processor time of all threads; the median of the repetitions.</param>
internal sealed record RunCost(int AudiencePeople, int Mailings, int Days, double People, double Sent, double Voices, double Seconds)
{
    /// <summary>Mailings of a year with one every week.</summary>
    internal const int Weekly = 52;

    private const int Year = 365;
    private const int LeastRepetitions = 5;

    /// <summary>What is measured of an audience that leaves every cache: a run takes seconds and is hardly repeated.</summary>
    private static readonly (int Mailings, int Days)[] Few = [(1, 30), (1, Year), (12, 90), (Weekly, Year)];

    /// <summary>Processor time after which no further repetition is made, and after which one is enough.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(0.15), MoreThanEnough = TimeSpan.FromSeconds(1);

    /// <summary>Every combination of audience, mailings and days, with a message that annoys and one that does not, so that voices vary apart from DMs; and weekly years.</summary>
    internal static IReadOnlyList<RunCost> Grid()
    {
        (int Mailings, int Days)[] plans =
        [
            .. new[] { 1, 4, 12 }.SelectMany(mailings => new[] { 30, 90, Year }.Select(days => (mailings, days))),
            (Weekly, Year),
        ];

        // The smallest audience twice: the first time is for the compiler, which makes better code of what has run often.
        IReadOnlyList<RunCost> Of(int people) =>
            [.. plans.SelectMany(plan => new[] { 0.9, 0.3 }.Select(promotion => Measure(people, plan.Mailings, plan.Days, promotion)))];
        Of(2_100);
        return [.. Of(2_100), .. Of(21_000), .. Of(210_000), .. Few.Select(plan => Measure(2_100_000, plan.Mailings, plan.Days, 0.9))];
    }

    // Processor time rather than time: a cluster's hours are counted in it, and other programs of this machine are not in it.
    private static RunCost Measure(int people, int mailings, int days, double promotion)
    {
        Schedule weekly = BenchmarkYear.WeeklyPitch;
        Schedule policy = weekly with
        {
            Sends = [weekly.Sends[0] with { Message = weekly.Sends[0].Message with { Promotion = promotion }, Every = days / mailings, Times = mailings, Over = 1 }],
        };
        Scenario scenario = new() { Horizon = days, Audience = new Audience { Size = people } };
        var seconds = new List<double>();
        TimeSpan total = TimeSpan.Zero;
        Ledger ledger;
        do
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            ledger = Simulation.Run(scenario, policy).Ledger;
            TimeSpan took = Environment.CpuUsage.TotalTime - before;
            total += took;
            seconds.Add(took.TotalSeconds);
        }
        while ((seconds.Count < LeastRepetitions || total < Enough) && total < MoreThanEnough);

        seconds.Sort();
        return new RunCost(
            people,
            mailings,
            days,
            people + BenchmarkYear.Total(ledger, Flow.Arrived),
            BenchmarkYear.Total(ledger, Flow.Sent),
            BenchmarkYear.Total(ledger, Flow.Praise) + BenchmarkYear.Total(ledger, Flow.ComplaintsPrivate) + BenchmarkYear.Total(ledger, Flow.ComplaintsPublic),
            seconds[seconds.Count / 2]);
    }
}
