using Experiments.Analysis;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Calibration;

/// <summary>Calibrates the model on the facts of the case, reading by reading; or, asked to recover, on simulated facts of known parameter sets.</summary>
/// <param name="plan">The experiment.</param>
internal sealed class CalibrationMethod(ExperimentPlan plan) : IMethod
{
    private readonly CalibrationSettings _settings = plan.Experiment!.Calibrate!;

    /// <inheritdoc/>
    public string Tables => Own.Create;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Meanings => Own.Meanings;

    /// <inheritdoc/>
    public long MostEvaluations => _settings.Recover > 0
        ? _settings.Recover * (1 + PerCalibration)
        : _settings.ReadingNames.Count * (PerCalibration + _settings.Particles);

    private long PerCalibration => _settings.Particles * (1 + ((long)_settings.Generations * _settings.Moves));

    private CalibrationTables Own => new(Prior.All(plan.Sweep!.Sweep.Factors, _settings.Evidence), _settings.Evidence);

    /// <inheritdoc/>
    /// <exception cref="RefusedException">The simulations say nothing about the evidence.</exception>
    public void Work(MethodStore store, Evaluator evaluator, CancellationToken stop)
    {
        RefuseConditions();
        try
        {
            if (_settings.Recover > 0)
            {
                new RecoveryTest(plan, _settings, evaluator).Work(store, stop);
                return;
            }

            for (int index = 0; index < _settings.ReadingNames.Count; index++)
            {
                Calibrate(_settings.ReadingNames[index], index, store, evaluator, stop);
            }
        }
        catch (CalibrationException reason)
        {
            throw new RefusedException(reason.Message, reason);
        }
    }

    /// <inheritdoc/>
    public MethodReport Compose(string folder, ExperimentFacts facts)
    {
        using SqliteConnection connection = StoreConnection.Open(Path.Combine(folder, ResultStore.FileName), SqliteOpenMode.ReadOnly);
        return _settings.Recover > 0
            ? RecoveryReport.Of(RecoveryResults.Read(connection, facts, _settings), folder)
            : CalibrationReport.Of(CalibrationResults.Read(connection, facts, _settings), folder);
    }

    private void Calibrate(string reading, int index, MethodStore store, Evaluator evaluator, CancellationToken stop)
    {
        if (store.Connection.Scalar("SELECT 1 FROM readings WHERE reading = $0", reading) is not null)
        {
            return;
        }

        var model = new CaseModel(plan, _settings, reading, evaluator);
        IReadOnlyList<Evidence> facts = _settings.EvidenceOf(reading);
        Target[] targets = [.. facts.Select(fact => fact.Target)];
        ulong seed = CalibrationDraws.Branch(plan.Seed, 1, (ulong)index);
        var sampler = new SequentialAbc(model.Simulate, targets, model.Priors.Count, _settings.Rival is not null, _settings.Sizes, seed);
        List<Generation> generations = CalibrationTables.Read(store.Connection, reading, model.Priors, facts);
        string? ending = generations.Count == 0 ? null : sampler.ReasonToStop(generations[^1]);
        while (ending is null)
        {
            Generation next;
            try
            {
                next = generations.Count == 0 ? sampler.First(stop) : sampler.Next(generations[^1], stop);
            }
            catch (CalibrationException reason) when (model.LastFailure is { } cause)
            {
                throw new CalibrationException($"{reason.Message} The first failure: {cause}");
            }

            store.Commit(() => Own.Write(store, reading, model.Priors, facts, _settings.Rival, next));
            generations.Add(next);
            ending = sampler.ReasonToStop(next);
        }

        Particle[] members = Simulated(model, targets, Adjusted(generations[^1], model.Priors), CalibrationDraws.Branch(seed, 2, 0), stop);
        long simulations = generations.Sum(generation => (long)generation.Simulations) + members.Length;
        store.Commit(() =>
        {
            Own.WriteEnsemble(store, reading, model.Priors, facts, _settings.Rival, members);
            store.Insert("readings", [[reading, ending, simulations]]);
        });
    }

    /// <summary>The particles of the last generation after the regression adjustment, which leaves them alone where the evidence is out of their reach.</summary>
    private Particle[] Adjusted(Generation last, IReadOnlyList<Prior> priors) =>
        [.. last.Particles.Zip(RegressionAdjustment.Of(last.Particles, last.Tolerance!, place => _settings.IsIdleUnderNull(priors[place])), (particle, scores) => particle with { Scores = scores })];

    /// <summary>Runs each member once more: what an ensemble predicts is not what it was chosen by.</summary>
    private static Particle[] Simulated(CaseModel model, Target[] targets, Particle[] members, ulong seed, CancellationToken stop)
    {
        IReadOnlyList<double[]?> rows = model.Simulate([.. members.Select((member, index) => new Trial(member.Scores, member.IsNull, seed, index))], stop);
        return [.. members.Select((member, index) => rows[index] is { } row && row.All(double.IsFinite)
            ? member with { Statistics = row, Discrepancies = [.. row.Select((value, place) => targets[place].Discrepancy(value))] }
            : member with { Statistics = [], Discrepancies = [] })];
    }

    private void RefuseConditions()
    {
        if (plan.Sweep!.Sweep.Factors.FirstOrDefault(factor => factor.When is not null) is { } conditional)
        {
            throw new RefusedException($"vary.{conditional.Path}: priors are independent of each other; leave 'when' out.");
        }
    }
}
