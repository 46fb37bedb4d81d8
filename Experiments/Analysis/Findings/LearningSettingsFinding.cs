using Experiments.Analysis.Context;
using Simulator.Ledgers;
using static Experiments.Analysis.Findings.ContextWords;

namespace Experiments.Analysis.Findings;

/// <summary>Whether a tool that learns can lock itself out, and how much hangs on how it is set.</summary>
internal static class LearningSettingsFinding
{
    /// <summary>The finding; null where no policy learns.</summary>
    internal static Finding? Of(StoredResults results)
    {
        if (Value(results) is not { } value)
        {
            return null;
        }

        FellSilent[] tools = [.. value.Learned.Append(value.LearnedKnown).OfType<PolicyResults>()
            .Select(policy => FellSilent.Of(value, policy, results.Facts.SentByLot.GetValueOrDefault(policy.Name)))
            .Where(tool => tool.Runs > 0)];
        (string Name, Interval Share)[] shares = [.. value.Learned
            .Select(policy => (policy.Name, Share: value.Share(policy, Metric.NetValue)))
            .Where(variant => variant.Share is not null)
            .Select(variant => (variant.Name, variant.Share!.Value))];
        string[] sentences = [.. Silence(tools), .. Variants(value, shares), .. Knowing(value)];
        return sentences.Length == 0 ? null : new Finding("learning-settings", Title(tools, shares), Paragraph(sentences));
    }

    private static string Title(FellSilent[] tools, (string Name, Interval Share)[] shares)
    {
        if (tools.MaxBy(tool => tool.Silent) is { Silent: > 0 } worst)
        {
            return $"In {worst.Silent} of {worst.Runs} replicates {Wording.Quote(worst.Policy)} stopped writing after its pilot";
        }

        if (shares.Length < 2)
        {
            return "The tool did not stop writing after its pilot in any replicate";
        }

        (Interval least, Interval most) = (shares.MinBy(variant => variant.Share.Mean).Share, shares.MaxBy(variant => variant.Share.Mean).Share);
        return least.High < most.Low
            ? $"How the tool is set decides how much it recovers: from {Wording.Glance(least, percent: true)} to {Wording.Glance(most, percent: true)}"
            : "Whether it matters how the tool is set cannot be told from these runs";
    }

    private static IEnumerable<string> Silence(FellSilent[] tools)
    {
        string[] silent = [.. tools.Where(tool => tool.Silent > 0).Select(tool =>
            $"{Wording.Quote(tool.Policy)} in {tool.Silent} of {tool.Runs}, where it gains {Estimate(tool.There!.Value)}{(tool.Elsewhere is { } other ? $" and elsewhere {Estimate(other)}" : "")}")];
        if (silent.Length > 0)
        {
            yield return $"After a pilot that taught it little a tool may choose hardly anybody for good (fewer than {Wording.Number(FellSilent.Few * 100)}% of all messages): {string.Join("; ", silent)} over writing to everybody.";
        }
        else if (tools.Length > 0)
        {
            yield return $"In none of {Wording.Count(tools.Max(tool => tool.Runs), "replicate", "replicates")} {(tools.Length == 1 ? "did the tool" : "did a tool, however set,")} stop writing after its pilot.";
        }
    }

    private static IEnumerable<string> Variants(ContextValue value, (string Name, Interval Share)[] shares)
    {
        string[] others = [.. shares.Where(variant => variant.Name != value.Learned[0].Name).Select(variant => $"{Wording.Quote(variant.Name)} {Estimate(variant.Share, percent: true)}")];
        if (others.Length > 0)
        {
            yield return $"Set otherwise, it recovers: {Wording.List(others)}.";
        }
    }

    private static IEnumerable<string> Knowing(ContextValue value)
    {
        if (value.LearnedKnown is { } both && ContextValue.Difference(both, value.Learned[0], Metric.NetValue) is { } more)
        {
            yield return more.SideOf(0) switch
            {
                1 => $"Knowing the relationship would add {Estimate(more)} currency units to the same tool.",
                -1 => $"Knowing the relationship would take {Estimate(more.Times(-1))} currency units from the same tool.",
                _ => $"Whether knowing the relationship adds anything to the same tool cannot be told: {Estimate(more)} currency units.",
            };
        }
    }
}
