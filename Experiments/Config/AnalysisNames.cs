namespace Experiments.Config;

/// <summary>Analyses that an experiment may ask for beyond those its design calls for.</summary>
internal static class AnalysisNames
{
    /// <summary>How likely the visible number of followers shows a loss of trust.</summary>
    internal const string Power = "power";

    /// <summary>Each point held against the evidence of the case.</summary>
    internal const string Evidence = "evidence";

    /// <summary>Which outcomes tell two worlds apart.</summary>
    internal const string TellApart = "tellApart";

    /// <summary>From what is felt to what is heard and what a poll says, filter by filter.</summary>
    internal const string Filters = "filters";

    /// <summary>How bad it gets at worst.</summary>
    internal const string Tail = "tail";

    /// <summary>A Gaussian process in place of the simulation: what each factor does, and a what-if on the page.</summary>
    internal const string Emulator = "emulator";

    /// <summary>Where one policy loses against another.</summary>
    internal const string Discovery = "discovery";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<string> All { get; } = [Power, Evidence, TellApart, Filters, Tail, Emulator, Discovery];
}
