using Experiments.Analysis;
using Experiments.Sensitivity;

namespace Experiments.Benchmarks;

/// <summary>
/// Seconds of a run beside its silent twin = constant + (a + a′·g)·people + (b + b′·g)·DMs + c·days + (d + d′·g)·people·days + e·voices, with g = log₁₀(people / 1,000): the more people, the
/// fewer of them a processor's caches hold. No coefficient is negative, and the sum of squared relative residuals is least: runs of a millisecond and of a second count alike.
/// </summary>
internal sealed class CostModel
{
    private const ulong BootstrapSeed = 1;

    /// <summary>People whose columns fit in a processor's nearer caches: 90 bytes each.</summary>
    private const double SmallAudience = 1000;

    private readonly double[] _coefficients;

    private CostModel(IReadOnlyList<RunCost> measured, double[] coefficients, IReadOnlyList<Interval> terms)
    {
        (_coefficients, Terms) = (coefficients, terms);
        double[] logs = [.. measured.Select(one => Math.Log(one.Seconds))];
        double mean = logs.Average();
        RSquared = 1 - (measured.Sum(one => Square(Math.Log(Seconds(one) / one.Seconds))) / logs.Sum(log => Square(log - mean)));
        TypicalResidual = Math.Sqrt(measured.Average(one => Square(Residual(one))));
        Worst = measured.MaxBy(one => Math.Abs(Residual(one)))!;
    }

    /// <summary>What the terms are of, in the order of <see cref="Terms"/>.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        "a run",
        "a person of 1,000",
        "  more for each tenfold of people",
        "a DM to one of 1,000",
        "  more for each tenfold of people",
        "a day",
        "a day of one of 1,000 people",
        "  more for each tenfold of people",
        "a voice",
    ];

    /// <summary>Seconds of each term, with 95% percentile intervals from resampled cells.</summary>
    internal IReadOnlyList<Interval> Terms { get; }

    /// <summary>Share of the variance of the logarithms of the times that the model explains.</summary>
    internal double RSquared { get; }

    /// <summary>Root mean square of the relative residuals.</summary>
    internal double TypicalResidual { get; }

    /// <summary>The cell that the model gets most wrong.</summary>
    internal RunCost Worst { get; }

    /// <summary>Fits the model.</summary>
    internal static CostModel Fit(IReadOnlyList<RunCost> measured)
    {
        double[] estimate = Fit(measured, [.. Enumerable.Repeat(1.0, measured.Count)]);
        double[][] resampled = [.. Enumerable.Range(0, Bootstrap.Resamples).Select(resample => Fit(measured, Bootstrap.Weights(measured.Count, resample, BootstrapSeed)))];
        return new CostModel(
            measured, estimate, [.. estimate.Select((value, term) => Bootstrap.Percentiles(value, resampled.Select(one => one[term]), measured.Count))]);
    }

    /// <summary>Seconds that the model expects.</summary>
    internal double Seconds(RunCost run) => Row(run).Zip(_coefficients, (value, coefficient) => value * coefficient).Sum();

    /// <summary>How far the model is off, as a share of what was measured; positive where it expects too much.</summary>
    internal double Residual(RunCost run) => (Seconds(run) / run.Seconds) - 1;

    private static double[] Fit(IReadOnlyList<RunCost> measured, double[] drawn) =>
        NonNegativeLeastSquares.Fit([.. measured.Select(Row)], [.. measured.Select(one => one.Seconds)], [.. measured.Select((one, index) => drawn[index] / Square(one.Seconds))]);

    private static double[] Row(RunCost run)
    {
        double tenfolds = Math.Max(0, Math.Log10(run.AudiencePeople / SmallAudience));
        double personDays = (double)run.AudiencePeople * run.Days;
        return [1, run.People, tenfolds * run.People, run.Sent, tenfolds * run.Sent, run.Days, personDays, tenfolds * personDays, run.Voices];
    }

    private static double Square(double value) => value * value;
}
