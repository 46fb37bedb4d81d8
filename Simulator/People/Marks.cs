namespace Simulator.People;

/// <summary>Yes-or-no facts about a person.</summary>
[Flags]
internal enum Marks : byte
{
    None = 0,

    /// <summary>κ; its value is 1, so that it can enter the appraisal as a number.</summary>
    Consents = 1,

    Complained = 2,
    Praised = 4,
    Bought = 8,
    Harmed = 16,
}
