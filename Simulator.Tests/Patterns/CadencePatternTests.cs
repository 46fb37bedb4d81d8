using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Simulator.Tests.Patterns;

/// <summary>Section 9 of the model, points 3 to 5: how often, and to whom.</summary>
public sealed class CadencePatternTests
{
    private const int Replicates = 8;

    private static readonly Scenario Year = new() { Audience = new() { Size = 10_000 } };

    private static readonly Lazy<Dictionary<int, Outcome[]>> Cadences = new(() => Compare(3, 8, 30));

    [Fact]
    public void The_best_cadence_is_neither_the_most_frequent_nor_the_rarest()
    {
        AssertMore(Values(8, Metric.NetValue), Values(3, Metric.NetValue));
        AssertMore(Values(8, Metric.NetValue), Values(30, Metric.NetValue));
        AssertMore(Values(8, Metric.Sales), Values(3, Metric.Sales));
        AssertMore(Values(8, Metric.Sales), Values(30, Metric.Sales));
    }

    [Fact]
    public void A_too_hungry_cadence_leads_at_first_and_falls_behind_later()
    {
        AssertMore(NetValue(3, day: 14), NetValue(8, day: 14));
        AssertMore(NetValue(8, day: 90), NetValue(3, day: 90));
        AssertMore(Values(8, Metric.NetValue), Values(3, Metric.NetValue));
    }

    [Fact]
    public void Reading_halves_from_once_a_week_to_fifteen_times()
    {
        var schedule = new Schedule
        {
            Name = "15 a week",
            Sends =
            [
                new Send { Message = CmoJoe.Book, Every = 1, Times = 365, NewOfferEvery = 30 },
                new Send { Message = CmoJoe.Book, Every = 1, Times = 365, NewOfferEvery = 30 },
                new Send { Message = CmoJoe.Book, Every = 7, Times = 53, NewOfferEvery = 4 },
            ],
        };
        Outcome often = Simulation.Run(Year, schedule, seed: 4);
        Outcome weekly = Simulation.Run(Year, Cadence(7), seed: 4);
        double share = often[Metric.Read]!.Value / often[Metric.Sent]!.Value / (weekly[Metric.Read]!.Value / weekly[Metric.Sent]!.Value);
        Assert.InRange(share, 0, 0.55);
    }

    [Fact]
    public void Leaving_out_the_least_engaged_forty_percent_halves_complaints()
    {
        // A sender that knows the relationships, which are Beta(0.25·3, 0.75·3).
        double fortyPercent = MathNet.Numerics.Distributions.Beta.InvCDF(0.75, 2.25, 0.4);
        Schedule all = Cadence(7);
        Schedule best = all with { Sends = [all.Sends[0] with { To = new Targeting { SignalAtLeast = fortyPercent } }], SignalNoise = 0 };
        double[] complaintsOfAll = new double[Replicates];
        double[] complaintsOfBest = new double[Replicates];
        for (int replicate = 0; replicate < Replicates; replicate++)
        {
            IReadOnlyList<Outcome> outcomes = Simulation.Compare(Year with { Horizon = 120 }, [all, best], seed: 5, replicate);
            complaintsOfAll[replicate] = outcomes[0][Metric.Complaints]!.Value;
            complaintsOfBest[replicate] = outcomes[1][Metric.Complaints]!.Value;
        }

        Assert.InRange(complaintsOfBest.Sum() / complaintsOfAll.Sum(), 0, 0.55);
    }

    private static Schedule Cadence(int every) => Schedule.Cadence(
        CmoJoe.Book, every, times: (365 / every) + 1, over: 1, newOfferEvery: Math.Max(1, (int)Math.Round(30.0 / every)));

    private static Dictionary<int, Outcome[]> Compare(params int[] everies)
    {
        var outcomes = everies.ToDictionary(every => every, _ => new Outcome[Replicates]);
        Schedule[] schedules = [.. everies.Select(Cadence)];
        for (int replicate = 0; replicate < Replicates; replicate++)
        {
            IReadOnlyList<Outcome> compared = Simulation.Compare(Year, schedules, seed: 3, replicate);
            for (int index = 0; index < everies.Length; index++)
            {
                outcomes[everies[index]][replicate] = compared[index];
            }
        }

        return outcomes;
    }

    private static double[] NetValue(int every, int day) => [.. Cadences.Value[every].Select(outcome => outcome.Money.NetValue[day])];

    private static double[] Values(int every, Metric metric) => [.. Cadences.Value[every].Select(outcome => outcome[metric]!.Value)];

    // Matched pairs: the mean difference is more than three of its standard errors above 0.
    private static void AssertMore(double[] more, double[] less)
    {
        double[] differences = [.. more.Zip(less, (a, b) => a - b)];
        double mean = differences.Average();
        double deviation = Math.Sqrt(differences.Sum(value => (value - mean) * (value - mean)) / (differences.Length - 1));
        Assert.True(mean > 3 * deviation / Math.Sqrt(differences.Length), $"mean difference {mean}, standard deviation {deviation}");
    }
}
