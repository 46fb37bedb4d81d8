using System.Runtime.CompilerServices;
using Simulator.Engine;
using Simulator.People;
using Simulator.Policies;
using Simulator.Tests.Patterns;

namespace Simulator.Tests.Engine;

public sealed class GoldenRunTests
{
    private const string RenewVariable = "RENEW_GOLDEN_RUN";

    [Fact]
    public void The_golden_run_comes_to_what_it_always_came_to()
    {
        var scenario = new Scenario { Horizon = 45, Audience = new Audience { Size = 2500 } };
        Schedule weekly = CmoJoe.Weekly with { Delivery = new Delivery { Duplicates = 0.02 } };
        string actual = LedgerText.Of(Simulation.Run(scenario, weekly, seed: 20_240_229, replicate: 1).Ledger, "G9");
        string path = GoldenFile();
        if (Environment.GetEnvironmentVariable(RenewVariable) == "1")
        {
            File.WriteAllText(path, actual);
        }

        string golden = File.ReadAllText(path).ReplaceLineEndings("\n");
        Assert.True(golden == actual, $"""
            Results change. First difference to {Path.GetFileName(path)}:
            {FirstDifference(golden, actual)}
            If that is meant: run this test once with {RenewVariable}=1, commit the new file, and write "results change" into CHANGELOG.
            """);
    }

    private static string FirstDifference(string golden, string actual)
    {
        (string Golden, string Actual) pair = golden.Split('\n').Zip(actual.Split('\n')).FirstOrDefault(lines => lines.First != lines.Second);
        return $"golden {pair.Golden}\nactual {pair.Actual}";
    }

    private static string GoldenFile([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "GoldenRun.txt");
}
