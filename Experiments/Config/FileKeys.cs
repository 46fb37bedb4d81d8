namespace Experiments.Config;

/// <summary>Keys at the root of a file that are read in more than one place.</summary>
internal static class FileKeys
{
    internal const string Base = "base";
    internal const string Vary = "vary";
    internal const string Design = "design";
    internal const string Replicates = "replicates";
    internal const string WhatIf = "whatIf";
    internal const string Analyses = "analyses";
    internal const string Discovery = "discovery";

    /// <summary>Those that are not part of an experiment itself.</summary>
    internal static IReadOnlyList<string> All { get; } = [Base];
}
