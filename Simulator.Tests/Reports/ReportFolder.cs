using Experiments.Analysis;
using Experiments.Reports;
using Simulator.Policies;

namespace Simulator.Tests.Reports;

/// <summary>A result folder with a report, deleted afterwards.</summary>
internal sealed class ReportFolder : IDisposable
{
    internal ReportFolder(
        int replicates = 4, int horizon = 60, IReadOnlyList<Schedule>? policies = null, string? theCase = "one blast", bool whatIf = true, bool failure = false)
    {
        Path = Directory.CreateTempSubdirectory("report-").FullName;
        SmallStore.Write(Path, replicates, horizon, policies ?? SmallStore.Policies, whatIf, failure);
        Report = (Report)ReportWriter.Write(
            Path, new ExperimentFacts("small", "Does it pay <now> - or later?", 1, replicates, theCase, horizon, SmallStore.AudienceSize, "0123456789abcdef"));
        Page = File.ReadAllText(Report.Page);
    }

    internal string Path { get; }

    internal Report Report { get; }

    internal string Page { get; }

    internal IReadOnlyList<string> Figures => [.. Directory.GetFiles(System.IO.Path.Combine(Path, ReportFiles.ChartFolder), "*.json").Order()];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
