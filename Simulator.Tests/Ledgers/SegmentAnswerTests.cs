using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;
using Simulator.Reactions;
using Simulator.Recovery;
using Simulator.Tests.Engine;
using Simulator.WordOfMouth;

namespace Simulator.Tests.Ledgers;

/// <summary>Segments whose outcomes can be worked out by hand.</summary>
public sealed class SegmentAnswerTests
{
    private static readonly Message Worthless = Worlds.Pitch with { Value = 0, Offer = false };

    private static readonly TrustDynamics Unforgetting = new() { Loss = 0.5, ForgiveHalfLife = 1e6, ForgetHalfLife = 1e6 };

    [Fact]
    public void A_segment_that_tolerates_everything_is_never_annoyed_and_loses_no_trust()
    {
        // Everybody feels a spamminess of Λ(2) = 0.881: below one tolerance, far above the other.
        Scenario scenario = Halves(
            Worlds.Annoyed with
            {
                Appraisal = new Appraisal { Base = 2, Promotion = 0, Mechanical = 0, Relationship = 0, Consent = 0 },
                Trust = Unforgetting,
            },
            ofTheFirst: segment => segment with { Tolerance = Worlds.Sharp(0.99999) });
        IReadOnlyList<SegmentOutcome> segments = Simulation.Run(scenario, Schedule.OneBlast(Worthless)).Segments;
        (SegmentOutcome patient, SegmentOutcome touchy) = (segments[0], segments[1]);

        // All of 500 read with probability 0.99999.
        Assert.All(segments, segment => Assert.Equal(500, segment[Metric.Sent]));
        Assert.All(segments, segment => Assert.InRange(segment[Metric.Read]!.Value, 498, 500));
        Assert.Equal(0, patient[Metric.Annoyed]);
        Assert.Equal(0, patient[Metric.Harmed]);
        Assert.Equal(0, patient[Metric.Complaints]);
        Assert.Null(patient[Metric.IcebergRatio]);
        Assert.Equal(0, patient[Metric.TrustDebt]!.Value, 12);

        // Whoever read is annoyed by 0.881 at a tolerance of 10⁻⁵ and lost half of that share of trust; complains with that probability.
        double read = touchy[Metric.Read]!.Value;
        double annoyance = 1 / (1 + Math.Exp(-2));
        Assert.Equal(read, touchy[Metric.Annoyed]);
        Assert.Equal(read, touchy[Metric.Harmed]);
        Assert.Equal(0.5 * annoyance * read / 500, touchy[Metric.TrustDebt]!.Value, 3);
        double error = Math.Sqrt(read * annoyance * (1 - annoyance));
        Assert.InRange(touchy[Metric.Complaints]!.Value, (read * annoyance) - (4 * error), (read * annoyance) + (4 * error));
    }

    [Fact]
    public void A_segment_that_gets_no_message_loses_only_what_word_of_mouth_takes()
    {
        // Half of all views are by followers, and every view by an outsider is a bystander complaint: as many views on average. A
        // view takes a tenth of a stranger's trust, so n views leave 0.9ⁿ, and n is Poisson(views/people).
        Scenario scenario = Halves(Worlds.Annoyed with
        {
            Audience = Worlds.Annoyed.Audience with { Size = 4000, Relationship = Worlds.Sharp(0.00001), Trust = Worlds.Sharp(0.5) },
            Trust = Unforgetting,
            WordOfMouth = new WordOfMouthSettings { Seen = 0.05, Overlap = 0.5, Homophily = 0, Loss = 0.1, Join = 0, Bystander = 1, Cooldown = 1000 },
        });
        Outcome outcome = Simulation.Run(scenario, ToTheSecondHalf, seed: 2);
        SegmentOutcome spared = outcome.Segments[0];
        Assert.Equal(0, spared[Metric.Sent]);
        Assert.Equal(0, spared[Metric.Complaints]);

        double views = outcome[Metric.ComplaintsBystander]!.Value;
        double perPerson = views / 4000;
        double left = Math.Exp(-0.1 * perPerson);
        double spread = Math.Sqrt((Math.Exp(-0.19 * perPerson) - (left * left)) / 2000);
        double error = spread + (0.1 * left * Math.Sqrt(2 * views) / 4000);
        Assert.True(perPerson > 0.5, $"{perPerson}");
        Assert.InRange(spared[Metric.TrustDebt]!.Value, 1 - left - (4 * error), 1 - left + (4 * error));

        double reached = 2000 * (1 - Math.Exp(-perPerson));
        double reachedError = Math.Sqrt(reached * Math.Exp(-perPerson)) + (2000 * Math.Exp(-perPerson) * Math.Sqrt(2 * views) / 4000);
        Assert.InRange(spared[Metric.Harmed]!.Value, reached - (4 * reachedError), reached + (4 * reachedError));
        Assert.Null(spared[Metric.IcebergRatio]);
        Assert.True(outcome.Segments[1][Metric.TrustDebt] > 0.49);
    }

    [Fact]
    public void A_segment_that_gets_no_message_and_hears_nothing_owes_nothing()
    {
        Outcome outcome = Simulation.Run(Halves(new Scenario { Horizon = 60, WordOfMouth = new WordOfMouthSettings { Seen = 0 } }), ToTheSecondHalf);
        Assert.Equal(0, outcome.Segments[0][Metric.TrustDebt]);
        Assert.Equal(0, outcome.Segments[0][Metric.Harmed]);
        Assert.True(outcome.Segments[1][Metric.TrustDebt] > 0.01);
    }

    [Fact]
    public void Nobody_in_a_segment_means_no_mean_and_no_debt()
    {
        Scenario scenario = Worlds.Annoyed with
        {
            Audience = Worlds.Annoyed.Audience with { Segments = [new Segment { Name = "all" }, new Segment { Name = "nobody", Share = 0 }] },
        };
        SegmentOutcome nobody = Simulation.Run(scenario, Worlds.Once).Segments[1];
        Assert.Equal(0, nobody[Metric.Followers]);
        Assert.Equal(0, nobody[Metric.TrustCapital]);
        Assert.Null(nobody[Metric.Openness]);
        Assert.Null(nobody[Metric.TrustDebt]);
    }

    private static IPolicy ToTheSecondHalf => new ListeningPolicy((day, followers, outbox) =>
    {
        for (int person = followers.Count / 2; day == 0 && person < followers.Count; person++)
        {
            outbox.Send(person, Worthless);
        }
    });

    private static Scenario Halves(Scenario scenario, Func<Segment, Segment>? ofTheFirst = null)
    {
        Segment half = scenario.Audience.NewSegment() with { Share = 0.5 };
        Segment first = half with { Name = "first" };
        return scenario with
        {
            Audience = scenario.Audience with { Inflow = 0, Segments = [ofTheFirst?.Invoke(first) ?? first, half with { Name = "second" }] },
        };
    }
}
