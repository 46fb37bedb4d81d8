using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Designs;
using Simulator.Ledgers;

namespace Simulator.Tests.Analysis.Inquiries;

public sealed class FilterTests
{
    private static readonly (string Path, double[] Levels)[] Varied =
        [("scenario.reactions.complain", [0.014, 1]), ("scenario.poll.followerShare", [0, 0.5, 1]), ("scenario.poll.pull", [0, 0.5, 2])];

    [Fact]
    public void Each_step_from_feeling_to_complaint_is_a_share_of_the_messages()
    {
        VoiceChain voice = FilterInquiry.Of(Results())!.Voice!;
        Assert.Equal(0.4, voice.Read.Mean, 12);
        Assert.Equal(0.2, voice.Annoyed.Mean, 12);
        Assert.Equal(0.5, voice.AnnoyedOfReadings.Mean, 12);
        Assert.Equal(0.001, voice.Heard.Mean, 12);
        Assert.Equal(0.005, voice.HeardOfAnnoyed.Mean, 12);
        Assert.Equal(0.05, voice.Loud.Mean, 12);
    }

    [Fact]
    public void The_steps_of_the_poll_lead_from_followers_at_random_to_the_poll_as_taken()
    {
        PollChain poll = FilterInquiry.Of(Results())!.Poll!;

        // Of followers 0.6 + 0.1·(pull 0.5) negative, of outsiders all: half of each.
        Assert.Equal(0.6, poll.Followers.Mean, 12);
        Assert.Equal(0.825, poll.Published.Mean, 12);
        Assert.Equal(0.2, poll.Frame.First.Mean, 12);
        Assert.Equal(0.175, poll.Frame.Last.Mean, 12);
        Assert.Equal(0.05, poll.Selection.First.Mean, 12);
        Assert.Equal(0.025, poll.Selection.Last.Mean, 12);
        Assert.Equal(poll.Published.Mean, poll.Followers.Mean + poll.Frame.Shapley.Mean + poll.Selection.Shapley.Mean, 12);
        Assert.Equal(0.5, poll.Outsiders);
    }

    [Fact]
    public void The_finding_answers_the_question_and_names_the_larger_step_first()
    {
        var findings = FilterFinding.Of(Results()).ToList();
        Assert.Equal(["filters", "voice", "poll-steps"], findings.Select(finding => finding!.Id));
        Assert.Contains("99.5% of the annoyed say nothing: 0.1% of the messages draw a complaint", findings[0]!.Text, StringComparison.Ordinal);
        Assert.Contains("asking outsiders adds 18.8 points and self-selection 3.75 points", findings[0]!.Text, StringComparison.Ordinal);
        Assert.Contains("50 times as many", findings[1]!.Text, StringComparison.Ordinal);
        Assert.Contains("(+20 when it comes first, +17.5 when it comes last)", findings[2]!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_when_something_else_is_varied_too()
    {
        SweepResults results = Results();
        Factor other = results.Factors[0] with { Path = "scenario.trust.loss" };
        var facts = results.Facts with { Sweep = results.Sweep with { Factors = [other, .. results.Factors.Skip(1)] } };
        Assert.Null(FilterInquiry.Of(results with { Facts = facts }));
    }

    private static SweepResults Results()
    {
        var points = new List<SweepPoint>();
        var groups = new Dictionary<RunGroup, IReadOnlyDictionary<Metric, ReplicateSample>>();
        foreach (double speak in Varied[0].Levels)
        {
            foreach (double asked in Varied[1].Levels)
            {
                foreach (double pull in Varied[2].Levels)
                {
                    SweepValue[] values = [.. new[] { speak, asked, pull }.Select(number => new SweepValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture), number))];
                    groups[new RunGroup(points.Count, SyntheticSweep.Blast, null)] = new Dictionary<Metric, ReplicateSample>
                    {
                        [Metric.Sent] = SyntheticSweep.Sample(1000, 1000),
                        [Metric.Read] = SyntheticSweep.Sample(390, 410),
                        [Metric.Annoyed] = SyntheticSweep.Sample(195, 205),
                        [Metric.Complaints] = speak < 1 ? SyntheticSweep.Sample(0, 2) : SyntheticSweep.Sample(45, 55),
                        [Metric.PollNegativeShare] = SyntheticSweep.Sample([.. new[] { -0.01, 0.01 }.Select(noise => (asked * (0.6 + (0.1 * pull))) + 1 - asked + noise)]),
                    };
                    points.Add(new SweepPoint(points.Count, "", values));
                }
            }
        }

        Factor[] factors = [.. Varied.Select(varied => new Factor { Path = varied.Path, Label = varied.Path })];
        var facts = new ExperimentFacts("made-up", "How?", 1, 2, SyntheticSweep.Blast, 14, 1000, "0123456789abcdef") { Sweep = new Sweep(new Design { Kind = Design.Grid }, factors) };
        return new SweepResults(facts, [AnswerOutcome.Of(Metric.Complaints, true)], points, [SyntheticSweep.Blast], [], []) { Runs = new RunTable(groups) };
    }
}
