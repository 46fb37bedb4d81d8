namespace Experiments.Benchmarks;

/// <summary>Names of what is timed; the verb's filter searches them.</summary>
internal static class BenchmarkNames
{
    internal const string Founding = "founding";
    internal const string SilentYear = "silent year";
    internal const string WeeklyYear = "weekly year";
    internal const string PlainTwin = "weekly year, plain twin";
    internal const string OneThread = "16 weekly years, 1 thread";
    internal const string TwoThreads = "16 weekly years, 2 threads";
    internal const string BigYear = "big weekly year, 2,100,000 people";
    internal const string Millions = "millions of people, one blast";
    internal const string Sweeps = "sweeps, 21,000 people";

    internal const string Cost = "cost of a run by people, messages and days";

    internal static IReadOnlyList<string> All { get; } = [Founding, SilentYear, WeeklyYear, PlainTwin, OneThread, TwoThreads, BigYear, Millions, Sweeps, Cost];
}
