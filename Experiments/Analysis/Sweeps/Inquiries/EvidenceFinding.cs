using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>Which levels fit what is known of the case, and which patterns cannot tell them apart?</summary>
internal static class EvidenceFinding
{
    internal const string Id = "evidence";

    /// <summary>The finding; null when there is nothing to compare.</summary>
    internal static Finding? Of(SweepResults results)
    {
        if (EvidenceInquiry.Of(results) is not { } inquiry)
        {
            return null;
        }

        string[] levels = [.. inquiry.Rows.Select(row => row.Point.Short)];
        string factor = Contrast.Of(results)?.Factor.Label ?? "";
        return new Finding(Id, Title(inquiry, levels, factor), Text(inquiry, levels, factor));
    }

    private static string Title(EvidenceInquiry inquiry, string[] levels, string factor)
    {
        bool[] fits = [.. inquiry.Rows.Select(row => row.Fits)];
        int count = inquiry.Patterns.Count;
        string all = $"All {Wording.Number(count)} patterns of the case";
        if (fits.All(fit => fit))
        {
            return $"{all} fit at every level: the case cannot tell {Wording.List(levels.Length <= 4 ? levels : [levels[0], "…", levels[^1]])} apart";
        }

        EvidenceRow best = inquiry.Rows.MaxBy(row => row.Counted.Count(line => line.IsInside == true))!;
        return fits.Any(fit => fit)
            ? $"{all} fit together {Where(fits, levels, factor)}{(factor.Length > 0 ? $" ({factor})" : "")}"
            : $"Nowhere do all {Wording.Number(count)} patterns of the case fit; at {best.Point.Short} {Wording.Number(best.Counted.Count(line => line.IsInside == true))} do";
    }

    private static string Text(EvidenceInquiry inquiry, string[] levels, string factor)
    {
        var sentences = new List<string>();
        List<EvidencePattern> blind = [];
        foreach (EvidencePattern pattern in inquiry.Patterns)
        {
            bool[] inside = [.. inquiry.Of(pattern).Select(line => line?.IsInside == true)];
            if (inside.All(fit => fit) && levels.Length > 1)
            {
                blind.Add(pattern);
            }
            else
            {
                sentences.Add(Sentence(inquiry, pattern, inside, levels, factor));
            }
        }

        if (blind.Count > 0)
        {
            string names = Wording.List([.. blind.Select(Named)]);
            string ranges = Wording.List([.. blind.Select(pattern => $"{pattern.Id} {Range(inquiry, pattern)}")]);
            bool one = blind.Count == 1;
            sentences.Add($"{Capital(names)} {(one ? "fits" : "fit")} at every level ({ranges}), so {(one ? "it" : "they")} cannot tell the levels apart.");
        }

        EvidenceRow best = inquiry.Rows.Where(row => row.AllInside is not null).MaxBy(row => row.AllInside!.Value.Mean) ?? inquiry.Rows[^1];
        if (best.AllInside is { } share)
        {
            string others = inquiry.Rows.Count == 2 && inquiry.Rows.First(row => row != best) is { AllInside: { } other } rest
                ? $", at {rest.Point.Short} in {Wording.PercentEstimate(other)}"
                : "";
            sentences.Add($"Single runs scatter: all {Wording.Number(best.Counted.Count)} patterns are inside their bands at once in {Wording.PercentEstimate(share)} of runs at {best.Point.Short}{others}{(inquiry.Rows.Count > 2 ? ", the highest share of all levels" : "")}.");
        }

        return $"Means of {Wording.Quote(inquiry.Policy)} held against the case{(factor.Length > 0 ? $", by {factor}" : "")}. {string.Join(" ", sentences)}";
    }

    private static string Sentence(EvidenceInquiry inquiry, EvidencePattern pattern, bool[] inside, string[] levels, string factor)
    {
        IReadOnlyList<EvidenceLine?> lines = inquiry.Of(pattern);
        string band = $"published {pattern.Figure}, accepted {Band(pattern)}";
        if (!inside.Any(fit => fit))
        {
            return $"{Capital(Named(pattern))} {(IsPlural(pattern) ? "fit" : "fits")} at no level ({Range(inquiry, pattern)}; {band}).";
        }

        // The nearest miss says how sharp the edge is.
        int last = Array.IndexOf(inside, true) is > 0 and var first ? first - 1 : Array.LastIndexOf(inside, true) + 1;
        string miss = last < inside.Length && lines[last] is { } line ? $"; at {levels[last]} the mean is {Value(pattern, line.Mean)}" : "";
        return $"{Capital(Named(pattern))} {(IsPlural(pattern) ? "fit" : "fits")} {Where(inside, levels, factor)} ({band}{miss}).";
    }

    /// <summary>The levels at which something holds, in words.</summary>
    private static string Where(bool[] holds, string[] levels, string factor)
    {
        int[] held = [.. Enumerable.Range(0, holds.Length).Where(index => holds[index])];
        if (factor.Length == 0)
        {
            return $"at {Wording.Number(held.Length)} of {Wording.Count(holds.Length, "point", "points")}";
        }

        bool together = held[^1] - held[0] == held.Length - 1;
        string where = (together, held[0] == 0, held[^1] == holds.Length - 1, held.Length) switch
        {
            (_, true, true, _) when together => "at every level",
            (true, _, _, 1) => $"only at {levels[held[0]]}",
            (true, true, _, _) => $"up to {levels[held[^1]]}",
            (true, _, true, _) => $"from {levels[held[0]]} on",
            (true, _, _, _) => $"from {levels[held[0]]} to {levels[held[^1]]}",
            _ => $"at {Wording.List([.. held.Select(index => levels[index])])}",
        };
        return where;
    }

    private static string Range(EvidenceInquiry inquiry, EvidencePattern pattern)
    {
        Interval[] means = [.. inquiry.Of(pattern).OfType<EvidenceLine>().Select(line => line.Mean)];
        (Interval least, Interval most) = (means.MinBy(mean => mean.Mean), means.MaxBy(mean => mean.Mean));
        (string from, string to) = (Value(pattern, least), Value(pattern, most));
        return from == to ? from : $"{from} to {to}";
    }

    /// <summary>A value of a pattern's outcome, for readers.</summary>
    internal static string Value(EvidencePattern pattern, Interval value) => Wording.Glance(value, pattern.Unit == "share");

    /// <summary>The accepted band, for readers.</summary>
    internal static string Band(EvidencePattern pattern)
    {
        string Written(double bound) => pattern.Unit == "share" ? Wording.Percent(bound) : Wording.Number(Math.Round(bound));
        return (pattern.Low, pattern.High) switch
        {
            ({ } low, { } high) => $"{Written(low)} to {Written(high)}",
            ({ } low, null) => $"{Written(low)} or more",
            (null, { } high) => $"{Written(high)} or less",
            _ => "any",
        };
    }

    private static string Named(EvidencePattern pattern) => pattern.Id switch
    {
        "A4" => "the missing dip of followers after a week (A4)",
        "A5" => "the poll (A5)",
        _ => $"{pattern.Name} ({pattern.Id})",
    };

    private static bool IsPlural(EvidencePattern pattern) => pattern.Id is not ("A4" or "A5");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
