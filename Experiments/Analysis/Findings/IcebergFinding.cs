using Simulator.Ledgers;

namespace Experiments.Analysis.Findings;

/// <summary>How many people stand behind one complaint?</summary>
internal static class IcebergFinding
{
    /// <summary>The finding; null when nobody was harmed.</summary>
    internal static Finding? Of(StoredResults results)
    {
        if (results.Subject is not { } subject || subject.Mean(Metric.Harmed) is not { } harmed || harmed.Mean <= 0)
        {
            return null;
        }

        string name = Wording.Quote(subject.Name);
        if (RatioInterval.Of(subject, Metric.Harmed, Metric.Complaints) is not { } ratio || subject.Mean(Metric.Complaints) is not { } complaints)
        {
            return new Finding(
                "iceberg",
                $"{name} harms {Wording.Mean(harmed)} people without a single complaint",
                $"{name} harms {Wording.Estimate(harmed)} people, and not one complaint is heard.");
        }

        return new Finding(
            "iceberg",
            $"Behind every complaint about {name} stand {Wording.Mean(ratio)} people who were harmed",
            $"Behind every complaint about {name} stand {Wording.Estimate(ratio)} people who were annoyed or reached by one: {Wording.Mean(harmed)} people and {Wording.Mean(complaints)} complaints on average.");
    }
}
