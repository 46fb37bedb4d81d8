using Experiments.Designs;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;

namespace Experiments.Calibration;

/// <summary>
/// Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari &amp; Gelman 2018, arXiv:1804.06788): truths are drawn from the priors, their facts are
/// simulated, and each is calibrated on its own facts as if it were the case. If calibration is right, the share of the posterior below the truth is
/// uniform over truths, for every parameter, whatever the model.
/// </summary>
/// <param name="plan">The experiment.</param>
/// <param name="settings">Its calibration.</param>
/// <param name="evaluator">Runs the model.</param>
internal sealed class RecoveryTest(ExperimentPlan plan, CalibrationSettings settings, Evaluator evaluator)
{
    private const int TruthBranch = 3;

    /// <summary>Works on the truths that are not stored yet.</summary>
    internal void Work(MethodStore store, CancellationToken stop)
    {
        string reading = settings.ReadingNames[0];
        var model = new CaseModel(plan, settings, reading, evaluator);
        Target[] evidence = [.. settings.EvidenceOf(reading).Select(fact => fact.Target)];
        for (int truth = 0; truth < settings.Recover; truth++)
        {
            if (store.Connection.Scalar("SELECT 1 FROM truths WHERE truth = $0", truth) is null)
            {
                Recover(truth, model, evidence, store, stop);
            }
        }
    }

    private void Recover(int truth, CaseModel model, Target[] evidence, MethodStore store, CancellationToken stop)
    {
        ulong seed = CalibrationDraws.Branch(plan.Seed, TruthBranch, (ulong)truth);
        (Trial known, double[] facts) = Truth(model, seed, stop);
        Target[] targets = [.. evidence.Select((target, index) => Observed(target, facts[index], seed, index))];
        var sampler = new SequentialAbc(model.Simulate, targets, model.Priors.Count, settings.Rival is not null, settings.Sizes, CalibrationDraws.Branch(seed, 4, 0));
        Generation last = sampler.First(stop);
        int simulations = last.Simulations;
        string? ending = sampler.ReasonToStop(last);
        while (ending is null)
        {
            last = sampler.Next(last, stop);
            simulations += last.Simulations;
            ending = sampler.ReasonToStop(last);
        }

        IReadOnlyList<double[]> adjusted = RegressionAdjustment.Of(last.Particles, last.Tolerance!, place => settings.IsIdleUnderNull(model.Priors[place]));
        store.Commit(() =>
        {
            store.Insert("truths", [[truth, known.IsNull ? 1 : 0, settings.Rival is null ? null : last.Particles.Average(particle => particle.IsNull ? 1.0 : 0), last.Number, simulations, ending]]);
            store.Insert("recoveries", model.Priors.Select((prior, index) => Row(prior, index)).OfType<IReadOnlyList<object?>>());
        });

        IReadOnlyList<object?>? Row(Prior prior, int index)
        {
            // Under the null an idle parameter has no true value; a truth outside of it is held against particles outside of it.
            bool isIdle = settings.IsIdleUnderNull(prior);
            int[] chosen = [.. Enumerable.Range(0, last.Particles.Count).Where(particle => !isIdle || !last.Particles[particle].IsNull)];
            if ((isIdle && known.IsNull) || chosen.Length < 2)
            {
                return null;
            }

            double score = known.Scores[index];
            double[] positions = [.. chosen.Select(particle => Prior.Position(adjusted[particle][index]))];
            return
            [
                truth, prior.Name, score, prior.Stored(score),
                chosen.Average(particle => last.Particles[particle].Scores[index] < score ? 1.0 : 0),
                chosen.Average(particle => adjusted[particle][index] < score ? 1.0 : 0),
                Contraction.Of(positions),
            ];
        }
    }

    /// <summary>A truth whose run does not fail; one that does is drawn anew.</summary>
    private (Trial Truth, double[] Facts) Truth(CaseModel model, ulong seed, CancellationToken stop)
    {
        const int Attempts = 50;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            var scores = new double[model.Priors.Count];
            CalibrationDraws.Normals(seed, DesignPurpose.Prior, (ulong)attempt, 1, scores);
            bool isNull = settings.Rival is not null && DesignDraws.Block(seed, DesignPurpose.Prior, 0, (ulong)attempt, 1).FineUniform0 < 0.5;
            var trial = new Trial(scores, isNull, seed, attempt);
            if (model.Simulate([trial], stop)[0] is { } facts && facts.All(double.IsFinite))
            {
                return (trial, facts);
            }
        }

        throw new CalibrationException($"None of {Attempts} parameter sets drawn from the priors could be simulated. {model.LastFailure}");
    }

    /// <summary>
    /// What an observer would report of a simulated fact, by the error model: a vague word is an interval of the same width that holds it somewhere;
    /// of an interval with one end only the side is reported; counts, polls and numbers have their error already, see <see cref="CaseModel"/>.
    /// </summary>
    internal static Target Observed(Target target, double fact, ulong seed, int statistic)
    {
        double luck = DesignDraws.Block(seed, DesignPurpose.Hearing, statistic, 0, 1).FineUniform0;
        switch (target)
        {
            case { Model: ErrorModel.Interval, Low: { } low, High: { } high, IsLogarithmic: true }:
                double ratio = high / low;
                double start = Math.Max(fact, 0.5) * Math.Pow(ratio, -luck);
                return target with { Low = start, High = start * ratio };
            case { Model: ErrorModel.Interval, Low: { } low, High: { } high }:
                double from = fact - (luck * (high - low));
                return target with { Low = from, High = from + high - low };
            case { Model: ErrorModel.Interval }:
                double edge = target.Low ?? target.High!.Value;
                return fact >= edge ? target with { Low = edge, High = null } : target with { Low = null, High = edge };
            default:
                return target with { Observed = fact };
        }
    }
}
