using Experiments.Config;
using Simulator.Ledgers;
using Simulator.Parameters;
using Simulator.Policies;

namespace Experiments.Calibration;

/// <summary>What a calibration needs of the rest of its experiment.</summary>
internal static class CalibrationChecks
{
    private const string Key = "calibrate";

    /// <summary>A dotted path in full: the leading <c>scenario.</c> may be left out in a file.</summary>
    internal static string Normal(string path) => ParameterPath.Find(path, out _)?.Path.ToString() ?? path;

    /// <summary>Everything that is wrong.</summary>
    internal static IEnumerable<Problem> Problems(Experiment experiment)
    {
        if (experiment.Calibrate is not { } settings)
        {
            yield break;
        }

        string[] paths = [.. experiment.Vary.Keys.Select(Normal)];
        foreach (string missing in (settings.Rival?.Set.Keys ?? []).Select(Normal).Where(path => !paths.Contains(path)))
        {
            yield return new Problem($"{Key}.rival.set", $"the null hypothesis fixes '{missing}', which is not varied; give it a range under 'vary', so that there is an alternative.");
        }

        int parameters = paths.Length + settings.Evidence.Count(evidence => evidence.IsHeard);
        if (settings.Particles < CalibrationSettings.LeastParticlesPerParameter * parameters)
        {
            yield return new Problem(
                $"{Key}.particles",
                $"{settings.Particles} are too few for {parameters} parameters; take at least {CalibrationSettings.LeastParticlesPerParameter * parameters}, better {20 * parameters}, or vary less.");
        }

        int sending = experiment.Policies.Count(policy => policy.Name != Schedule.SilentName);
        if (experiment.Case is null && sending != 1)
        {
            yield return new Problem("case", $"a calibration needs to know which of the {sending} policies is the case; name it under 'case'.");
        }

        for (int index = 0; index < settings.Evidence.Count; index++)
        {
            if (TooEarly(settings.Evidence[index], experiment) is { } days)
            {
                yield return new Problem(
                    $"{Key}.evidence[{index}].outcome", $"'{settings.Evidence[index].Outcome}' exists from day {days} on, but only {experiment.Scenario.Horizon} days are simulated; set scenario.horizon to at least {days}.");
            }
        }
    }

    private static int? TooEarly(Evidence evidence, Experiment experiment)
    {
        int needed = MetricInfo.Find(evidence.Outcome)?.Metric switch
        {
            Metric.FollowersDay7 => 7,
            Metric.FollowersDay14 => 14,
            Metric.PollNegativeShare => experiment.Scenario.Poll.Day + 1,
            _ => 0,
        };
        return experiment.Scenario.Horizon < needed ? needed : null;
    }
}
