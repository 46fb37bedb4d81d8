using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Recovery;
using Simulator.Tests.Engine;
using Simulator.WordOfMouth;

namespace Simulator.Tests.Recovery;

public sealed class AnswerTests
{
    private static readonly Scenario Private = Worlds.Annoyed with { Reactions = Worlds.Annoyed.Reactions with { ComplainPublic = 0 } };

    [Theory, InlineData(0, 1), InlineData(1, 1), InlineData(3, 3)]
    public void Every_complaint_is_answered_after_the_delay_and_not_before_the_next_morning(int delay, int answered)
    {
        Ledger ledger = Run(new Response { Rate = 1, Delay = delay }).Ledger;
        int complaints = ledger.Count(Flow.ComplaintsPrivate)[0];
        Assert.InRange(complaints, 900, 1000);
        Assert.Equal(complaints, ledger.Count(Flow.Answers)[answered]);
        Assert.Equal(complaints, ledger.Count(Flow.Answers).ToArray().Sum());
    }

    [Fact]
    public void An_answer_gives_half_of_the_lost_trust_back()
    {
        Outcome answered = Run(new Response { Rate = 1, Delay = 3, Restore = 0.5 });
        Outcome silent = Run(new Response { Rate = 0 });
        Assert.Equal(silent.Ledger.TrustCapital[2], answered.Ledger.TrustCapital[2], 9);

        // All but a few complain, so the capital that is missing halves, to their share.
        double share = answered.Ledger.Count(Flow.Answers)[3] / 1000.0;
        double missing = silent.Silent.TrustCapital[3] - silent.Ledger.TrustCapital[3];
        double left = answered.Silent.TrustCapital[3] - answered.Ledger.TrustCapital[3];
        Assert.InRange(left / missing, 0.5 - 1e-9, 0.5 + (0.5 * (1 - share)) + 0.001);
    }

    [Fact]
    public void A_share_of_complaints_is_answered()
    {
        Ledger ledger = Run(new Response { Rate = 0.8 }).Ledger;
        int complaints = ledger.Count(Flow.ComplaintsPrivate)[0];
        double error = Math.Sqrt(0.8 * 0.2 * complaints);
        Assert.InRange(ledger.Count(Flow.Answers)[1], (0.8 * complaints) - (4 * error), (0.8 * complaints) + (4 * error));
    }

    [Theory, InlineData(1, 1), InlineData(3, 3), InlineData(30, 7)]
    public void Nobody_sees_a_complaint_from_the_day_of_its_answer_on_or_after_a_week(int delay, int lastDay)
    {
        Scenario scenario = Worlds.Annoyed with
        {
            Response = new Response { Rate = 1, Delay = delay },
            WordOfMouth = new WordOfMouthSettings { Seen = 1, Overlap = 0, Bystander = 1, HalfLife = 5, Cooldown = 100 },
        };
        Ledger ledger = Simulation.Run(scenario, Worlds.Once).Ledger;
        int[] bystanders = ledger.Count(Flow.ComplaintsBystander).ToArray();
        Assert.All(bystanders[..lastDay], seen => Assert.True(seen > 0));
        Assert.All(bystanders[lastDay..], seen => Assert.Equal(0, seen));
    }

    private static Outcome Run(Response response) => Simulation.Run(Private with { Response = response }, Worlds.Once, seed: 5);
}
