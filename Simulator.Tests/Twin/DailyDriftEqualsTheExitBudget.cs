using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.People;
using Simulator.Recovery;
using Simulator.Tests.Patterns;

namespace Simulator.Tests.Twin;

public sealed class DailyDriftEqualsTheExitBudget
{
    private const int Replicates = 120;

    /// <summary>√(−ln(α/2)/2) at α = 0.1%: the two-sample Kolmogorov–Smirnov quantile, to be multiplied by √(2/n).</summary>
    private const double KolmogorovQuantile = 1.9495;

    private static readonly Scenario World = new()
    {
        Horizon = 40,
        Audience = new Audience { Size = 400 },
        Drift = new Drift { Base = 0.004, Distrust = 6 },
        Trust = new TrustDynamics { Loss = 0.9 },
    };

    [Fact]
    public void Drifts_of_a_literal_draw_every_morning_have_the_same_distribution()
    {
        (double[] engine, double[] plain) = Sample(ledger => ledger.Count(Flow.Drifted).ToArray().Sum(), ledger => ledger.Flows[Flow.Drifted].Sum());
        AssertSameDistribution(engine, plain);
    }

    [Fact]
    public void Trust_capital_under_a_literal_draw_every_morning_has_the_same_distribution()
    {
        (double[] engine, double[] plain) = Sample(ledger => ledger.TrustCapital[^1], ledger => ledger.TrustCapital[^1]);
        AssertSameDistribution(engine, plain);
    }

    [Fact]
    public void Drifts_fall_on_the_same_days_on_average()
    {
        (double[] engine, double[] plain) = Sample(
            ledger => MeanDay(ledger.Count(Flow.Drifted)), ledger => MeanDay(ledger.Flows[Flow.Drifted]));
        AssertSameDistribution(engine, plain);
    }

    private static double MeanDay(ReadOnlySpan<int> drifted)
    {
        double sum = 0;
        int count = 0;
        for (int day = 0; day < drifted.Length; day++)
        {
            sum += day * drifted[day];
            count += drifted[day];
        }

        return sum / count;
    }

    // Other seeds for the plain model, so that the two samples are independent.
    private static (double[] Engine, double[] Plain) Sample(Func<Ledger, double> ofEngine, Func<PlainLedger, double> ofPlain)
    {
        var weekly = CmoJoe.Weekly;
        return (
            [.. Enumerable.Range(0, Replicates).Select(replicate => ofEngine(Simulation.Run(World, weekly, seed: 11, replicate).Ledger))],
            [.. Enumerable.Range(0, Replicates).Select(replicate => ofPlain(PlainTwin.Run(World, weekly, seed: 12, replicate, dailyDrift: true)))]);
    }

    private static void AssertSameDistribution(double[] first, double[] second)
    {
        double standardError = Math.Sqrt((Variance(first) + Variance(second)) / Replicates);
        Assert.InRange(Math.Abs(first.Average() - second.Average()), 0, 4 * standardError);
        double distance = first.Concat(second).Max(at =>
            Math.Abs(first.Count(value => value <= at) - second.Count(value => value <= at)) / (double)Replicates);
        Assert.InRange(distance, 0, KolmogorovQuantile * Math.Sqrt(2.0 / Replicates));
    }

    private static double Variance(double[] sample)
    {
        double mean = sample.Average();
        return sample.Sum(value => (value - mean) * (value - mean)) / (sample.Length - 1);
    }
}
