using Experiments.Calibration;
using Experiments.Designs;
using MathNet.Numerics.Distributions;

namespace Simulator.Tests.Calibration;

/// <summary>Simulators whose posterior is known in closed form.</summary>
internal static class Toys
{
    /// <summary>s = z₀ + σ·ξ, or under the null σ·ξ; further parameters say nothing.</summary>
    internal static Simulate NormalMean(double sigma) => (trials, _) =>
        [.. trials.Select(trial => new[] { (trial.IsNull ? 0 : trial.Scores[0]) + (sigma * Noise(trial)) })];

    /// <summary>x ~ Binomial(n, Φ(z₀)).</summary>
    internal static Simulate Coin(int tosses) => (trials, _) =>
        [.. trials.Select(trial => new[] { Enumerable.Range(0, tosses).Count(toss => Uniform(trial, toss + 1) < Normal.CDF(0, 1, trial.Scores[0])) / (double)tosses })];

    /// <summary>An observed number with a normal error.</summary>
    internal static Target Number(string name, double observed, double sd) => new(name, ErrorModel.Normal, observed, null, null, sd, false);

    /// <summary>All generations of a calibration.</summary>
    internal static List<Generation> Run(SequentialAbc sampler)
    {
        List<Generation> generations = [sampler.First(CancellationToken.None)];
        while (sampler.ReasonToStop(generations[^1]) is null)
        {
            generations.Add(sampler.Next(generations[^1], CancellationToken.None));
        }

        return generations;
    }

    /// <summary>A standard normal number of a trial's own.</summary>
    internal static double Noise(Trial trial, int place = 0) => Normal.InvCDF(0, 1, Uniform(trial, place));

    private static double Uniform(Trial trial, int place) => DesignDraws.Block(trial.Seed, DesignPurpose.Search, place, (ulong)trial.Number).FineUniform0;
}
