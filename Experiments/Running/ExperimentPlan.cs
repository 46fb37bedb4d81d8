using Experiments.Analysis;
using Experiments.Analysis.Context;
using Experiments.Config;
using Experiments.Discovery;
using Experiments.Running.Methods;
using Experiments.Store;

namespace Experiments.Running;

/// <summary>An experiment ready to run.</summary>
internal sealed record ExperimentPlan
{
    /// <summary>Name; also of the result folder.</summary>
    public required string Name { get; init; }

    /// <summary>The question, as a reader would ask it.</summary>
    public string Question { get; init; } = "";

    /// <summary>Name of the policy that is the case; null when there is none.</summary>
    public string? Case { get; init; }

    /// <summary>Seed of all draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many replicates are run.</summary>
    public required Replication Replicates { get; init; }

    /// <summary>The points; the one at index i has number i. Those of a sweep are made when they are asked for.</summary>
    public required IReadOnlyList<Point> Points { get; init; }

    /// <summary>What is varied; null when nothing is.</summary>
    public SweepPoints? Sweep { get; init; }

    /// <summary>Numbers of days after which results are kept run by run, ascending.</summary>
    public IReadOnlyList<int> Horizons { get; init; } = [];

    /// <summary>Whether statistics of every day are kept.</summary>
    public bool KeepsDays { get; init; } = true;

    /// <summary>Names of the outcomes that answer the question, the most important first; may be empty.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Names of the analyses wanted beyond those the design calls for.</summary>
    public IReadOnlyList<string> Analyses { get; init; } = [];

    /// <summary>What scenario discovery looks for.</summary>
    public DiscoverySettings Discovery { get; init; } = new();

    /// <summary>What the experiment in particular cannot tell, in sentences.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>The experiment as its file has it; null for a plan that was put together by hand.</summary>
    public Experiment? Experiment { get; init; }

    /// <summary>The experiment file with everything it inherits and leaves out written down.</summary>
    public required string ResolvedYaml { get; init; }

    /// <summary>Hash of all that determines the results, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The plan of an experiment file without problems.</summary>
    /// <param name="reading">What came of reading it.</param>
    /// <param name="experiment">The experiment it holds.</param>
    internal static ExperimentPlan Of(ExperimentReading reading, Experiment experiment) => new()
    {
        Experiment = experiment,
        Name = experiment.Name,
        Question = experiment.Question,
        Case = experiment.Case,
        Seed = (ulong)experiment.Seed,
        Replicates = experiment.Replicates,
        Points = reading.Points,
        Sweep = reading.Sweep,
        Horizons = experiment.Horizons,
        KeepsDays = experiment.KeepsDays,
        Outcomes = experiment.Outcomes,
        Analyses = experiment.Analyses,
        Discovery = experiment.Discovery ?? new(),
        Limits = experiment.Limits,
        ResolvedYaml = reading.ResolvedYaml,
        Hash = reading.Hash,
    };

    /// <summary>The method that decides what is run; null when the points simply are.</summary>
    internal IMethod? Method => Experiment is { } experiment ? MethodKind.AskedBy(experiment)?.Of(this) : null;

    /// <summary>The point at other values than those of the experiment as written.</summary>
    /// <param name="index">Its number.</param>
    /// <param name="set">The values, by dotted path.</param>
    /// <exception cref="InvalidDataException">The values contradict each other.</exception>
    internal Point At(int index, IReadOnlyDictionary<string, string> set) =>
        Sweep?.At(index, set) ?? (set.Count == 0 ? Points[0] with { Index = index } : throw new ArgumentException("Nothing is varied here.", nameof(set)));

    /// <summary>What reports and charts say about the experiment.</summary>
    internal ExperimentFacts Facts() => new(
        Name, Question, (int)Seed, Replicates.First, Case, Points[0].Scenario.Horizon, Points[0].Scenario.Audience.Size, Hash)
    {
        File = ShippedExperiments.FileOf(Name, Hash),
        Sweep = Sweep?.Sweep,
        Replication = Replicates,
        Horizons = Horizons,
        Outcomes = Outcomes,
        Analyses = Analyses,
        Discovery = Discovery,
        Ensemble = Points[0].Worlds is { } worlds ? new EnsembleFacts(Path.GetFileName(worlds.Ensemble.Folder), worlds.Ensemble.Reading, worlds.Ensemble.Members.Count) { Agreeing = worlds.Ensemble.Agreeing, Paths = worlds.Ensemble.Paths } : null,
        Limits = Limits,
        ContextRoles = Points[0].Policies.ToDictionary(policy => policy.Name, ContextRoles.Of),
        SentByLot = Points[0].Policies.Where(policy => policy.Learns).ToDictionary(policy => policy.Name, policy => ContextRoles.ByLot(policy, Points[0].Scenario.Horizon)),
        PilotEnds = Points[0].Policies.SelectMany(policy => policy.Sends).FirstOrDefault(send => send.To.Learn is not null) is { } pilot ? pilot.First + pilot.Over - 1 : null,
    };

    /// <summary>What of its days a run brings.</summary>
    internal KeptDays Kept() => new(KeepsDays, Horizons);

    // A method chooses its points itself.
    private SweepPoints? Varied => Method is null ? Sweep : null;

    /// <summary>What the store has to know.</summary>
    internal StoreLayout Layout() => new()
    {
        Hash = Hash,
        Seed = Seed,
        Replicates = Replicates.First,
        MostReplicates = Replicates.Last,
        Points = Varied?.Stored ?? [.. Points.Select(point => new StoredPoint(
            point.Index, point.Name, point.Varied, point.Scenario.Horizon, [.. point.Policies.Select(policy => policy.Name)]))],
        VariedPaths = Varied?.Sweep.Paths ?? [.. Points.SelectMany(point => point.Varied.Keys).Distinct()],
        Policies = Varied is null ? [.. Points.SelectMany(point => point.Policies).Select(policy => policy.Name).Distinct()] : Varied.Stored[0].Policies,
        Series = Varied is null ? Points.Sum(point => (long)point.Policies.Count) : (long)Points.Count * Varied.Stored[0].Policies.Count,
        Horizons = Horizons,
        KeepsDays = KeepsDays,
    };
}
