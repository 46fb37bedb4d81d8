using System.Security.Cryptography;
using System.Text;
using Experiments.Config.Yaml;
using Experiments.Designs;
using Experiments.Ensembles;
using Experiments.Running;
using Experiments.Running.Methods;

namespace Experiments.Config;

/// <summary>Reads experiment files.</summary>
internal static class ExperimentFile
{
    private const string Heading = "# Complete: every parameter is written out. Running this file again gives the same results.\n";

    /// <summary>Reads a file with everything it inherits, sets the overrides, and checks all of it.</summary>
    /// <param name="path">The file; its text appears in messages as given.</param>
    /// <param name="overrides">Lines <c>path=value</c>; they win over the file, the last over those before it.</param>
    /// <remarks>
    /// The hash covers the resolved text, with the content of a follower graph or an ensemble in place of its path: a moved file is the same
    /// experiment, a changed one is not. The resolved text names the graph by its absolute path.
    /// </remarks>
    internal static ExperimentReading Read(string path, IReadOnlyList<string> overrides) =>
        Read(problems => BaseFiles.Read(path, problems), overrides);

    /// <summary>The same from a text rather than a file; bases are looked for from the current folder.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="overrides">Lines <c>path=value</c>; they win over the text.</param>
    internal static ExperimentReading ReadText(string text, string name, IReadOnlyList<string> overrides) =>
        Read(problems => BaseFiles.ReadText(text, name, problems), overrides);

    private static ExperimentReading Read(Func<List<Diagnostic>, MappingNode?> tree, IReadOnlyList<string> overrides)
    {
        var problems = new List<Diagnostic>();
        var warnings = new List<Diagnostic>();
        if (tree(problems) is not { } root)
        {
            return Refused(problems, warnings);
        }

        root = NetworkPaths.Absolute(Overrides.Apply(root, overrides, problems));
        var edgeLists = new EdgeListReader();
        var ensembles = new EnsembleReader();
        var binder = new ExperimentBinder(edgeLists, ensembles);
        BoundExperiment written = binder.Bind(root);
        problems.AddRange(written.Problems);
        problems.AddRange(written.Ensemble is { } ensemble ? EnsembleChecks.Overridden(ensemble, root) : []);
        warnings.AddRange(written.Warnings);
        SweepPoints? sweep = root[FileKeys.Vary] is MappingNode { Entries.Count: > 0 } vary
            ? new SweepReader(binder, problems).Read(root, vary, written.Experiment)
            : null;
        warnings.AddRange(SetInVain(root, sweep));
        warnings.AddRange(written.Ensemble is { } replaced ? EnsembleChecks.Replaced(replaced, sweep?.Sweep.Factors ?? [], written.Experiment.WhatIf, root) : []);
        IReadOnlyList<Point> points = sweep is not null && MethodKind.AskedBy(written.Experiment) is null ? sweep : new WhatIfPoints(binder).Make(root, written, problems, warnings);
        if (problems.Count > 0)
        {
            return Refused(problems, warnings);
        }

        Experiment experiment = written.Experiment with
        {
            WhatIf = [.. written.Experiment.WhatIf.Select((whatIf, index) => whatIf with { Set = points[index + 1].Set })],
        };
        MappingNode resolved = ResolvedTree.Of(experiment);
        string canonical = YamlText.Block((MappingNode)NetworkPaths.Map(resolved, (key, name) => $"sha256:{(key == NetworkPaths.Ensemble ? ensembles.Sha256(name.Text) : edgeLists.Sha256(name.Text))}"));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        return new ExperimentReading(experiment, points, sweep, [], Ordered(warnings), Heading + YamlText.Block(resolved), hash);
    }

    // Where one factor is changed at a time, or under a condition, the value as written is run too.
    private static IEnumerable<Diagnostic> SetInVain(MappingNode root, SweepPoints? sweep)
    {
        foreach (Factor factor in sweep?.Sweep.Factors.Where(factor => factor.When is null && sweep.Sweep.Design.Kind != Design.OneAtATime) ?? [])
        {
            DottedPath path = DottedPath.Parse(factor.Path)!;
            (Node node, int depth) = path.Find(root);
            if (depth == path.Steps.Count && node.At.Line == 0)
            {
                yield return new Diagnostic(node.At, factor.Path, "it is varied, so this value is run nowhere; take it out of 'vary' to hold it.");
            }
        }
    }

    private static ExperimentReading Refused(List<Diagnostic> problems, List<Diagnostic> warnings) =>
        new(null, [], null, Ordered(problems), Ordered(warnings), "", "");

    private static IReadOnlyList<Diagnostic> Ordered(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Distinct().OrderBy(diagnostic => diagnostic.At.File, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.At.Line).ThenBy(diagnostic => diagnostic.At.Column)];
}
