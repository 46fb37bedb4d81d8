namespace Simulator.Tests.Config;

public sealed class Bad_values_are_told_where_they_stand
{
    [Theory]
    [InlineData("scenario: {trust: {los: 0.3}}", "study.yaml:3:20  scenario.trust.los: unknown key; did you mean 'loss'?")]
    [InlineData("scenari: {}", "study.yaml:3:1  scenari: unknown key; did you mean 'scenario'?")]
    [InlineData("trust: {loss: 1}", "study.yaml:3:1  trust: unknown key here; it belongs under 'scenario'.")]
    [InlineData("scenario: {drift: {zzz: 1}}", "study.yaml:3:20  scenario.drift.zzz: unknown key; known: base, distrust, distance.")]
    [InlineData("<<: {seed: 1}", "study.yaml:3:1  <<: merge keys are not supported; use 'base: other.yaml', or repeat the keys.")]
    [InlineData("seed: 1\nseed: 2", "study.yaml:4:1  seed: this key is given twice; the first is at study.yaml:3:1.")]
    [InlineData("scenario: {audience: {size: 0}}", "study.yaml:3:29  scenario.audience.size: 0 is not allowed; from 1 to 200000000 people.")]
    [InlineData("scenario: {audience: {size: 3000000000}}", "study.yaml:3:29  scenario.audience.size: a smaller number is needed, found '3000000000'; from 1 to 200000000 people.")]
    [InlineData("scenario: {audience: {size: 1e3}}", "study.yaml:3:29  scenario.audience.size: a whole number is needed, found '1e3'; from 1 to 200000000 people.")]
    [InlineData("scenario: {trust: {loss: 1.01}}", "study.yaml:3:26  scenario.trust.loss: 1.01 is not allowed; from 0 to 1.")]
    [InlineData("scenario: {trust: {loss: .nan}}", "study.yaml:3:26  scenario.trust.loss: a finite number is needed, found '.nan'; from 0 to 1.")]
    [InlineData("scenario: {trust: {loss: -.inf}}", "study.yaml:3:26  scenario.trust.loss: a finite number is needed, found '-.inf'; from 0 to 1.")]
    [InlineData("scenario: {trust: {loss: 1e999}}", "study.yaml:3:26  scenario.trust.loss: a finite number is needed, found '1e999'; from 0 to 1.")]
    [InlineData("scenario: {trust: {loss: \"0.3\"}}", "study.yaml:3:26  scenario.trust.loss: a number is needed, found the text \"0.3\"; from 0 to 1.")]
    [InlineData("scenario: {trust: {loss: }}", "study.yaml:3:26  scenario.trust.loss: a number is needed, found nothing; from 0 to 1.")]
    [InlineData("scenario: {trust: {loss: [1]}}", "study.yaml:3:26  scenario.trust.loss: a number is needed, found a list; from 0 to 1.")]
    [InlineData("scenario: {trust: 3}", "study.yaml:3:19  scenario.trust: a group of keys is needed, found '3'; known: loss, gain, rememberedShare, forgiveHalfLife, forgetHalfLife.")]
    [InlineData("question: 3", "study.yaml:3:11  question: a text is needed, found '3'; put quotes around it to make it one.")]
    [InlineData("policies: {}", "study.yaml:3:11  policies: a list is needed, found a group of keys; the policies, compared with each other and with the silent twin, which is always run.")]
    [InlineData("messages: {book: {offer: yes}}", "study.yaml:3:26  messages.book.offer: true or false is needed, found 'yes'.")]
    [InlineData("messages: {book: {promotion: 2}}", "study.yaml:3:30  messages.book.promotion: 2 is not allowed; from 0 to 1.")]
    [InlineData("messages: {a.b: {}}", "study.yaml:3:17  messages.a.b: 'a.b' cannot name a message; dotted paths refer to it, so use up to 80 letters, digits, spaces and marks, but none of . [ ] =")]
    [InlineData("design: {kind: sobol}", "study.yaml:3:9  design: a design needs something to vary; name dotted paths with their values under 'vary'.")]
    [InlineData("replicates: {atLeast: 20}", "study.yaml:3:13  replicates: say when to stop: a number, 'until' or 'rank'.")]
    [InlineData("replicates: 0", "study.yaml:3:13  replicates: 0 is not allowed; from 1 to 10000000.")]
    [InlineData("case: weekly", "study.yaml:3:7  case: there is no policy 'weekly'; there is none.")]
    [InlineData("policies: [{name: weekly}]\ncase: weekli", "study.yaml:4:7  case: there is no policy 'weekli'; did you mean 'weekly'?")]
    [InlineData("policies: [{name: a}, {name: a}]", "study.yaml:3:30  policies[1].name: the name 'a' is taken by another policy.")]
    public void A_value_no_model_allows(string line, string expected)
    {
        using var folder = new ExperimentFolder();
        Assert.Equal([expected], folder.Problems($"name: study\n# a comment\n{line}\n"));
    }

    [Theory]
    [InlineData("{message: bok}", "study.yaml:3:40  policies[0].sends[0].message: there is no message 'bok' under 'messages'; did you mean 'book'?")]
    [InlineData("{first: 3}", "study.yaml:3:30  policies[0].sends[0].message: missing; name of the message; known messages: book, chat.")]
    [InlineData("{message: book, every: 0}", "study.yaml:3:53  policies[0].sends[0].every: 0 is not allowed; from 1 to 65000 days.")]
    [InlineData("{message: book, to: {signal: 0.1}}", "study.yaml:3:51  policies[0].sends[0].to.signal: unknown key; known: signalAtLeast, share, excludeComplained, excludeBuyers, learn, cap.")]
    public void A_send_that_cannot_be_made(string send, string expected)
    {
        using var folder = new ExperimentFolder();
        Assert.Equal([expected], folder.Problems($"name: study\nmessages: {{book: {{}}, chat: {{}}}}\npolicies: [{{name: p, sends: [{send}]}}]\n"));
    }

    [Fact]
    public void Shares_that_do_not_add_to_one()
    {
        using var folder = new ExperimentFolder();
        string[] problems = folder.Problems("""
            name: study
            scenario:
              audience:
                segments:
                  - {name: fans, share: 0.3}
                  - {name: others, share: 0.6}
            """);
        Assert.Equal(["study.yaml:5:7  scenario.audience.segments: the shares add to 0.9; they must add to 1."], problems);
    }

    [Fact]
    public void A_message_used_twice_is_wrong_once()
    {
        using var folder = new ExperimentFolder();
        string[] problems = folder.Problems("""
            name: study
            messages: {book: {value: -1}}
            policies: [{name: p, sends: [{message: book}, {message: book, first: 9}], test: {messages: [book, book]}}]
            """);
        Assert.Equal(
            [
                "study.yaml:2:26  messages.book.value: -1 is not allowed; from 0 to 1.",
                "study.yaml:3:92  policies[0].test.messages: a message is named twice.",
            ],
            problems);
    }

    [Fact]
    public void An_inherited_value_is_wrong_once()
    {
        using var folder = new ExperimentFolder();
        string[] problems = folder.Problems("name: study\nscenario: {audience: {consent: 2, segments: [{name: all}]}}\n");
        Assert.Equal(["study.yaml:2:32  scenario.audience.consent: 2 is not allowed; from 0 to 1."], problems);
    }

    [Fact]
    public void A_policy_that_takes_the_name_of_the_silent_twin_and_speaks()
    {
        using var folder = new ExperimentFolder();
        string[] problems = folder.Problems("name: study\nmessages: {book: {}}\npolicies: [{name: silent, sends: [{message: book}]}]\n");
        Assert.Equal(
            ["study.yaml:3:19  policies[0].name: 'silent' is the twin to which nothing is sent, and is always run; give this policy another name."], problems);
    }

    [Theory, InlineData("../escape"), InlineData("a b"), InlineData("\"\"")]
    public void A_name_that_cannot_name_a_folder(string name)
    {
        using var folder = new ExperimentFolder();
        string problem = Assert.Single(folder.Problems($"name: {name}\n"));
        Assert.StartsWith($"study.yaml:1:7  name: '{name.Trim('"')}' cannot name a folder", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void All_of_them_at_once_in_the_order_of_the_file()
    {
        using var folder = new ExperimentFolder();
        string[] problems = folder.Problems("""
            replicates: many
            scenario: {horizon: 0, trust: {gian: 1}}
            policies: [7]
            """);
        Assert.Equal(
            [
                "study.yaml:1:1  name: missing; name of the experiment and of its result folder: letters, digits, - and _.",
                "study.yaml:1:13  replicates: a whole number is needed, found 'many'; from 1 to 10000000.",
                "study.yaml:2:21  scenario.horizon: 0 is not allowed; from 1 to 65000 days.",
                "study.yaml:2:32  scenario.trust.gian: unknown key; did you mean 'gain'?",
                "study.yaml:3:12  policies[0]: a group of keys is needed, found '7'; known: name, sends, test, signalNoise, delivery.",
            ],
            problems);
    }
}
