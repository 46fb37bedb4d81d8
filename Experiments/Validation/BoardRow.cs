using Experiments.Validation.Studies;

namespace Experiments.Validation;

/// <summary>A row of the board: one published figure or pattern, and how the model is held against it.</summary>
/// <param name="Id">Its id in the documentation of the evidence, for example V1.</param>
/// <param name="Claim">What is compared, as a reader would say it.</param>
/// <param name="Standing">What agreement is worth.</param>
internal sealed record BoardRow(string Id, string Claim, Standing Standing)
{
    /// <summary>The published figure, in words.</summary>
    public required string Published { get; init; }

    /// <summary>The source, with its DOI where it is known.</summary>
    public required string Source { get; init; }

    /// <summary>How well the published figure is known: F seen in the source, M from memory, D derived, A assumed.</summary>
    public required string Evidence { get; init; }

    /// <summary>Names of the studies it rests on; none where it cannot be tested.</summary>
    public IReadOnlyList<string> Studies { get; init; } = [];

    /// <summary>How the published setting is mapped to the model, and what of that is a choice.</summary>
    public string Mapping { get; init; } = "";

    /// <summary>Works the figures out; null where the row cannot be tested.</summary>
    public Func<StudyResults, IReadOnlyList<Measured>>? Measure { get; init; }

    /// <summary>What to make of it, computed from the figures: why the model may miss it, what would have to change.</summary>
    public Func<JudgedRow, string>? Discuss { get; init; }

    /// <summary>Why it cannot be tested; null where it can.</summary>
    public string? NotTestable { get; init; }
}
