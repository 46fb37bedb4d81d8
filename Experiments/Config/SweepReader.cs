using Experiments.Config.Yaml;
using Experiments.Designs;
using Experiments.Optimisation;
using Experiments.Running.Methods;
using Simulator.People;

namespace Experiments.Config;

/// <summary>Turns <c>vary</c> and <c>design</c> of an experiment file into points, and checks them.</summary>
/// <param name="binder">Binds the changed trees.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class SweepReader(ExperimentBinder binder, List<Diagnostic> problems)
{
    /// <summary>Points bound before anything is run. Of a larger design those at its ends and, evenly, some between are.</summary>
    private const int Checked = 500;

    private const int MostTold = 5;

    /// <summary>Points bound before a method begins. Chosen: a second at most.</summary>
    private const int TriedForMethod = 128;

    /// <summary>The points; null when something is wrong with the design.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="vary">The group of factors.</param>
    /// <param name="written">The experiment as written.</param>
    internal SweepPoints? Read(MappingNode root, MappingNode vary, Experiment written)
    {
        bool isSound = problems.Count == 0;
        int before = problems.Count;
        IReadOnlyList<Factor> factors = new FactorReader(problems).Read(vary);
        RefuseOverriddenTraits(factors, vary, written.Scenario.Audience);

        // A method chooses its points itself; these only show that the values it may choose go together.
        bool isFree = MethodKind.AskedBy(written) is not null;
        if (written.Optimise is not null)
        {
            problems.AddRange(SearchSpace.Objections(factors, vary));
        }

        var sweep = new Sweep(isFree ? new Design { Kind = Design.LatinHypercube, Points = TriedForMethod } : written.Design, factors);
        if (!isSound || problems.Count > before || Table(sweep, written.Seed, root[FileKeys.Design]?.At ?? vary.At) is not { } table)
        {
            return null;
        }

        var points = new SweepPoints(sweep, table, binder, root, written);
        Check(points, vary);
        return problems.Count > before ? null : points;
    }

    private IDesignTable? Table(Sweep sweep, int seed, Place at)
    {
        IReadOnlyList<Factor> factors = sweep.Factors;
        if (sweep.Design.IsForSensitivity && SensitivityObjection.Of(sweep) is { } objection)
        {
            problems.Add(new Diagnostic(at, FileKeys.Design, objection));
            return null;
        }

        double rows = sweep.Design switch
        {
            { Kind: Design.SobolIndices } design => (double)design.Points * new SobolIndicesLayout(factors.Count, design.SecondOrder).RowsPerPoint,
            { Kind: Design.Morris } design => (double)design.Trajectories * (factors.Count + 1),
            { Kind: Design.Grid } => GridTable.Rows(factors),
            { FillsSpace: true } design => design.Points,
            _ => factors.Sum(factor => (double)factor.Levels().Count),
        };
        if (rows > Design.MostPoints)
        {
            problems.Add(new Diagnostic(at, FileKeys.Design, $"this design has {rows:N0} points, more than {Design.MostPoints:N0}; {(sweep.Design.IsForSensitivity ? "take fewer base points, trajectories or factors" : "take fewer levels, or a Latin hypercube or Sobol' points")}."));
            return null;
        }

        if (sweep.Design.FillsSpace && factors.Count > SobolSequence.MostDimensions)
        {
            problems.Add(new Diagnostic(at, FileKeys.Design, $"{factors.Count} factors are varied; a {sweep.Design.Kind} design takes up to {SobolSequence.MostDimensions}."));
            return null;
        }

        if (sweep.Design.Kind == Design.List && factors.Select(factor => factor.Levels().Count).Distinct().Count() > 1)
        {
            string counts = string.Join(", ", factors.Select(factor => $"{factor.Path} has {factor.Levels().Count}"));
            problems.Add(new Diagnostic(at, FileKeys.Design, $"a list takes the first levels together, then the second ones; all factors need as many levels, but {counts}."));
            return null;
        }

        IDesignTable table = sweep.Design.Kind switch
        {
            Design.Grid => new GridTable(factors),
            Design.List => new ListTable(factors),
            Design.OneAtATime => new OneAtATimeTable(factors),
            Design.SobolIndices => new SobolIndicesTable(factors, sweep.Design.Points, sweep.Design.SecondOrder, (ulong)seed),
            Design.Morris => new MorrisTable(factors, sweep.Design.Trajectories, (ulong)seed),
            _ => SpaceFilling(sweep, seed),
        };
        return factors.Any(factor => factor.When is not null) ? new ConditionalTable(table, factors) : table;
    }

    /// <summary>Traits of the whole audience mean nothing where every segment has its own: a resolved file writes them all out.</summary>
    private void RefuseOverriddenTraits(IReadOnlyList<Factor> factors, MappingNode vary, Audience audience)
    {
        string[] traits = [.. RecordKey.Of(typeof(Traits)).Select(key => $"scenario.audience.{key.Name}")];
        foreach (Factor factor in factors.Where(factor => audience.Segments.Count > 0))
        {
            if (factor.Paths.FirstOrDefault(path => traits.Any(trait => path == trait || path.StartsWith(trait + ".", StringComparison.Ordinal))) is { } path)
            {
                string own = path.Replace("scenario.audience.", $"scenario.audience.segments.{audience.Segments[0].Name}.", StringComparison.Ordinal);
                problems.Add(new Diagnostic(
                    vary.Entries.First(entry => ParameterPath.Find(entry.Key, out _)?.Path.ToString() == factor.Path).At,
                    $"{FileKeys.Vary}.{factor.Path}",
                    $"each segment has its own '{path["scenario.audience.".Length..]}'; vary that of a segment, for example {own}, others with it under 'with'."));
            }
        }
    }

    private static SpaceFillingTable SpaceFilling(Sweep sweep, int seed)
    {
        (int points, int dimensions) = (sweep.Design.Points, sweep.Factors.Count);
        if (sweep.Design.Kind == Design.Sobol)
        {
            var sobol = new SobolSequence(dimensions, (ulong)seed);
            return new SpaceFillingTable(sweep.Factors, points, (row, point) => sobol.Point(row, point));
        }

        var hypercube = new LatinHypercube(points, dimensions, (ulong)seed);
        return new SpaceFillingTable(sweep.Factors, points, (row, point) => hypercube.Point(row, point));
    }

    private void Check(SweepPoints points, MappingNode vary)
    {
        int step = Math.Max(1, points.Count / Checked);
        var told = new HashSet<string>();
        for (int index = 0; index < points.Count && told.Count < MostTold; index = index == points.Count - 1 ? points.Count : Math.Min(index + step, points.Count - 1))
        {
            foreach (Diagnostic problem in points.Problems(index))
            {
                Entry? entry = vary.Entries.FirstOrDefault(entry => Concerns(points.Sweep, entry, Named(problem.Path, points)));
                if (told.Add($"{problem.Path}: {problem.Message}") && told.Count <= MostTold)
                {
                    string path = entry is null ? FileKeys.Vary : $"{FileKeys.Vary}.{entry.Key}";
                    string where = problem.Path.Length == 0 || entry?.Key == problem.Path ? "" : $"{problem.Path}: ";
                    problems.Add(new Diagnostic(entry?.Value.At ?? vary.At, path, where + problem.Message));
                }
            }
        }
    }

    /// <summary>A problem's path with policies by name, as factors usually name them.</summary>
    private static string Named(string path, SweepPoints points)
    {
        for (int policy = 0; policy < points.Written.Policies.Count; policy++)
        {
            string index = $"policies[{policy}]";
            if (path.StartsWith(index, StringComparison.Ordinal) && points.Sweep.Paths.All(varied => !varied.StartsWith(index, StringComparison.Ordinal)))
            {
                return $"policies.{points.Written.Policies[policy].Name}{path[index.Length..]}";
            }
        }

        return path;
    }

    private static bool Concerns(Sweep sweep, Entry entry, string path) =>
        ParameterPath.Find(entry.Key, out _)?.Path.ToString() is { } own
        && sweep.Factors.First(factor => factor.Path == own).Paths.Any(set => path.Length > 0 && (path.StartsWith(set, StringComparison.Ordinal) || set.StartsWith(path, StringComparison.Ordinal)));
}
