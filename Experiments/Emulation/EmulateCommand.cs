using System.CommandLine;
using System.Globalization;
using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Config;
using Experiments.Running;
using Experiments.Store;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Emulation;

/// <summary>The verb <c>emulate</c>: what a sweep says of points that were not run.</summary>
internal static class EmulateCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> folder = new("folder") { Description = "The result folder of a sweep" };
        Option<string?> outcome = new("--outcome") { Description = "The outcome; else the first that answers the question", HelpName = "name" };
        Option<string?> policy = new("--policy") { Description = "The policy; else the case, or the first that sends", HelpName = "name" };
        Option<string[]> at = new("--at") { Description = "Predict there: a factor and its value; what is not named stands in the middle of its range", HelpName = "path=value", DefaultValueFactory = _ => [] };
        Option<string?> outFile = new("--out") { Description = "With --match: writes what is left of each factor, by tenths of its range, as CSV", HelpName = "file" };
        Option<string[]> match = new("--match") { Description = "Rule out what does not fit: complaints=17±4, A1 to A5, or evidence", HelpName = "observation", DefaultValueFactory = _ => [] };
        var command = new Command("emulate", "What a sweep foretells of points that were not run, and which of them what was observed rules out") { folder, outcome, policy, at, match, outFile };
        command.SetAction(parsed =>
        {
            try
            {
                using var source = FinishedFolder.Open(parsed.GetRequiredValue(folder));
                Tell(source, parsed.GetValue(outcome), parsed.GetValue(policy), parsed.GetRequiredValue(at), parsed.GetRequiredValue(match), parsed.GetValue(outFile), parsed.InvocationConfiguration.Output);
                return ExitCode.Done;
            }
            catch (RefusedException refusal)
            {
                parsed.InvocationConfiguration.Error.WriteLine(refusal.Message);
                return ExitCode.BadInput;
            }
        });
        return command;
    }

    private static void Tell(FinishedFolder source, string? outcomeName, string? policyName, string[] at, string[] match, string? outFile, TextWriter output)
    {
        ExperimentPlan plan = source.Plan();
        ExperimentFacts facts = plan.Facts();
        if (plan.Method is not null)
        {
            throw new RefusedException($"{source.Path} holds no sweep: its method chose what was run and kept no runs. Name a folder of 'run' with a design, for example sobol.");
        }

        if (facts.Sweep is null)
        {
            throw new RefusedException($"{source.Path} varies nothing, so there is nothing to foretell. An experiment with vary: and design: {{kind: sobol, points: …}} is needed.");
        }

        List<SweepPoint> points = Analysis.Sweeps.SweepReader.ReadPoints(source.Store, facts.Sweep.Factors);
        List<string> policies = Analysis.Sweeps.SweepReader.ReadPolicies(source.Store);
        string policy = policyName ?? facts.Case ?? policies.FirstOrDefault() ?? throw new RefusedException($"{source.Path} has no policy that sends.");
        if (!policies.Contains(policy))
        {
            throw new RefusedException($"There is no policy '{policy}'{NearestName.Hint(policy, policies)}");
        }

        bool hasSilence = source.Store.Scalar("SELECT 1 FROM runs WHERE policy = $0 LIMIT 1", Schedule.SilentName) is not null;
        SweepEmulator Fitted(AnswerOutcome wanted) => SweepEmulators.Of(source.Store, facts, points, policy, wanted);
        if (match.Length > 0)
        {
            string[] ofCase = [.. match.Where(MatchTarget.IsOfCase)];
            RefuseOtherThanCase(facts, policy, ofCase);
            output.WriteLine($"History match of policy {Wording.Quote(policy)} over {Wording.Count(facts.Horizon, "day", "days")}, {facts.Name}.");
            if (ofCase.Length > 0 && facts.Horizon != MatchTarget.EvidenceDays)
            {
                output.WriteLine($"Careful: the facts of the case were known after {MatchTarget.EvidenceDays} days, these runs count everything of {Wording.Number(facts.Horizon)}. Where the policy goes on after that, set scenario.horizon to {MatchTarget.EvidenceDays} and run again.");
            }

            (MatchTarget, SweepEmulator)[] targets = [.. match.SelectMany(text => MatchTarget.Read(text, hasSilence, facts.AudienceSize)).Select(target => (target, Fitted(target.Outcome)))];
            MatchAnswer.Write(targets, (ulong)facts.Seed, outFile, output);
            return;
        }

        if (outFile is not null)
        {
            throw new RefusedException("--out writes what observations leave; say what was observed with --match, for example --match complaints=17±4.");
        }

        SweepEmulator emulator = Fitted(Named(outcomeName ?? facts.Outcomes.FirstOrDefault() ?? MetricInfo.Of(AnswerOutcome.Usual[0]).Name, hasSilence));
        output.WriteLine($"Emulator of {emulator.Outcome.Label}, policy {Wording.Quote(policy)}, {Wording.Count(facts.Horizon, "day", "days")}, {facts.Name}. {EmulatorFinding.Diagnostics(emulator)}".TrimEnd());
        if (!emulator.Fits)
        {
            throw new RefusedException($"It is not used: {emulator.Refusal}");
        }

        double[] positions = Positions(emulator.Axes, at);
        double[] values = [.. positions.Select((position, axis) => emulator.Axes[axis].Value(position))];
        Prediction prediction = emulator.Predict(values);
        output.WriteLine();
        output.WriteLine($"Expected {emulator.Outcome.Label}: {emulator.Outcome.Estimate(prediction.Interval(emulator.Count))} at");
        foreach ((EmulatedAxis axis, double value) in emulator.Axes.Zip(values))
        {
            output.WriteLine($"  {axis.Factor.Path} = {value.ToString("G6", CultureInfo.InvariantCulture)}   ({axis.Factor.Label}, run from {Shown(axis.Low)} to {Shown(axis.High)})");
        }
    }

    // The figures of the case are those of what was done there. Held against anything else they would rule out the wrong beliefs.
    private static void RefuseOtherThanCase(ExperimentFacts facts, string policy, string[] ofCase)
    {
        if (ofCase.Length == 0 || policy == facts.Case)
        {
            return;
        }

        string instead = "or give figures of this policy, for example --match complaints=17±4";
        throw new RefusedException(facts.Case is { } known
            ? $"{Wording.List(ofCase)}: what was observed belongs to {Wording.Quote(known)}, the case of this experiment, not to {Wording.Quote(policy)}. Leave out --policy, {instead}."
            : $"{Wording.List(ofCase)}: what was observed belongs to the policy of the case, and {facts.Name} names none. Write case: with the name of the policy that does what was done then into the file and run it again, {instead}.");
    }

    /// <summary>A value of a factor for readers.</summary>
    internal static string Shown(double value) => new SweepValue("", value).Short;

    private static AnswerOutcome Named(string name, bool hasSilence) => MetricInfo.Find(name) is { } info
        ? AnswerOutcome.Of(info.Metric, hasSilence)
        : throw new RefusedException($"There is no outcome '{name}'{NearestName.Hint(name, [.. MetricInfo.All.Select(known => known.Name)])}");

    private static double[] Positions(IReadOnlyList<EmulatedAxis> axes, string[] at)
    {
        double[] positions = [.. axes.Select(_ => 0.5)];
        string[] paths = [.. axes.Select(axis => axis.Factor.Path)];
        foreach (string text in at)
        {
            string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            int axis = Array.IndexOf(paths, parts[0]);
            if (axis < 0)
            {
                throw new RefusedException($"The sweep does not vary '{parts[0]}'{NearestName.Hint(parts[0], paths)}");
            }

            if (parts.Length < 2 || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                throw new RefusedException($"'{text}' names no value. Write {paths[axis]}=number.");
            }

            if (!(value >= axes[axis].Low && value <= axes[axis].High))
            {
                throw new RefusedException($"{paths[axis]} = {parts[1]} lies outside the range that was run, {Shown(axes[axis].Low)} to {Shown(axes[axis].High)}: beyond its points an emulator guesses. Stay inside, or run a sweep over a wider range.");
            }

            positions[axis] = axes[axis].Position(value);
        }

        return positions;
    }
}
