using Experiments.Calibration;
using Experiments.Designs;
using Experiments.Discovery;
using Experiments.Optimisation;
using Experiments.Running.Methods;
using Experiments.Validation;
using Simulator.Engine;
using Simulator.Messages;
using Simulator.Parameters;
using Simulator.Policies;

namespace Experiments.Config;

/// <summary>An experiment file, resolved: everything that determines its results.</summary>
internal sealed record Experiment : ParameterSet
{
    /// <summary>Name; also of the result folder.</summary>
    [Parameter("name of the experiment and of its result folder: letters, digits, - and _")]
    public required string Name { get; init; }

    /// <summary>The question, as a reader would ask it.</summary>
    [Parameter("the question, as a reader would ask it")]
    public string Question { get; init; } = "";

    /// <summary>Replicates of every point and policy.</summary>
    [Parameter("replicates of every point and policy: a number, or atLeast and atMost with until or rank")]
    public Replication Replicates { get; init; } = Replication.Fixed(100);

    /// <summary>Seed of all draws.</summary>
    [Parameter("seed of all draws", From = 0, To = int.MaxValue)]
    public int Seed { get; init; } = 1;

    /// <summary>The world.</summary>
    [Parameter("the world: every parameter of the model; what is left out takes its default")]
    public Scenario Scenario { get; init; } = new();

    /// <summary>The messages, by name.</summary>
    [Parameter("the messages, by name")]
    [ByName]
    public IReadOnlyList<Message> Messages { get; init; } = [];

    /// <summary>The policies, compared with each other and with the silent twin.</summary>
    [Parameter("the policies, compared with each other and with the silent twin, which is always run")]
    public IReadOnlyList<Schedule> Policies { get; init; } = [];

    /// <summary>The policy whose results are held against the evidence of the case, by name; null means none.</summary>
    [Parameter("name of the policy that is the case; its results are held against the evidence")]
    public string? Case { get; init; }

    /// <summary>The same experiment under other assumptions.</summary>
    [Parameter("the same experiment under other assumptions")]
    public IReadOnlyList<WhatIf> WhatIf { get; init; } = [];

    /// <summary>What is varied, by dotted path; the values as the file writes them.</summary>
    [Parameter("levers and uncertainties by dotted path: a list of values, or a range {from, to, steps, scale}")]
    public IReadOnlyDictionary<string, string> Vary { get; init; } = new Dictionary<string, string>();

    /// <summary>Which combinations are run.</summary>
    [Parameter("which combinations of what is varied are run")]
    public Design Design { get; init; } = new();

    /// <summary>Numbers of days after which results are kept run by run, beside those at the end.</summary>
    [Parameter("numbers of days after which the results are kept run by run, beside those at the end", From = 1, To = 36_500, Unit = "days")]
    public IReadOnlyList<int> Horizons { get; init; } = [];

    /// <summary>Whether statistics of every day are kept.</summary>
    [Parameter("whether statistics of every day are kept; without them a large design is a fraction of the size, and charts over days are left out")]
    [OnlyWhenGiven]
    public bool Daily { get; init; } = true;

    /// <summary>The outcomes that answer the question, the most important first; none means net value and trust debt.</summary>
    [Parameter("the outcomes that answer the question, the most important first")]
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>What this experiment in particular cannot tell; shown beside its findings.</summary>
    [Parameter("what this experiment in particular cannot tell, in sentences; shown beside its findings")]
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>Analyses beyond those the design asks for, by name.</summary>
    [Parameter("analyses beyond those the design asks for: power, evidence, tellApart, filters, tail, emulator, discovery")]
    public IReadOnlyList<string> Analyses { get; init; } = [];

    /// <summary>What is calibrated, with the factors under <c>vary</c> as priors; null means nothing.</summary>
    [Parameter("calibrates the model on the facts of the case; what is varied are then the priors")]
    [OnlyWhenGiven]
    public CalibrationSettings? Calibrate { get; init; }

    /// <summary>A search for the policies that no other beats in every objective.</summary>
    [Parameter("a search for the policies that no other beats in every objective; what is varied gives its levers and its beliefs")]
    [OnlyWhenGiven]
    public OptimisationSettings? Optimise { get; init; }

    /// <summary>The validation board; null means that it is not asked for.</summary>
    [Parameter("the validation board: the model held against published figures; its studies have files of their own")]
    [OnlyWhenGiven]
    public ValidationSettings? Validate { get; init; }

    /// <summary>Whether days are kept: designs for sensitivity and methods have too many points for them, and ask for none.</summary>
    internal bool KeepsDays => Daily && !Design.IsForSensitivity && MethodKind.AskedBy(this) is null;

    /// <summary>What scenario discovery looks for; null means its defaults.</summary>
    [Parameter("what the analysis 'discovery' looks for: where one policy loses against another")]
    [OnlyWhenGiven]
    public DiscoverySettings? Discovery { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path) => [.. ExperimentNames.Problems(this), .. SensitivityObjection.Of(this)];
}
