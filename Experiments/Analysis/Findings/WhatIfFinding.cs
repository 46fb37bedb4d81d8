namespace Experiments.Analysis.Findings;

/// <summary>Can the case tell one assumption from another?</summary>
internal static class WhatIfFinding
{
    /// <summary>The finding for one what-if; null when there is no case or it was not run there.</summary>
    internal static Finding? Of(StoredResults results, PointResults whatIf)
    {
        if (results.Case is not { } written || whatIf.Find(written.Name) is not { } other)
        {
            return null;
        }

        int audience = results.Facts.AudienceSize;
        IReadOnlyList<EvidenceLine> before = EvidenceCheck.Counted(EvidenceCheck.Of(written, results.AsWritten.Silent, audience));
        IReadOnlyList<EvidenceLine> after = EvidenceCheck.Counted(EvidenceCheck.Of(other, whatIf.Silent, audience));
        if (before.Count == 0 || after.Count != before.Count)
        {
            return null;
        }

        (int fits, int fitsOther) = (before.Count(line => line.IsInside == true), after.Count(line => line.IsInside == true));
        string world = Wording.Quote(whatIf.Name);
        string compared = $"As assumed, {Of(fits, before.Count)} of the case {(fits == 1 ? "lies" : "lie")} inside {(fits == 1 ? "its band" : "their bands")}; under {world} {(fits == fitsOther ? "just as many" : Of(fitsOther, before.Count))}.";
        string trust = Trust(TrustCost.Of(written), TrustCost.Of(other));
        if (fits == fitsOther && !Inside(before).SetEquals(Inside(after)))
        {
            return new Finding("what-if", $"The case does not decide about {world}", $"{compared}{trust} They are not the same patterns, so the case decides for neither.");
        }

        if (fits == fitsOther)
        {
            bool aboutTrust = trust.Length > 0;
            string verdict = aboutTrust ? "The case cannot tell whether trust was harmed" : $"The case cannot tell {world} from what is assumed here";
            return new Finding("what-if", verdict, $"{compared}{trust} {verdict}.");
        }

        string title = fitsOther < fits ? $"The case speaks against {world}" : $"The case fits {world} better than what is assumed here";
        return new Finding("what-if", title, $"{compared}{trust} {title}.");
    }

    private static HashSet<string> Inside(IEnumerable<EvidenceLine> lines) =>
        [.. lines.Where(line => line.IsInside == true).Select(line => line.Pattern.Id)];

    private static string Of(int fits, int all) => fits == all ? $"all {all} patterns" : $"{fits} of {all} patterns";

    // Only where the two worlds differ in trust beyond doubt is trust what the case fails to show.
    private static string Trust(TrustCost? written, TrustCost? other)
    {
        if (written is null || other is null || !(written.Worst.Low > other.Worst.High || other.Worst.Low > written.Worst.High))
        {
            return "";
        }

        return $" Yet on the worst day {Wording.Percent(Math.Max(0, written.Worst.Mean))} of trust capital is missing as assumed, and {Wording.Percent(Math.Max(0, other.Worst.Mean))} under the other assumption.";
    }
}
