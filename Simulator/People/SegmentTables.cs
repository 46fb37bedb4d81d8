namespace Simulator.People;

/// <summary>What it takes to draw a person of a segment.</summary>
internal sealed class SegmentTables(Segment segment)
{
    internal string Name { get; } = segment.Name;

    internal TraitTable Relationship { get; } = TraitTable.Of(segment.Relationship);

    internal TraitTable Trust { get; } = TraitTable.Of(segment.Trust);

    internal TraitTable Tolerance { get; } = TraitTable.Of(segment.Tolerance);

    internal TraitTable Attention { get; } = TraitTable.Of(segment.Attention);

    internal TraitTable Appetite { get; } = TraitTable.Of(segment.Appetite);

    internal double Consent { get; } = segment.Consent;

    internal TraitTable Reach { get; } = TraitTable.Of(segment.Reach);
}
