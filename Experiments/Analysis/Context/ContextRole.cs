namespace Experiments.Analysis.Context;

/// <summary>What a policy knows of its followers when it chooses whom to write to.</summary>
internal enum ContextRole
{
    /// <summary>It does not choose: everybody gets the message.</summary>
    Everybody,

    /// <summary>It chooses by a signal that misjudges relationships.</summary>
    Guessed,

    /// <summary>It chooses by the relationship itself, which no sender knows.</summary>
    Known,

    /// <summary>It learns from reactions, with a signal that misjudges relationships.</summary>
    Learned,

    /// <summary>It learns from reactions and knows the relationship, which no sender does.</summary>
    LearnedKnown,
}
