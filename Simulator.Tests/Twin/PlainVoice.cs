namespace Simulator.Tests.Twin;

/// <summary>Praise or a complaint. Private complaints are kept too: they may be answered.</summary>
internal sealed class PlainVoice
{
    internal required Person Speaker { get; init; }

    internal required int Day { get; init; }

    internal required bool IsComplaint { get; init; }

    internal required bool IsPublic { get; init; }

    /// <summary>Number among the voices of this person and day; 255 for one who joined in.</summary>
    internal required int Ordinal { get; init; }

    internal bool Due { get; set; } = true;

    internal bool Answered { get; set; }
}
