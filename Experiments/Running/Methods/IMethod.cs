using Experiments.Analysis;
using Experiments.Reports;

namespace Experiments.Running.Methods;

/// <summary>A way through an experiment that decides while it runs what is run next: calibration, policy search, validation.</summary>
internal interface IMethod
{
    /// <summary>SQL that makes the method's own tables in the result file: CREATE TABLE IF NOT EXISTS …</summary>
    string Tables { get; }

    /// <summary>What the columns of its tables mean, by "table.column", with the unit in brackets at the end where there is one: what exports tell with them.</summary>
    IReadOnlyDictionary<string, string> Meanings { get; }

    /// <summary>Evaluations of the whole method, at most.</summary>
    long MostEvaluations { get; }

    /// <summary>Works, or goes on where its tables say that it stopped.</summary>
    /// <param name="store">Takes what is found, a step as one transaction.</param>
    /// <param name="evaluator">Runs the model.</param>
    /// <param name="stop">Stops; what was stored is safe.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    void Work(MethodStore store, Evaluator evaluator, CancellationToken stop);

    /// <summary>What the finished store says.</summary>
    /// <param name="folder">The result folder.</param>
    /// <param name="facts">The experiment.</param>
    MethodReport Compose(string folder, ExperimentFacts facts);
}
