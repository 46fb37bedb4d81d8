using Experiments.Analysis;
using Simulator.Ledgers;

namespace Experiments.Reports;

/// <summary>The four figures at the top: what was gained and what it cost, for the policy in question.</summary>
internal static class KeyFigures
{
    internal static string Write(StoredResults results)
    {
        if (results.Subject is not { } subject)
        {
            return "";
        }

        PageTemplate tile = PageTemplate.Load("tile.html");
        var tiles = new List<string>();
        void Add(string label, Interval? figure, bool percent = false)
        {
            if (figure is { } value)
            {
                string range = value.HasBounds ? $"95% interval {Wording.GlanceBounds(value, percent)}" : "one run, no interval";
                tiles.Add(tile.Fill(("label", label), ("value", Wording.Glance(value, percent)), ("range", range)));
            }
        }

        if (results.AsWritten.Silent is { } silent)
        {
            Add("Extra sales", PairedDifference.Of(subject, silent, Metric.Sales));
            Add("Net value above silence", PairedDifference.Of(subject, silent, Metric.NetValue));
        }

        Add("Trust debt, worst day", TrustCost.Of(subject)?.Worst, percent: true);
        Add("People harmed per complaint", RatioInterval.Of(subject, Metric.Harmed, Metric.Complaints));
        return string.Concat(tiles);
    }
}
