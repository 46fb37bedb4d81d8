using Experiments;
using Experiments.Config;

namespace Simulator.Tests.Config;

public sealed class The_command_line_answers
{
    [Fact]
    public async Task List_names_the_case_with_its_question()
    {
        (int code, string output, _) = await Run("list");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("cmo-joe\tCMO Joe promoted his book", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_accepts_the_case_without_a_word_of_warning()
    {
        (int code, string output, string error) = await Run("check", ShippedExperiments.Case);
        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_tells_every_problem_and_exits_with_2()
    {
        (int code, string output, string error) = await Run("check", ShippedExperiments.Case, "--set", "trust.los=1", "--set", "seed=x");
        Assert.Equal((ExitCode.BadInput, "2 problems."), (code, error.Trim()));
        Assert.Contains("did you mean 'loss'?", output, StringComparison.Ordinal);
        Assert.Contains("seed: a whole number is needed, found 'x'", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calibration", "It is for 'calibrate', which decides while running what is run next: at most 62,000 evaluations of 2 policies, the silent twin included.")]
    [InlineData("best-policy", "It is for 'optimise', which decides while running what is run next: at most 24,464 evaluations of 2 policies, the silent twin included.")]
    [InlineData("validation", "It is for 'validate', which decides while running what is run next: at most ")]
    public async Task Check_of_what_a_method_works_through_says_for_which_verb_and_how_much_at_most(string name, string expected)
    {
        (int code, string output, _) = await Run("check", Path.Combine(ShippedExperiments.Folder, name + ".yaml"));
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains($"no problems. {expected}", output, StringComparison.Ordinal);
        Assert.DoesNotContain("runs:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chek x.yaml", "'chek' is not known; did you mean 'check'?")]
    [InlineData("check x.yaml --ste a=1", "'--ste' is not known to check; did you mean '--set'?")]
    [InlineData("check", "Required argument missing for command: 'check'.")]
    [InlineData("schema x", "'x' is not known to schema")]
    public async Task A_misspelt_command_exits_with_2_and_names_what_was_meant(string line, string expected)
    {
        (int code, string output, string error) = await Run(line.Split(' '));
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_gives_examples()
    {
        (int code, string output, _) = await Run("--help");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("run experiment.yaml --set trust.loss=0.3", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_is_told()
    {
        (int code, string output, _) = await Run("--version");
        Assert.Equal(ExitCode.Done, code);
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await Program.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
