using Experiments.Config;
using Experiments.Running;
using Simulator.Engine;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;

namespace Simulator.Tests.Running;

/// <summary>Experiments of a few hundred people and a month, fast enough to be run many times.</summary>
internal static class SmallExperiment
{
    internal const int Days = 30;

    private static readonly Message Book =
        new() { Name = "book", Promotion = 0.9, Personalization = 0.1, Value = 0.1, Copies = 3, Offer = true };

    private static readonly Scenario World = new() { Horizon = Days, Audience = new Audience { Size = 300 } };

    private static readonly Schedule Blast = Schedule.OneBlast(Book, 3);

    private static readonly Schedule Weekly = Schedule.Cadence(Book, 7, 4) with { Name = "weekly" };

    /// <summary>Two worlds; in the second only one policy.</summary>
    internal static ExperimentPlan Plan(int replicates = 12, string hash = "0123456789abcdef") => new()
    {
        Name = "small",
        Question = "Does it pay?",
        Seed = 3,
        Replicates = Replication.Fixed(replicates),
        ResolvedYaml = "name: small\n",
        Hash = hash,
        Points =
        [
            new Point(0, "as written", new Dictionary<string, string>(), World, [Schedule.Silent, Blast, Weekly]),
            new Point(
                1,
                "no trust is lost",
                new Dictionary<string, string> { ["scenario.trust.loss"] = "0" },
                World with { Trust = World.Trust with { Loss = 0 } },
                [Schedule.Silent, Blast]),
        ],
    };

    /// <summary>The same experiment with one policy that cannot run.</summary>
    internal static ExperimentPlan PlanWithABrokenPolicy()
    {
        ExperimentPlan plan = Plan();
        Schedule broken = Blast with { Name = "broken", SignalNoise = -1 };
        return plan with { Points = [plan.Points[0] with { Policies = [.. plan.Points[0].Policies, broken] }, plan.Points[1]] };
    }

    /// <summary>Runs a plan into a folder, with CSV, and without charts.</summary>
    internal static (int ExitCode, string Out, string Error) Run(ExperimentPlan plan, string folder, int threads = 2) =>
        RunUntil(TestContext.Current.CancellationToken, plan, folder, threads);

    /// <summary>The same, interrupted by a token.</summary>
    internal static (int ExitCode, string Out, string Error) RunUntil(CancellationToken interruption, ExperimentPlan plan, string folder, int threads)
    {
        (var output, var error) = (new StringWriter(), new StringWriter());
        var options = new RunOptions { Out = folder, Threads = threads, Csv = true };
        int code = new ExperimentRun(plan, options, new Terminal(output, error, false, true), _ => { }, (_, _) => { }).Complete(interruption);
        return (code, output.ToString(), error.ToString());
    }
}
