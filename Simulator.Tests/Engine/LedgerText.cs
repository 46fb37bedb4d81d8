using System.Globalization;
using System.Text;
using Simulator.Ledgers;

namespace Simulator.Tests.Engine;

/// <summary>A ledger as text, a line a day; two ledgers are the same when their texts are.</summary>
internal static class LedgerText
{
    /// <param name="ledger">The book.</param>
    /// <param name="format">Of sums: "R" to the last bit; fewer digits where results may differ in the last bits between processors.</param>
    internal static string Of(Ledger ledger, string format = "R")
    {
        var text = new StringBuilder("day");
        foreach (Flow flow in Enum.GetValues<Flow>())
        {
            text.Append(' ').Append(flow);
        }

        text.Append(" Followers TunedOut TrustCapital RelationshipCapital Openness StandingDebt\n");
        for (int day = 0; day < ledger.Days; day++)
        {
            text.Append(day);
            foreach (Flow flow in Enum.GetValues<Flow>())
            {
                text.Append(' ').Append(ledger.Count(flow)[day]);
            }

            text.Append(' ').Append(ledger.Followers[day]).Append(' ').Append(ledger.TunedOut[day]);
            foreach (double sum in new[] { ledger.TrustCapital[day], ledger.RelationshipCapital[day], ledger.Openness[day], ledger.StandingDebt[day] })
            {
                text.Append(' ').Append(sum.ToString(format, CultureInfo.InvariantCulture));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    internal static string? FirstDifference(Ledger expected, Ledger actual)
    {
        string[] left = Of(expected).Split('\n');
        string[] right = Of(actual).Split('\n');
        int line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).FirstOrDefault(index => left[index] != right[index], -1);
        return line < 0 ? null : $"{left[0]}\nexpected {left[line]}\nactual   {right[line]}";
    }
}
