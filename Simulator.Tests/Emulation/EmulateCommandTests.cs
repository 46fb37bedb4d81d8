using Experiments;

namespace Simulator.Tests.Emulation;

/// <summary>A small sweep asked by the verb as a user would ask.</summary>
public sealed class EmulateCommandTests(AskedSweep sweep) : IClassFixture<AskedSweep>
{
    private string Results => sweep.Results;

    [Fact]
    public async Task It_tells_how_well_it_foretells_and_what_to_expect()
    {
        (int code, string output, string error) = await AskedSweep.Run("emulate", Results, "--at", "scenario.trust.loss=0.5");

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains("32 points left out in turn", output, StringComparison.Ordinal);
        Assert.Matches(@"Expected trust debt: [\d.]+% \(95% interval [\d.]+% to [\d.]+%\) at", output);
        Assert.Contains("scenario.trust.loss = 0.5 ", output, StringComparison.Ordinal);
        Assert.Contains("scenario.audience.tolerance.mean = 0.6 ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_tells_what_an_observation_leaves()
    {
        (int code, string output, string error) = await AskedSweep.Run("emulate", Results, "--match", "trust_debt=0.05±0.01");

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Matches(@"What was observed leaves [\d.]+% \(95% interval", output);
        Assert.Contains("scenario.trust.loss: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_observation_that_nothing_brings_about_leaves_nothing()
    {
        (_, string output, _) = await AskedSweep.Run("emulate", Results, "--match", "trust_debt=0.9±0.001");

        Assert.Contains("Nothing is left", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_observation_leaves_is_written_by_tenths()
    {
        string file = Path.Combine(Results, "..", "left.csv");
        (int code, string output, _) = await AskedSweep.Run("emulate", Results, "--match", "trust_debt=0.05±0.01", "--out", file);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("History match of policy “weekly” over 14 days", output, StringComparison.Ordinal);
        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("factor,label,tenth,from,to,share_not_ruled_out", lines[0]);
        Assert.Equal(20, lines.Length - 1);
        Assert.StartsWith("scenario.trust.loss,trust loss,1,0.05,0.125,0.", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--at scenario.trust.loss=0.9", "outside the range that was run, 0.05 to 0.8")]
    [InlineData("--at scenario.trust.los=0.4", "did you mean 'scenario.trust.loss'?")]
    [InlineData("--at scenario.trust.loss=much", "names no value")]
    [InlineData("--outcome trust_dept", "did you mean 'trust_debt'?")]
    [InlineData("--policy weakly", "did you mean 'weekly'?")]
    [InlineData("--outcome undelivered", "the same at every point")]
    [InlineData("--match undelivered=3±1", "no emulator fits")]
    [InlineData("--match evidence", "asked names none")]
    [InlineData("--match A1", "Write case:")]
    [InlineData("--out left.csv", "say what was observed with --match")]
    [InlineData("--match seventeen", "is nothing to match")]
    public async Task What_cannot_be_answered_is_refused_with_the_reason(string options, string reason)
    {
        (int code, _, string error) = await AskedSweep.Run(["emulate", Results, .. options.Split(' ')]);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }
}
