using Experiments.Config;

namespace Simulator.Tests.Config;

public sealed class What_is_probably_not_meant_is_a_warning
{
    [Theory]
    [InlineData("{message: book, times: 5}", "'p' sends 'book' beyond the horizon of 30 days: 0")]
    [InlineData("{message: book, times: 9}", "'p' sends 'book' beyond the horizon of 30 days: 4 of 9 campaigns never start.")]
    [InlineData("{message: book, first: 40}", "'p' sends 'book' beyond the horizon of 30 days: 1 of 1 campaign never starts.")]
    [InlineData("{message: book, times: 5, over: 4}", "'p' sends 'book' beyond the horizon of 30 days: 1 campaign loses its last 2 days.")]
    [InlineData("{message: book, times: 6, over: 10}", "'p' sends 'book' beyond the horizon of 30 days: 1 of 6 campaigns never starts and 2 campaigns lose their last 9 days in all.")]
    public void A_send_beyond_the_horizon_is_told_with_exactly_what_is_cut(string send, string expected)
    {
        string[] warnings = Warnings($"messages: {{book: {{offer: true}}}}\npolicies: [{{name: p, sends: [{send}]}}]");
        Assert.Equal(expected.EndsWith('0') ? [] : [$"study.yaml:4:30  policies[0].sends[0]: {expected}"], warnings);
    }

    [Theory]
    [InlineData("policies: [{name: p}]", "study.yaml:3:12  policies[0]: the policy 'p' sends nothing; it will do what the silent twin does.")]
    [InlineData("policies: []", "study.yaml:3:11  policies: no policies; only the silent twin is run.")]
    [InlineData("policies: [{name: silent}]", "study.yaml:3:12  policies[0]: the silent twin is always run; this policy is left out.")]
    public void A_policy_that_does_nothing(string line, string expected) => Assert.Equal([expected], Warnings(line));

    [Fact]
    public void A_poll_after_the_end()
    {
        using var folder = new ExperimentFolder();
        ExperimentReading reading = folder.Read("name: study\nscenario: {horizon: 5}\npolicies: []\n");
        Assert.Contains("study.yaml:2:11  scenario.poll.day: no poll is taken: it is set for day 7, the last day is 4.", folder.Lines(reading.Warnings));
    }

    [Fact]
    public void A_message_nobody_sends_and_a_new_offer_of_a_message_without_one() => Assert.Equal(
        [
            "study.yaml:3:30  messages.unused: no policy sends this message.",
            "study.yaml:4:61  policies[0].sends[0].newOfferEvery: 'chat' carries no offer; only its texts are renewed.",
        ],
        Warnings("messages: {chat: {}, unused: {}}\npolicies: [{name: p, sends: [{message: chat, newOfferEvery: 1}]}]"));

    [Fact]
    public void A_trial_that_is_never_decided() => Assert.Equal(
        ["study.yaml:4:28  policies[0].test: the test of 'p' never sends a winner: it decides on day 31, the last day is 29."],
        Warnings("messages: {a: {}, b: {}}\npolicies: [{name: p, test: {first: 28, messages: [a, b]}}]"));

    private static string[] Warnings(string text)
    {
        using var folder = new ExperimentFolder();
        ExperimentReading reading = folder.Read($"name: study\nscenario: {{horizon: 30}}\n{text}\n");
        Assert.Empty(reading.Problems);
        return folder.Lines(reading.Warnings);
    }
}
