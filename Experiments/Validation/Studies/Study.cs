using Experiments.Config;
using Experiments.Running;

namespace Experiments.Validation.Studies;

/// <summary>An experiment on which rows of the board rest: an ordinary experiment file, which can also be run by itself.</summary>
/// <param name="Name">Name of its file in configs/validation, without the ending.</param>
/// <param name="Watch">Where single people have to be watched: reduces a replicate to a few numbers; null where outcomes are enough.</param>
internal sealed record Study(string Name, Func<IReadOnlyList<Point>, ulong, int, CancellationToken, IReadOnlyList<Observation>>? Watch = null)
{
    /// <summary>Whether everybody is watched, instead of the outcomes being read.</summary>
    internal bool IsWatched => Watch is not null;

    /// <summary>The folder of their files, beside the shipped experiments.</summary>
    internal static string Folder { get; } = Path.Combine(ShippedExperiments.Folder, "validation");

    /// <summary>All studies, in the order in which they are run.</summary>
    internal static IReadOnlyList<Study> All { get; } =
    [
        new("case"),
        new("case-without-trust-loss"),
        new("leaving", WatchedThirds.Observe),
        new("answering", WatchedAnswers.Observe),
        new("reading"),
        new("ties", WatchedThirds.Observe),
        new("frequency"),
        new("frequency-all-new"),
        new("relevance"),
        new("more-messages"),
        new("fewer-messages"),
        new("prompting"),
    ];

    /// <summary>Path of its file.</summary>
    internal string File => Path.Combine(Folder, Name + ".yaml");

    /// <summary>The study, ready to run.</summary>
    /// <exception cref="InvalidDataException">Its file is missing or was changed so that it cannot be run.</exception>
    internal ExperimentPlan Plan()
    {
        ExperimentReading reading = ExperimentFile.Read(File, []);
        return reading.Experiment is { } experiment
            ? ExperimentPlan.Of(reading, experiment)
            : throw new InvalidDataException($"The study {Name} cannot be run: {string.Join(" ", reading.Problems)}");
    }
}
