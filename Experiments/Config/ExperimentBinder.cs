using Experiments.Config.Yaml;
using Experiments.Ensembles;
using Simulator.Engine;
using Simulator.Parameters;
using Simulator.People;

namespace Experiments.Config;

/// <summary>Turns a merged tree into an experiment, loads its follower graph, and checks all of it.</summary>
/// <param name="edgeLists">Reads follower graphs.</param>
/// <param name="ensembles">Reads posterior ensembles.</param>
internal sealed class ExperimentBinder(EdgeListReader edgeLists, EnsembleReader ensembles)
{
    private const string EnsemblePath = "scenario.ensemble";
    private const string NetworkPath = "scenario.wordOfMouth.network";

    /// <summary>Binds a tree.</summary>
    internal BoundExperiment Bind(MappingNode root)
    {
        var problems = new List<Diagnostic>();
        var experiment = (Experiment)new RecordBinder(problems).Bind(new Experiment { Name = "" }, root, "", FileKeys.All);
        experiment = experiment with { Scenario = WithGraph(experiment.Scenario, root, problems) };
        Ensemble? ensemble = EnsembleOf(experiment.Scenario, root, problems);
        string[] told = [.. problems.Select(problem => problem.Path)];
        problems.AddRange(Placed(experiment.Problems(), experiment, root).Where(problem => !told.Any(path => Explains(path, problem.Path))));

        // Doubts are only worth telling about an experiment that could be run: they would rest on values that are refused.
        IEnumerable<Diagnostic> warnings = problems.Count > 0 ? [] : Placed(Cautions.Of(experiment), experiment, root);
        IEnumerable<Diagnostic> doubts = ensemble is null ? [] : EnsembleChecks.Warnings(ensemble, experiment.Replicates.Last, PlaceOf(root));
        return new BoundExperiment(experiment, problems, [.. warnings, .. doubts]) { Ensemble = ensemble };
    }

    private Scenario WithGraph(Scenario scenario, MappingNode root, List<Diagnostic> problems)
    {
        string? path = scenario.WordOfMouth.Network;
        if (path is { Length: > 0 } && scenario.Audience.Size is >= 1 and <= Audience.MaximumSize)
        {
            EdgeList list = edgeLists.Read(path, scenario.Audience.Size, DottedPath.Parse(NetworkPath)!.Find(root).Node.At);
            problems.AddRange(list.Problems);
            if (list.Graph is not null)
            {
                return scenario with { Graph = list.Graph };
            }
        }

        return scenario with { WordOfMouth = scenario.WordOfMouth with { Network = null } };
    }

    private Ensemble? EnsembleOf(Scenario scenario, MappingNode root, List<Diagnostic> problems)
    {
        if (scenario.Ensemble is not { Length: > 0 } path)
        {
            return null;
        }

        EnsembleFile file = ensembles.Read(path);
        problems.AddRange(EnsembleChecks.Problems(file, scenario, PlaceOf(root)));
        return file.Ensemble;
    }

    private static Place PlaceOf(MappingNode root) => DottedPath.Parse(EnsemblePath)!.Find(root).Node.At;

    /// <summary>Whether a problem at one path makes a problem at another a mere consequence: the same value, or a part of it.</summary>
    private static bool Explains(string told, string path) =>
        told.StartsWith(path, StringComparison.Ordinal) && (told.Length == path.Length || told[path.Length] is '.' or '[');

    private static IEnumerable<Diagnostic> Placed(IEnumerable<Problem> found, Experiment experiment, MappingNode root)
    {
        Problem[] problems = [.. found];
        HashSet<string> paths = [.. problems.Select(problem => problem.Path)];
        foreach (Problem problem in problems)
        {
            DottedPath steps = WithMessageName(DottedPath.Parse(problem.Path)!, experiment);
            (Node node, int depth) = steps.Find(root);
            bool written = depth == steps.Steps.Count;
            if (depth == steps.Steps.Count - 1 && node is ScalarNode && steps.Steps[^1].Key == ShorthandOf(steps))
            {
                yield return new Diagnostic(node.At, DottedPath.Text(steps.Steps.SkipLast(1)), problem.Message);
                continue;
            }

            // A path that goes on below a message's name leads into a message, whose problems are told where it is described.
            // A value that a list item inherits is told where its owner says it.
            if (written || (node is not ScalarNode && !paths.Contains(OfOwner(steps))))
            {
                yield return new Diagnostic(node.At, steps.ToString(), problem.Message);
            }
        }
    }

    /// <summary>The key that a single value at the path's owner stands for; null when there is none.</summary>
    private static string? ShorthandOf(DottedPath path) => path.Steps is [{ Key: FileKeys.Replicates }, _] ? RecordKey.Shorthand(typeof(Replication))!.Name : null;

    /// <summary>The path of the same value in the record that holds the (innermost) list.</summary>
    private static string OfOwner(DottedPath path)
    {
        int item = path.Steps.ToList().FindLastIndex(step => step.Index is not null);
        return item < 1 ? "" : DottedPath.Text(path.Steps.Where((_, position) => position != item && position != item - 1));
    }

    /// <summary>The records hold messages in a list, a file holds them by name.</summary>
    private static DottedPath WithMessageName(DottedPath path, Experiment experiment) =>
        path.Steps is [{ Key: "messages" }, { Index: { } index }, ..]
            ? new DottedPath([path.Steps[0], new PathStep(experiment.Messages[index].Name, null), .. path.Steps.Skip(2)])
            : path;
}
