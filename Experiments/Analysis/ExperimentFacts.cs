using Experiments.Analysis.Context;
using Experiments.Config;
using Experiments.Designs;
using Experiments.Discovery;

namespace Experiments.Analysis;

/// <summary>What a report says about the experiment itself.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Question">The question, as a reader would ask it; may be empty.</param>
/// <param name="Seed">Seed of all draws.</param>
/// <param name="Replicates">Replicates asked for; the store may hold fewer.</param>
/// <param name="Case">Name of the policy that is the case; null when there is none.</param>
/// <param name="Horizon">Days simulated.</param>
/// <param name="AudienceSize">People following on day 0.</param>
/// <param name="Hash">Hash of the resolved experiment; its first eight digits are shown.</param>
internal sealed record ExperimentFacts(
    string Name, string Question, int Seed, int Replicates, string? Case, int Horizon, int AudienceSize, string Hash)
{
    /// <summary>What is varied; null when nothing is.</summary>
    public Sweep? Sweep { get; init; }

    /// <summary>The shipped file that is this experiment, from the project's folder; null when none is.</summary>
    public string? File { get; init; }

    /// <summary>Numbers of days after which results are kept run by run, beside those at the end.</summary>
    public IReadOnlyList<int> Horizons { get; init; } = [];

    /// <summary>How many replicates were to be run; null when only <see cref="Replicates"/> is known.</summary>
    public Replication? Replication { get; init; }

    /// <summary>Names of the outcomes that answer the question, the most important first; may be empty.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Names of the analyses wanted beyond those the design calls for.</summary>
    public IReadOnlyList<string> Analyses { get; init; } = [];

    /// <summary>What scenario discovery looks for.</summary>
    public DiscoverySettings Discovery { get; init; } = new();

    /// <summary>What the experiment in particular cannot tell, in sentences.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>What each policy knows of its followers when it chooses whom to write to, by name.</summary>
    public IReadOnlyDictionary<string, ContextRole> ContextRoles { get; init; } = new Dictionary<string, ContextRole>();

    /// <summary>Share of its possible messages that a policy which learns sends by lot, by name.</summary>
    public IReadOnlyDictionary<string, double> SentByLot { get; init; } = new Dictionary<string, double>();

    /// <summary>Last day of the pilot of the first policy that learns; null when none does.</summary>
    public int? PilotEnds { get; init; }

    /// <summary>Where replicates take their parameters from; null where all have those written down.</summary>
    public EnsembleFacts? Ensemble { get; init; }

    /// <summary>The command that makes the results again.</summary>
    internal string Command => $"dotnet run -c Release --project Experiments -- run {File ?? $"results/{Name}-{ShortHash}/experiment.yaml"}";

    /// <summary>The hash as result folders carry it.</summary>
    internal string ShortHash => Hash.Length > 8 ? Hash[..8] : Hash;
}
