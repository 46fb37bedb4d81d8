using System.CommandLine;
using Experiments.Analysis;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;

namespace Experiments.Config;

/// <summary>The verb <c>check</c>: everything wrong with an experiment file, without running it.</summary>
internal static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> file = ExperimentArguments.File();
        Option<string[]> set = ExperimentArguments.Set();
        var command = new Command("check", "Every problem of an experiment file at once; nothing is run") { file, set };
        command.SetAction(parsed => Check(
            parsed.GetRequiredValue(file), parsed.GetValue(set) ?? [], parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Check(string file, string[] overrides, TextWriter output, TextWriter error)
    {
        ExperimentReading reading = ExperimentFile.Read(file, overrides);
        reading.Tell(output);
        if (reading.Experiment is not { } experiment)
        {
            error.WriteLine(reading.Problems.Count == 1 ? "1 problem." : $"{reading.Problems.Count} problems.");
            return ExitCode.BadInput;
        }

        var plan = ExperimentPlan.Of(reading, experiment);
        StoreLayout layout = plan.Layout();
        if (plan.Method is { } method && MethodKind.AskedBy(experiment) is { } kind)
        {
            output.WriteLine(
                $"{file}: no problems. It is for '{kind.Verb}', which decides while running what is run next: at most {Wording.Count(method.MostEvaluations, "evaluation", "evaluations")} of "
                + (layout.Policies.Count > 1 ? $"{Wording.Count(layout.Policies.Count, "policy", "policies")}, the silent twin included." : "the policies of its studies."));
            return ExitCode.Done;
        }

        string number = experiment.Replicates.Number is null ? $"{layout.Replicates} to {layout.MostReplicates}" : $"{layout.Replicates}";
        string runs = experiment.Replicates.Number is null ? $"{layout.Runs} to {layout.MostRuns}" : $"{layout.Runs}";
        output.WriteLine(
            $"{file}: no problems. Points: {layout.Points.Count}; policies at all of them, silent twins included: {layout.Series}; "
            + $"replicates: {number}; runs: {runs}.");
        return ExitCode.Done;
    }
}
