using Experiments;
using Simulator.Tests.Calibration;

namespace Simulator.Tests.Running.Comparing;

public sealed class MethodDiffTests
{
    [Fact]
    public async Task Two_calibrations_are_compared_by_the_rows_of_their_tables()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCode.Done, SmallCalibration.Run(folder, "one").ExitCode);
        Assert.Equal(ExitCode.Done, SmallCalibration.Run(folder, "again", threads: 1).ExitCode);
        Assert.Equal(ExitCode.Done, SmallCalibration.Run(folder, "other", 2, "seed=2").ExitCode);

        (int same, string identical) = await Diff(folder["one"], folder["again"]);
        (int other, string differs) = await Diff(folder["one"], folder["other"]);

        Assert.True(same == ExitCode.Done, identical);
        Assert.Contains("identical", identical, StringComparison.Ordinal);
        Assert.Equal(ExitCode.SomeRunsFailed, other);
        Assert.Contains("particles", differs, StringComparison.Ordinal);
        Assert.DoesNotContain("identical", differs, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> Diff(params string[] words)
    {
        (var output, var error) = (new StringWriter(), new StringWriter());
        int code = await Program.RunAsync(["diff", .. words], output, error);
        return (code, output.ToString() + error);
    }
}
