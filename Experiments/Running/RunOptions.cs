namespace Experiments.Running;

/// <summary>What the command line says about how, not what, to run: nothing here changes a result.</summary>
internal sealed record RunOptions
{
    /// <summary>Result folder; null means <c>results/name-hash</c> below the current directory.</summary>
    public string? Out { get; init; }

    /// <summary>The folder that messages name, where what is kept is moved afterwards; null means the result folder.</summary>
    public string? Told { get; init; }

    /// <summary>Threads that run, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether to write the results as CSV too.</summary>
    public bool Csv { get; init; }

    /// <summary>Whether to print the result folder alone.</summary>
    public bool Quiet { get; init; }
}
