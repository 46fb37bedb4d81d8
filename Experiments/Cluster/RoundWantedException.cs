namespace Experiments.Cluster;

/// <summary>A method asked for evaluations of which some are not there yet: another round has to bring them.</summary>
internal sealed class RoundWantedException : Exception
{
    /// <summary>Notes what is wanted.</summary>
    /// <param name="after">Evaluations done when it was asked.</param>
    /// <param name="key">Hash of what was asked for.</param>
    /// <param name="missing">What is not there.</param>
    internal RoundWantedException(long after, string key, IReadOnlyList<NumberedEvaluation> missing)
        : base($"{missing.Count} evaluations are missing.") => (After, Key, Missing) = (after, key, missing);

    /// <summary>Evaluations done when it was asked.</summary>
    internal long After { get; }

    /// <summary>Hash of what was asked for.</summary>
    internal string Key { get; }

    /// <summary>What is not there.</summary>
    internal IReadOnlyList<NumberedEvaluation> Missing { get; }
}
