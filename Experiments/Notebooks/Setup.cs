using System.Globalization;
using Experiments.Config;
using Simulator.Engine;
using Simulator.Messages;
using Simulator.Policies;

namespace Experiments.Notebooks;

/// <summary>The world, the messages and the policies of an experiment as written, to be used from code.</summary>
public sealed class Setup
{
    private const string TextName = "experiment";

    private Setup(Experiment experiment) => (Name, Question, Scenario, Messages, Policies) =
        (experiment.Name, experiment.Question, experiment.Scenario, experiment.Messages, experiment.Policies);

    /// <summary>Name of the experiment.</summary>
    public string Name { get; }

    /// <summary>Its question, as a reader would ask it; may be empty.</summary>
    public string Question { get; }

    /// <summary>The world.</summary>
    public Scenario Scenario { get; }

    /// <summary>The messages.</summary>
    public IReadOnlyList<Message> Messages { get; }

    /// <summary>The policies, without the silent twin.</summary>
    public IReadOnlyList<Schedule> Policies { get; }

    /// <summary>Reads an experiment.</summary>
    /// <param name="experiment">Name of a shipped experiment, path of an experiment file (.yaml), or the text of one.</param>
    /// <param name="set">Values by dotted path, for example "scenario.horizon=90".</param>
    /// <exception cref="NotebookException">There is no such experiment, or it has problems; the message names all of them.</exception>
    public static Setup Read(string experiment, params IEnumerable<string> set) => new(Reading(experiment, null, null, set).Experiment!);

    /// <summary>A message by its name.</summary>
    /// <exception cref="NotebookException">There is none of that name.</exception>
    public Message Message(string name) => Messages.FirstOrDefault(message => message.Name == name)
        ?? throw new NotebookException($"There is no message '{name}'{NearestName.Hint(name, Messages.Select(message => message.Name))}");

    /// <summary>A policy by its name.</summary>
    /// <exception cref="NotebookException">There is none of that name.</exception>
    public Schedule Policy(string name) => Policies.FirstOrDefault(policy => policy.Name == name)
        ?? throw new NotebookException($"There is no policy '{name}'{NearestName.Hint(name, Policies.Select(policy => policy.Name))}");

    /// <summary>Reads an experiment without problems.</summary>
    internal static ExperimentReading Reading(string experiment, int? replicates, int? seed, IEnumerable<string>? set)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(experiment);
        string[] overrides = [.. set ?? [], .. Override("replicates", replicates), .. Override("seed", seed)];
        ExperimentReading reading = experiment.Contains('\n', StringComparison.Ordinal)
            ? ExperimentFile.ReadText(experiment, TextName, overrides)
            : ExperimentFile.Read(NotebookFolders.Experiment(experiment), overrides);
        return reading.Experiment is not null
            ? reading
            : throw new NotebookException("The experiment cannot be run:\n" + string.Join("\n", reading.Problems));
    }

    private static IEnumerable<string> Override(string path, int? value) =>
        value is { } number ? [string.Create(CultureInfo.InvariantCulture, $"{path}={number}")] : [];
}
