using Experiments.Designs;
using Simulator.RandomStreams;

namespace Experiments.Calibration;

/// <summary>
/// Approximate Bayesian computation by a sequential Monte Carlo sampler with MCMC moves (Del Moral, Doucet &amp; Jasra 2012, Statistics and
/// Computing 22:1009, doi 10.1007/s11222-011-9271-y; Drovandi &amp; Pettitt 2011, Biometrics 67:225, doi 10.1111/j.1541-0420.2010.01410.x). Each generation
/// keeps the particles nearest to the evidence, copies them over the others, and moves all of them a number of Metropolis steps that leave the
/// prior restricted to what is accepted unchanged. Every particle costs the same number of simulations at most, so that no thread waits for a last
/// particle, and all particles weigh the same. Parameters are normal scores, so that the prior is N(0, I).
/// </summary>
internal sealed class SequentialAbc
{
    /// <summary>Sizes β of proposed moves, taken at random: whole new draws for what is uninformed, small ones for what is narrow. Chosen.</summary>
    private static readonly double[] MoveSizes = [1, 0.6, 0.3];

    /// <summary>Chance that a particle is offered to change between the null hypothesis and its alternative along with a move. Chosen: both ways alike.</summary>
    private const double Flip = 0.5;

    /// <summary>Moves are so many that a particle stays where it was with at most this probability (Drovandi &amp; Pettitt's c). Chosen.</summary>
    private const double Unmoved = 0.05;

    /// <summary>Acceptance expected before any was seen. Chosen; the cap counts.</summary>
    private const double FirstAcceptance = 0.5;

    private readonly Simulate _simulate;
    private readonly IReadOnlyList<Target> _targets;
    private readonly int _parameters;
    private readonly bool _hasNull;
    private readonly SequentialSettings _settings;
    private readonly ulong _seed;

    /// <summary>Prepares a calibration.</summary>
    /// <param name="simulate">The simulator.</param>
    /// <param name="targets">The evidence, in the order of the simulator's statistics.</param>
    /// <param name="parameters">Number of parameters.</param>
    /// <param name="hasNull">Whether a null hypothesis with prior probability ½ is tested.</param>
    /// <param name="settings">Sizes.</param>
    /// <param name="seed">Seed of all draws.</param>
    internal SequentialAbc(Simulate simulate, IReadOnlyList<Target> targets, int parameters, bool hasNull, SequentialSettings settings, ulong seed) =>
        (_simulate, _targets, _parameters, _hasNull, _settings, _seed) = (simulate, targets, parameters, hasNull, settings, seed);

    /// <summary>Draws from the prior.</summary>
    /// <exception cref="CalibrationException">The simulations say nothing about the evidence.</exception>
    internal Generation First(CancellationToken stop)
    {
        Trial[] trials = [.. Enumerable.Range(0, _settings.Particles).Select(number =>
        {
            var scores = new double[_parameters];
            CalibrationDraws.Normals(_seed, DesignPurpose.Prior, (ulong)number, 0, scores);
            bool isNull = _hasNull && DesignDraws.Block(_seed, DesignPurpose.Prior, 0, (ulong)number).FineUniform0 < 0.5;
            return new Trial(scores, isNull, SimulationSeed(0, 0), number);
        })];
        IReadOnlyList<double[]?> rows = _simulate(trials, stop);
        Particle[] particles = [.. trials.Select((trial, number) => Judged(new Particle(trial.Scores, trial.IsNull, number, [], []), rows[number]))];
        List<double[]> simulated = [.. particles.Where(particle => particle.IsJudged).Select(particle => particle.Discrepancies)];
        Refuse(particles, simulated.Count);
        return new Generation(0, particles, [], Tolerance.ScalesOf(simulated), 0, 0, particles.Length, particles.Length - simulated.Count);
    }

    /// <summary>The generation after another.</summary>
    internal Generation Next(Generation before, CancellationToken stop)
    {
        int number = before.Number + 1;
        var measure = new Tolerance(before.NextScales, 0);
        double[] distances = [.. before.Particles.Select(particle => measure.Distance(particle.Discrepancies))];
        double[] sorted = [.. distances.Order()];
        double epsilon = sorted[Math.Clamp((int)Math.Ceiling(_settings.Keep * sorted.Length) - 1, 0, sorted.Count(double.IsFinite) - 1)];
        Tolerance[] tolerances = [.. before.Tolerances, measure with { Epsilon = epsilon }];
        Particle[] survivors = [.. before.Particles.Where((_, index) => distances[index] <= epsilon)];
        var cloud = ProposalCloud.Of([.. survivors.Select(survivor => survivor.Scores)]);
        Particle[] particles = Resampled(survivors, number);

        int steps = StepsAfter(before.Acceptance);
        var simulated = new List<double[]>();
        (int accepted, int simulations, int failures) = (0, 0, 0);
        for (int step = 0; step < steps; step++)
        {
            List<(int Index, Particle Particle)> proposed = Proposed(particles, cloud, number, step);
            IReadOnlyList<double[]?> rows = _simulate([.. proposed.Select(move => new Trial(move.Particle.Scores, move.Particle.IsNull, SimulationSeed(number, step), move.Index))], stop);
            simulations += rows.Count;
            for (int move = 0; move < proposed.Count; move++)
            {
                Particle judged = Judged(proposed[move].Particle, rows[move]);
                if (!judged.IsJudged)
                {
                    failures++;
                    continue;
                }

                simulated.Add(judged.Discrepancies);
                if (tolerances.All(tolerance => tolerance.Accepts(judged.Discrepancies)))
                {
                    particles[proposed[move].Index] = judged;
                    accepted++;
                }
            }
        }

        return new Generation(number, particles, tolerances, simulated.Count > 0 ? Tolerance.ScalesOf(simulated) : before.NextScales, steps, accepted, simulations, failures);
    }

    /// <summary>Why there is to be no generation after this one; null when there is.</summary>
    internal string? ReasonToStop(Generation generation) => generation switch
    {
        _ when generation.WorstDiscrepancy <= _settings.Within => Ending.Within,
        { Acceptance: { } acceptance } when acceptance < _settings.LeastAcceptance => Ending.Stuck,
        _ when generation.Number >= _settings.Generations => Ending.Generations,
        _ => null,
    };

    private int StepsAfter(double? acceptance)
    {
        double chance = Math.Clamp(acceptance ?? FirstAcceptance, 0.001, 0.999);
        return Math.Clamp((int)Math.Ceiling(Math.Log(Unmoved) / Math.Log(1 - chance)), 1, _settings.MostSteps);
    }

    /// <summary>Survivors, then copies of them in place of the others: each as often as any other, or once more.</summary>
    private Particle[] Resampled(Particle[] survivors, int generation)
    {
        int[] order = [.. Enumerable.Range(0, survivors.Length).OrderBy(index => DesignDraws.Block(_seed, DesignPurpose.Resampling, 0, (ulong)index, generation).FineUniform0)];
        return [.. Enumerable.Range(0, _settings.Particles).Select(index => index < survivors.Length ? survivors[index] : survivors[order[(index - survivors.Length) % order.Length]])];
    }

    /// <summary>The moves that the prior does not rule out.</summary>
    private List<(int Index, Particle Particle)> Proposed(Particle[] particles, ProposalCloud cloud, int generation, int step)
    {
        var proposed = new List<(int, Particle)>();
        var normals = new double[_parameters];
        for (int index = 0; index < particles.Length; index++)
        {
            Particle particle = particles[index];
            ulong address = CalibrationDraws.At(step, index);
            RandomBlock choice = DesignDraws.Block(_seed, DesignPurpose.Move, 0, address, generation);
            double size = MoveSizes[(int)(RandomBlock.Uniform(choice.Word2) * MoveSizes.Length)];
            CalibrationDraws.Normals(_seed, DesignPurpose.Move, address, generation, normals);
            double[] scores = cloud.Propose(particle.Scores, size, normals);
            if (Math.Log(choice.FineUniform0) <= cloud.LogPriorOverCloud(scores) - cloud.LogPriorOverCloud(particle.Scores))
            {
                bool isNull = _hasNull && (particle.IsNull ^ (RandomBlock.Uniform(choice.Word3) < Flip));
                proposed.Add((index, particle with { Scores = scores, IsNull = isNull }));
            }
        }

        return proposed;
    }

    private Particle Judged(Particle particle, double[]? statistics)
    {
        double[] discrepancies = statistics is null ? [] : [.. statistics.Select((value, index) => _targets[index].Discrepancy(value))];
        return discrepancies.All(double.IsFinite) ? particle with { Statistics = statistics ?? [], Discrepancies = discrepancies } : particle with { Statistics = [], Discrepancies = [] };
    }

    private ulong SimulationSeed(int generation, int step) => CalibrationDraws.Branch(_seed, 0, CalibrationDraws.At(generation, step));

    private void Refuse(Particle[] particles, int judged)
    {
        if (judged < Math.Max(2, particles.Length / 10))
        {
            throw new CalibrationException(
                $"{particles.Length - judged} of {particles.Length} simulations with parameters drawn from the priors failed or lack a figure that the evidence names. "
                + "Check that the evidence names outcomes of the policy that is the case, that the horizon is long enough for them, and that the ranges under 'vary' make sense.");
        }

        for (int index = 0; index < _targets.Count; index++)
        {
            double[] values = [.. particles.Where(particle => particle.IsJudged).Select(particle => particle.Statistics[index]).Distinct().Take(2)];
            if (values.Length == 1)
            {
                throw new CalibrationException(string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"evidence '{_targets[index].Name}' is {values[0]:G6} in every simulation, so it says nothing about what is varied. Remove it, let the horizon reach it, or vary a parameter that moves it."));
            }
        }
    }
}
