using System.Globalization;
using Experiments.Analysis;
using Experiments.Designs;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;
using MathNet.Numerics.Distributions;

namespace Experiments.Calibration;

/// <summary>The model as a simulator of the facts of the case.</summary>
internal sealed class CaseModel
{
    private readonly Evaluator _evaluator;
    private readonly IReadOnlyList<Evidence> _evidence;
    private readonly NullHypothesis? _null;
    private readonly string _policy;
    private readonly int _audience;

    /// <summary>Prepares the model.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="settings">Its calibration.</param>
    /// <param name="reading">The reading of the case.</param>
    /// <param name="evaluator">Runs the model.</param>
    internal CaseModel(ExperimentPlan plan, CalibrationSettings settings, string reading, Evaluator evaluator)
    {
        (_evaluator, _null, _evidence) = (evaluator, settings.Rival, settings.EvidenceOf(reading));
        Priors = Prior.All(plan.Sweep!.Sweep.Factors, _evidence);
        _policy = plan.Case ?? plan.Points[0].Policies[^1].Name;
        _audience = plan.Points[0].Scenario.Audience.Size;
    }

    /// <summary>The parameters, in the order of scores.</summary>
    internal IReadOnlyList<Prior> Priors { get; }

    /// <summary>Values of the model's parameters at scores, by dotted path.</summary>
    internal static Dictionary<string, string> Values(IReadOnlyList<Prior> priors, NullHypothesis? nothing, double[] scores, bool isNull)
    {
        var set = new Dictionary<string, string>();
        for (int index = 0; index < priors.Count; index++)
        {
            if (priors[index].Factor is { } factor)
            {
                Level level = priors[index].At(scores[index]);
                set[factor.Path] = level.Text;
                foreach ((string path, string text) in level.With)
                {
                    set[path] = text;
                }
            }
        }

        if (isNull && nothing is not null)
        {
            foreach ((string path, string text) in nothing.Set)
            {
                set[CalibrationChecks.Normal(path)] = text;
            }
        }

        return set;
    }

    /// <summary>Runs the case; see <see cref="Calibration.Simulate"/>.</summary>
    internal IReadOnlyList<double[]?> Simulate(IReadOnlyList<Trial> trials, CancellationToken stop)
    {
        IReadOnlyList<FinishedReplicate> results = _evaluator.Run(
            [.. trials.Select(trial => new Evaluation(Values(Priors, _null, trial.Scores, trial.IsNull), trial.Seed, trial.Number))], stop);
        return [.. trials.Select((trial, index) => Statistics(trial, results[index]))];
    }

    private double[]? Statistics(Trial trial, FinishedReplicate result)
    {
        FinishedRun? run = result.Runs.FirstOrDefault(run => run.Policy == _policy);
        if (run?.Outcomes is not { } outcomes)
        {
            LastFailure ??= run?.Failure?.Message;
            return null;
        }

        return [.. _evidence.Select((evidence, index) =>
        {
            double value = outcomes[(int)evidence.Metric] - (evidence.Change ? _audience : 0);
            return evidence.IsHeard ? Heard(value, Share(evidence, trial), trial, index) : WithError(evidence.Target, value, trial, index);
        })];
    }

    /// <summary>Why a simulation failed; null while none did.</summary>
    internal string? LastFailure { get; private set; }

    private double Share(Evidence evidence, Trial trial)
    {
        for (int index = 0; index < Priors.Count; index++)
        {
            if (Priors[index].Factor is null && Priors[index].Name == Prior.Heard(evidence).Name)
            {
                return Priors[index].At(trial.Scores[index]).Number!.Value;
            }
        }

        throw new InvalidOperationException($"No prior for the share of '{evidence.Name}'.");
    }

    /// <summary>
    /// The simulated value as an observer would report it. A number with a normal error gets that error, x + σξ or, on a log scale, x·exp(σξ): only then do the
    /// accepted parameter sets belong to the posterior under that error (Wilkinson 2013, Statistical Applications in Genetics and Molecular Biology 12:129,
    /// doi 10.1515/sagmb-2013-0010). A poll has its sampling error from the model, an interval has none inside.
    /// </summary>
    internal static double WithError(Target target, double value, Trial trial, int statistic)
    {
        if (target.Model != ErrorModel.Normal || !double.IsFinite(value))
        {
            return value;
        }

        double error = target.Spread * Normal.InvCDF(0, 1, DesignDraws.Block(trial.Seed, DesignPurpose.Hearing, statistic, CalibrationDraws.At(0, trial.Number)).FineUniform0);
        return target.IsLogarithmic ? value * Math.Exp(error) : value + error;
    }

    /// <summary>Binomial(count, share), toss by toss: counts are complaints, not people.</summary>
    private static double Heard(double count, double share, Trial trial, int statistic)
    {
        if (double.IsNaN(count))
        {
            return double.NaN;
        }

        int heard = 0;
        for (int one = 0; one < count; one++)
        {
            heard += DesignDraws.Block(trial.Seed, DesignPurpose.Hearing, statistic, CalibrationDraws.At(one, trial.Number)).FineUniform0 < share ? 1 : 0;
        }

        return heard;
    }

    /// <summary>A figure of an evidence in words.</summary>
    internal static string Figure(Evidence evidence) => evidence switch
    {
        { Error: { Model: ErrorModel.Poll, Of: { } answers }, Observed: { } observed } => string.Create(CultureInfo.InvariantCulture, $"{observed:G6} of {answers}"),
        { Error: { Model: ErrorModel.Interval, From: { } low, To: { } high } } => $"{Wording.Number(low)} to {Wording.Number(high)}",
        { Error: { Model: ErrorModel.Interval, From: { } low } } => $"at least {Wording.Number(low)}",
        { Error: { Model: ErrorModel.Interval, To: { } high } } => $"at most {Wording.Number(high)}",
        { Error: { Model: ErrorModel.Heard, From: { } low, To: { } high }, Observed: { } observed } => $"{Wording.Number(observed)} heard, {Wording.Percent(low)} to {Wording.Percent(high)} of all",
        _ => Wording.Number(evidence.Observed ?? double.NaN),
    };
}
