using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;

namespace Simulator.Tests.Analysis.Sweeps;

public sealed class SegmentContrastTests
{
    /// <summary>What an answer saves of the trust of each segment, when it comes at once; "calm" has nothing to lose.</summary>
    private static readonly double[] Saved = [0.02, 0.08, 0];

    [Fact]
    public void Nobody_answered_is_held_against_everybody_answered_at_once()
    {
        SegmentContrast contrast = SweepFolder.Read(Answers).SegmentContrast!;
        Assert.Equal(["0", "1"], contrast.Worst.Point.Values.Select(value => value.Text));
        Assert.Equal(["1", "1"], contrast.Best.Point.Values.Select(value => value.Text));
        Assert.Equal(["1", "14"], contrast.Turned!.Point.Values.Select(value => value.Text));
    }

    [Fact]
    public void Segments_are_told_the_largest_effect_first_with_what_the_other_end_leaves_of_it()
    {
        SegmentContrast contrast = SweepFolder.Read(Answers).SegmentContrast!;
        Assert.Equal(["press", "fans", "calm"], contrast.Segments.Select(effect => effect.Segment));
        Assert.Equal(0.08, contrast.Segments[0].Gain.Mean, 9);
        Assert.Equal(0.02, contrast.Segments[1].Gain.Mean, 9);
        Assert.Equal(0.25, contrast.Segments[0].LeftShare!.Value.Mean, 9);
    }

    [Fact]
    public void The_finding_says_for_whom_it_matters()
    {
        SweepResults results = SweepFolder.Read(Answers);
        Finding finding = SegmentFinding.Of(results)!;
        Assert.Contains(finding, SweepAnswer.Of(results).Findings);
        Assert.Equal("It matters most to “press”: trust debt falls by 8 points; least to “calm”: 0 points", finding.Title);
        Assert.Contains("“press” 8.00 points", finding.Text, StringComparison.Ordinal);
        Assert.Contains("With delay = 14 instead of delay = 1, 25% (95% interval", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_that_gain_alike_are_said_to()
    {
        SweepResults results = SweepFolder.Read(Answers with { SegmentDebt = (segment, levels) => (0.2 * segment) - (0.03 * Effect(levels)) });
        Assert.StartsWith("It matters to all segments alike, as far as these runs tell: trust debt falls by ", SegmentFinding.Of(results)!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_segments_or_with_nothing_varied_that_matters_nothing_is_said()
    {
        Assert.Null(SweepFolder.Read(Answers with { Segments = [] }).SegmentContrast);
        Assert.Null(SweepFolder.Read(Answers with { TrustDebt = (_, _) => 0.1 }).SegmentContrast);
        Assert.Null(SweepFolder.Read(Answers with { Outcomes = ["net_value"] }).SegmentContrast);
    }

    /// <summary>Answers save trust by their share, and a quarter of it when they come after two weeks.</summary>
    private static SweepStore Answers { get; } = new()
    {
        Sweep = SweepStore.Grid(SweepStore.Factor("scenario.response.rate", "rate", 0, 0.5, 1), SweepStore.Factor("scenario.response.delay", "delay", 1, 14)),
        NetValue = (_, _, time) => time,
        TrustDebt = (_, levels) => 0.3 - (0.04 * Effect(levels)),
        SegmentDebt = (segment, levels) => (segment == 2 ? 0 : 0.4) - (Saved[segment] * Effect(levels)),
        Segments = ["fans", "press", "calm"],
        Outcomes = ["trust_debt", "net_value"],
        Days = 2,
    };

    private static double Effect(IReadOnlyList<Experiments.Designs.Level> levels) => levels[0].Number!.Value * (levels[1].Number == 1 ? 1 : 0.25);
}
