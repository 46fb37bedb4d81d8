namespace Simulator.Reactions;

/// <summary>A person who is reading a message, and how it feels. Filled field by field: a copy of the whole would wait for the stores of its parts.</summary>
internal struct Reader
{
    /// <summary>Index.</summary>
    internal int Person;

    /// <summary>Number of the message among those delivered to this person today.</summary>
    internal int Ordinal;

    /// <summary>P before the message, promotional DMs.</summary>
    internal double Pressure;

    /// <summary>Perceived spamminess s, 0–1.</summary>
    internal double Spamminess;

    /// <summary>Annoyance e, 0–1.</summary>
    internal double Annoyance;

    /// <summary>Random word for buying.</summary>
    internal uint BuyWord;

    /// <summary>Random word for voice.</summary>
    internal uint VoiceWord;

    /// <summary>Random word for exit.</summary>
    internal uint ExitWord;
}
