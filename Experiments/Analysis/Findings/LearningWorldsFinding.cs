using Experiments.Analysis.Context;
using Simulator.Ledgers;
using static Experiments.Analysis.Findings.ContextWords;

namespace Experiments.Analysis.Findings;

/// <summary>How much a tool that learns recovers under other assumptions.</summary>
internal static class LearningWorldsFinding
{
    /// <summary>The finding; null where no policy learns in any other world.</summary>
    internal static Finding? Of(StoredResults results)
    {
        (string Short, string Long)[] worlds = [.. results.WhatIfs.Select(world => In(world, results.Facts.ContextRoles)).OfType<(string, string)>()];
        return worlds.Length == 0
            ? null
            : new Finding("learning-worlds", $"What there is to recover hangs on the assumptions: {string.Join("; ", worlds.Select(world => world.Short))}", Paragraph(worlds.Select(world => world.Long)));
    }

    private static (string Short, string Long)? In(PointResults world, IReadOnlyDictionary<string, ContextRole> roles)
    {
        if (ContextValue.Of(world, roles) is not { } value
            || value.Gain(value.Known, Metric.NetValue) is not { } whole
            || value.Gain(value.Learned[0], Metric.NetValue) is not { } gain)
        {
            return null;
        }

        string name = Wording.Quote(world.Name);
        if (value.Share(value.Learned[0], Metric.NetValue) is not { } share)
        {
            string none = Nothing(whole);
            return ($"no share if {name}", $"If {name}: {char.ToLowerInvariant(none[0])}{none[1..]} ({Name(value.Known)} gains {Estimate(whole)}, {Name(value.Learned[0])} {Estimate(gain)}), so no share is given.");
        }

        return share.SideOf(0) == 0
            ? ($"not to be told if {name}", $"If {name}, knowing is worth {Estimate(whole)}; whether the tool recovers any of it cannot be told: {Estimate(share, percent: true)}.")
            : ($"{Wording.Glance(share, percent: true)} if {name}", $"If {name}, knowing is worth {Estimate(whole)} and the tool recovers {Estimate(share, percent: true)} of it.");
    }
}
