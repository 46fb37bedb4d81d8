namespace Experiments.Reports;

/// <summary>A result folder as the page of all results shows it.</summary>
/// <param name="Folder">Name of the folder.</param>
/// <param name="Name">Name of the experiment; that of the folder when nothing tells it.</param>
/// <param name="Question">The question; may be empty.</param>
/// <param name="State">How far it got.</param>
internal sealed record ResultEntry(string Folder, string Name, string Question, ResultState State)
{
    /// <summary>What made it; null when it is not finished or the file is damaged.</summary>
    public ManifestOutline? Manifest { get; init; }

    /// <summary>Its findings; null when it keeps none that can be read.</summary>
    public AnswerFile? Answer { get; init; }

    /// <summary>Its experiment file; null when that cannot be read.</summary>
    public ExperimentOutline? Outline { get; init; }

    /// <summary>What must be known before believing it.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>Files and folders that are there to be opened; a folder's name ends with a slash.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];
}
