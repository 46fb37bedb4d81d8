using Experiments.Config;

namespace Simulator.Tests.Config;

public sealed class Files_inherit_and_values_are_set
{
    private const string Study = """
        name: study
        scenario:
          trust: {loss: 0.4, gain: 0.2}
          audience:
            attention: {mean: 0.8}
            segments: [{name: fans, share: 0.3, trust: {mean: 0.9}}, {name: others, share: 0.7}]
        messages:
          book: {offer: true}
          chat: {promotion: 0}
        policies:
          - {name: one blast, sends: [{message: book}]}
          - {name: weekly, sends: [{message: chat}, {message: book, times: 9}]}
        """;

    [Fact]
    public void What_is_left_out_keeps_its_default()
    {
        Experiment experiment = Read();
        Assert.Equal(0.8, experiment.Scenario.Audience.Attention.Mean);
        Assert.Equal(5, experiment.Scenario.Audience.Attention.Concentration);
        Assert.Equal(20, experiment.Scenario.Trust.ForgiveHalfLife);
        Assert.Equal(0.9, experiment.Messages[0].Promotion);
    }

    [Fact]
    public void A_segment_inherits_from_its_audience()
    {
        Experiment experiment = Read();
        Assert.Equal(0.8, experiment.Scenario.Audience.Segments[0].Attention.Mean);
        Assert.Equal(0.9, experiment.Scenario.Audience.Segments[0].Trust.Mean);
        Assert.Equal(8, experiment.Scenario.Audience.Segments[0].Trust.Concentration);
        Assert.Equal(0.65, experiment.Scenario.Audience.Segments[1].Trust.Mean);
    }

    [Fact]
    public void The_defaults_of_the_model_stay_what_they_are() =>
        Assert.Equal((0.4, 0.5), (Read().Scenario.Trust.Loss, new Simulator.Engine.Scenario().Trust.Loss));

    [Fact]
    public void Groups_of_a_base_merge_and_lists_are_replaced()
    {
        using var folder = new ExperimentFolder();
        folder.Write(Study, "base.yaml");
        ExperimentReading reading = folder.Read("""
            base: base.yaml
            name: other
            scenario: {trust: {loss: 0.1}}
            messages: {extra: {}}
            policies: [{name: only, sends: [{message: extra}]}]
            """);
        Experiment experiment = reading.Experiment!;
        Assert.Equal((0.1, 0.2), (experiment.Scenario.Trust.Loss, experiment.Scenario.Trust.Gain));
        Assert.Equal(["book", "chat", "extra"], experiment.Messages.Select(message => message.Name));
        Assert.Equal(["only"], experiment.Policies.Select(policy => policy.Name));
    }

    [Fact]
    public void A_problem_of_a_base_is_told_in_its_own_file()
    {
        using var folder = new ExperimentFolder();
        folder.Write("scenario:\n  trust: {loss: 2}\n", "base.yaml");
        Assert.Equal(["base.yaml:2:17  scenario.trust.loss: 2 is not allowed; from 0 to 1."], folder.Problems("base: base.yaml\nname: x\n"));
    }

    [Theory, InlineData("policies.weekly.sends[1].every=3"), InlineData("policies[1].sends[1].every=3")]
    public void A_list_item_is_reached_by_name_and_by_number(string set)
    {
        Experiment experiment = Read(set);
        Assert.Equal((7, 3), (experiment.Policies[1].Sends[0].Every, experiment.Policies[1].Sends[1].Every));
    }

    [Fact]
    public void A_set_value_wins_over_the_file_and_the_last_over_the_others() =>
        Assert.Equal(0.7, Read("scenario.trust.loss=0.6", "trust.loss=0.7").Scenario.Trust.Loss);

    [Fact]
    public void A_set_value_may_be_a_group_laid_over_the_old_one()
    {
        Experiment experiment = Read("scenario.trust={gain: 0.3}", "policies.one blast.sends[0].to.cap={messages: 2}");
        Assert.Equal((0.4, 0.3), (experiment.Scenario.Trust.Loss, experiment.Scenario.Trust.Gain));
        Assert.Equal((2, 7), (experiment.Policies[0].Sends[0].To.Cap!.Messages, experiment.Policies[0].Sends[0].To.Cap!.Within));
    }

    [Theory]
    [InlineData("trust.lss=0.3", "--set trust.lss=0.3  scenario.trust.lss: unknown key; did you mean 'loss'?")]
    [InlineData("tust.loss=0.3", "--set tust.loss=0.3  tust.loss: 'tust' cannot be set here; did you mean 'trust'?")]
    [InlineData("trust.loss=7", "--set trust.loss=7  scenario.trust.loss: 7 is not allowed; from 0 to 1.")]
    [InlineData("trust.loss", "--set trust.loss  write it as path=value, for example --set scenario.trust.loss=0.3.")]
    [InlineData("trust..loss=1", "--set trust..loss=1  trust..loss: this is not a dotted path, such as scenario.trust.loss or policies.weekly.sends[0].every.")]
    [InlineData("policies.weekli.signalNoise=1", "--set policies.weekli.signalNoise=1  policies.weekli.signalNoise: there is no item named 'weekli'; did you mean 'weekly'?")]
    [InlineData("policies[2].signalNoise=1", "--set policies[2].signalNoise=1  policies[2].signalNoise: there is no item [2]; 'policies' has 2 items, [0] to [1].")]
    [InlineData("name.first=1", "--set name.first=1  name.first: 'name' is 'study'; nothing below it can be set.")]
    [InlineData("base=other.yaml", "--set base=other.yaml  base: a base cannot be set, only written in a file: it is read before anything is set.")]
    public void A_value_that_cannot_be_set(string set, string expected)
    {
        using var folder = new ExperimentFolder();
        Assert.Equal([expected], folder.Problems(Study, set));
    }

    private static Experiment Read(params string[] overrides)
    {
        using var folder = new ExperimentFolder();
        ExperimentReading reading = folder.Read(Study, overrides);
        Assert.Empty(reading.Problems);
        return reading.Experiment!;
    }
}
