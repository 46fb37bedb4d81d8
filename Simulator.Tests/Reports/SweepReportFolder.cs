using Experiments.Reports;
using Simulator.Tests.Analysis.Sweeps;

namespace Simulator.Tests.Reports;

/// <summary>A result folder with the report of a known sweep, deleted afterwards.</summary>
internal sealed class SweepReportFolder : IDisposable
{
    internal SweepReportFolder(string design)
    {
        Store = design switch
        {
            "rhythm" => KnownSweeps.Rhythm,
            "worlds" => KnownSweeps.Worlds,
            "additive" => KnownSweeps.Additive,
            "alone" => KnownSweeps.Alone,
            "policies" => KnownSweeps.Policies,
            "tails" => KnownSweeps.Rhythm with
            {
                Replicates = 40,
                Outcomes = ["net_value", "complaints"],
                Complaints = (levels, replicate) => 3 / (0.02 + Math.Abs(SweepStore.Luck(replicate, 9))) / levels[0].Number!.Value,
            },
            "failed" => KnownSweeps.Rhythm with { HasFailure = true },
            "single" => KnownSweeps.Rhythm with { Replicates = 1 },
            _ => throw new ArgumentOutOfRangeException(nameof(design), design, "is no known sweep."),
        };
        Path = Directory.CreateTempSubdirectory("sweep-report-").FullName;
        Store.Write(Path);
        Report = ReportWriter.Write(Path, Store.Facts);
        Page = File.ReadAllText(Report.Page);
    }

    internal SweepStore Store { get; }

    internal string Path { get; }

    internal IReport Report { get; }

    internal string Page { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Names of the files of charts with an ending, without it.</summary>
    internal string[] Files(string ending) =>
        [.. Directory.GetFiles(System.IO.Path.Combine(Path, "charts"), "*." + ending).Select(file => System.IO.Path.GetFileNameWithoutExtension(file)).Order()];
}
