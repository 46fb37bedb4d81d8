using Experiments.Config;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Deck.Slides;

/// <summary>A result folder that a deck is made from.</summary>
/// <param name="Folder">Its path, as given.</param>
/// <param name="Report">What it says.</param>
/// <param name="Experiment">The experiment, with every parameter.</param>
/// <param name="Finished">When its last run was done.</param>
internal sealed record DeckSource(string Folder, IReport Report, Experiment Experiment, DateTimeOffset Finished)
{
    /// <summary>Opens a folder.</summary>
    /// <exception cref="RefusedException">It is not a finished result folder of this version.</exception>
    internal static DeckSource Open(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new RefusedException(File.Exists(folder)
                ? $"{folder} is a file. Name the result folder that the deck is to be made from."
                : $"There is no folder {folder}. Name a result folder, such as one below {ResultFolder.Default}.");
        }

        IReport report = FinishedReport.Open(folder);
        Experiment experiment = ExperimentFile.Read(Path.Combine(folder, ResultFolder.ExperimentName), []).Experiment
            ?? throw new RefusedException($"{ResultFolder.ExperimentName} of {folder} cannot be read again.");
        return new DeckSource(folder, report, experiment, Manifest.Read(folder).Finished);
    }
}
