using Experiments.Analysis;
using Simulator.Ledgers;
using Spectre.Console;

namespace Experiments.Reports;

/// <summary>The answer on a console: one line a policy, then the findings. Plain text where the output is no terminal.</summary>
internal static class ConsoleAnswer
{
    internal static void Write(IAnsiConsole console, Report report)
    {
        PointResults point = report.Results.AsWritten;
        var table = new Table { Border = console.Profile.Out.IsTerminal ? TableBorder.Rounded : TableBorder.Ascii };
        table.AddColumn(new TableColumn("policy").NoWrap());
        foreach (string heading in new[] { "net value", "sales", "debt, worst", "debt, end", "complaints" })
        {
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        }

        foreach (PolicyResults policy in point.Policies)
        {
            TrustCost? trust = policy.IsSilent ? null : TrustCost.Of(policy);
            table.AddRow(
                Markup.Escape(policy.Name),
                Difference(policy, point.Silent, Metric.NetValue),
                Difference(policy, point.Silent, Metric.Sales),
                Share(trust?.Worst),
                Share(trust?.AtHorizon),
                Mean(policy, Metric.Complaints));
        }

        console.Write(table);
        int runs = report.Results.ReplicatesRun;
        console.WriteLine(runs > 1
            ? $"Means of {Wording.Number(runs)} replicates ± half of the 95% interval. Net value and sales: above sending nothing, paired by replicate. Debt: trust capital missing against sending nothing, on the worst day and at the end."
            : "A single replicate: no intervals. Net value and sales: above sending nothing. Debt: trust capital missing against sending nothing, on the worst day and at the end.");
        foreach (string text in report.Answer.Findings.Select(finding => finding.Text))
        {
            console.WriteLine();
            console.WriteLine(text);
        }
    }

    private static string Difference(PolicyResults policy, PolicyResults? silent, Metric metric) =>
        policy.IsSilent || silent is null ? "–" : Written(PairedDifference.Of(policy, silent, metric));

    private static string Mean(PolicyResults policy, Metric metric) => Written(policy.Mean(metric));

    private static string Share(Interval? share) => share is { } value ? value.HasBounds && value.SideOf(0) == 0 ? "≈ 0" : Wording.Percent(value.Mean) : "–";

    private static string Written(Interval? interval) => interval is { } value
        ? Wording.Mean(value) + (value.HasBounds && value.Above > 0 ? $" ±{Wording.HalfWidth(value)}" : "")
        : "–";
}
