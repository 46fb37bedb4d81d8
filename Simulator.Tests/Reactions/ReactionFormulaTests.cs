using FsCheck;
using FsCheck.Fluent;
using Simulator.Reactions;

namespace Simulator.Tests.Reactions;

public sealed class ReactionFormulaTests
{
    private static readonly ReactionRates Rates = new();

    private static FsCheck.Config Fixed => FsCheck.Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(1000).WithReplay(3, 5);

    [Fact]
    public void The_case_feels_to_a_stranger_like_one_and_a_half_on_the_logit_scale() =>
        Assert.Equal(-1.2 + 1.8 + 0.9, SpamLogit(0.9, 0.1, 0, repeated: false, 0, consents: false), 12);

    [Fact]
    public void Every_term_of_spamminess_has_its_weight()
    {
        double stranger = SpamLogit(0.9, 0.1, 0, repeated: false, 0, consents: false);
        Assert.Equal(stranger + 1.2, SpamLogit(0.9, 0.1, 2, repeated: false, 0, consents: false), 12);
        Assert.Equal(stranger + 0.5, SpamLogit(0.9, 0.1, 0, repeated: true, 0, consents: false), 12);
        Assert.Equal(stranger - 1.5, SpamLogit(0.9, 0.1, 0, repeated: false, 0.5, consents: false), 12);
        Assert.Equal(stranger - 1.0, SpamLogit(0.9, 0.1, 0, repeated: false, 0, consents: true), 12);
        Assert.Equal(stranger - 1.8, SpamLogit(0, 0.1, 0, repeated: false, 0, consents: false), 12);
    }

    [Fact]
    public void Reading_is_worked_out_by_hand()
    {
        // 0.8·(0.5 + 0.5·0.4)·0.9·30/(30 + 10) = 0.8·0.7·0.9·0.75
        Assert.Equal(0.378, ReactionFormulas.ReadProbability(new Reading(), 0.8, 0.4, 0.9, 10), 12);
        Assert.Equal(0.8, ReactionFormulas.ReadProbability(new Reading(), 0.8, 1, 1, 0), 12);
    }

    [Fact]
    public void Reactions_are_worked_out_by_hand()
    {
        Assert.Equal(0.5, ReactionFormulas.Logistic(0), 12);
        Assert.Equal(0.25, ReactionFormulas.Annoyance(0.7, 0.6), 12);
        Assert.Equal(0, ReactionFormulas.Annoyance(0.6, 0.6));
        Assert.Equal(0, ReactionFormulas.Annoyance(1, 1));
        Assert.Equal(0.1 * 0.6 * 0.75, ReactionFormulas.BuyProbability(0.1, 0.6, 0.25), 12);
        Assert.Equal(0.5 * 0.3 * 0.6, ReactionFormulas.PraiseProbability(Rates, 0.3, 0.6), 12);
        Assert.Equal(0.014 * 0.25, ReactionFormulas.ComplainProbability(Rates, 0.25), 12);
        Assert.Equal(0.015 * 0.0625, ReactionFormulas.BlockProbability(Rates, 0.25), 12);
        Assert.Equal(0.7 * ((0.08 * 0.25) + (0.003 * 0.4)), ReactionFormulas.UnfollowProbability(Rates, 0.3, 0.6, 0.25), 12);
    }

    [Fact]
    public void Every_probability_stays_between_zero_and_one() => Prop.ForAll(Shares(), Shares(), Shares(), (x, y, z) =>
        IsShare(ReactionFormulas.ReadProbability(new Reading(), x, y, z, 40 * x))
        && IsShare(ReactionFormulas.Logistic(SpamLogit(x, y, 10 * z, repeated: true, z, consents: false)))
        && IsShare(ReactionFormulas.Annoyance(x, y))
        && IsShare(ReactionFormulas.BuyProbability(x, y, z))
        && IsShare(ReactionFormulas.PraiseProbability(Rates, x, y))
        && IsShare(ReactionFormulas.ComplainProbability(Rates, x))
        && IsShare(ReactionFormulas.BlockProbability(Rates, x) + ReactionFormulas.UnfollowProbability(Rates, y, z, x))).Check(Fixed);

    [Fact]
    public void A_closer_relationship_reads_more_minds_less_praises_more_and_leaves_less() => Prop.ForAll(Ordered(), Shares(), Shares(), (r, x, y) =>
        Rises(r, at => ReactionFormulas.ReadProbability(new Reading(), x, at, y, 10 * x))
        && Rises(r, at => -Spamminess(x, y, 0, at))
        && Rises(r, at => ReactionFormulas.PraiseProbability(Rates, at, x))
        && Rises(r, at => -ReactionFormulas.UnfollowProbability(Rates, at, x, y))).Check(Fixed);

    [Fact]
    public void More_promotion_pressure_and_machinery_feel_more_like_spam() => Prop.ForAll(Ordered(), Shares(), Shares(), (p, x, y) =>
        Rises(p, at => Spamminess(at, x, 0, y))
        && Rises(p, at => -Spamminess(x, at, 0, y))
        && Rises(p, at => Spamminess(x, y, 20 * at, y))).Check(Fixed);

    [Fact]
    public void Tolerance_soothes_and_annoyance_drives_away() => Prop.ForAll(Ordered(), Shares(), Shares(), (e, x, y) =>
        Rises(e, at => -ReactionFormulas.Annoyance(x, at))
        && Rises(e, at => ReactionFormulas.Annoyance(at, x))
        && Rises(e, at => -ReactionFormulas.BuyProbability(x, y, at))
        && Rises(e, at => ReactionFormulas.ComplainProbability(Rates, at))
        && Rises(e, at => ReactionFormulas.BlockProbability(Rates, at))
        && Rises(e, at => ReactionFormulas.UnfollowProbability(Rates, x, y, at))).Check(Fixed);

    [Fact]
    public void Openness_and_freedom_from_pressure_let_people_read() => Prop.ForAll(Ordered(), Shares(), Shares(), (d, x, y) =>
        Rises(d, at => ReactionFormulas.ReadProbability(new Reading(), x, y, at, 5))
        && Rises(d, at => -ReactionFormulas.ReadProbability(new Reading(), x, y, 1, 50 * at))
        && Rises(d, at => ReactionFormulas.BuyProbability(x, at, y))).Check(Fixed);

    private static double Spamminess(double promotion, double personalization, double pressure, double relationship) => ReactionFormulas.Logistic(
        SpamLogit(promotion, personalization, pressure, repeated: false, relationship, consents: true));

    private static bool IsShare(double value) => value is >= 0 and <= 1;

    // Up to rounding in the last bits.
    private static bool Rises((double Low, double High) at, Func<double, double> function) => function(at.Low) <= function(at.High) + 1e-15;

    private static Arbitrary<double> Shares() => Share().ToArbitrary();

    private static Arbitrary<(double Low, double High)> Ordered() =>
        (from first in Share() from second in Share() select (Math.Min(first, second), Math.Max(first, second))).ToArbitrary();

    private static Gen<double> Share() => Gen.Choose(0, 100_000).Select(number => number / 100_000.0);

    private static double SpamLogit(
        double promotion, double personalization, double pressure, bool repeated, double relationship, bool consents) =>
        ReactionFormulas.StrangerLogit(new Appraisal(), promotion, personalization)
        + ReactionFormulas.PersonalLogit(new Appraisal(), pressure, repeated ? 1 : 0, relationship, consents ? 1 : 0);
}
