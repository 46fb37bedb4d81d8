using System.Globalization;

namespace Experiments.Cluster;

/// <summary>Lengths of time as Slurm writes them: minutes, minutes:seconds, hours:minutes:seconds, days-hours, days-hours:minutes and days-hours:minutes:seconds.</summary>
internal static class SlurmTime
{
    private const int Minute = 60, Hour = 3600, Day = 86_400;

    /// <summary>The length in seconds; null for "infinite" and for what is no length of time.</summary>
    internal static long? Seconds(string? text)
    {
        string[] halves = (text ?? "").Trim().Split('-');
        if (halves.Length > 2 || Numbers(halves[^1].Split(':')) is not { } clock || clock.Length > 3)
        {
            return null;
        }

        if (halves.Length == 1)
        {
            return clock.Length switch
            {
                1 => clock[0] * Minute,
                2 => (clock[0] * Minute) + clock[1],
                _ => (clock[0] * Hour) + (clock[1] * Minute) + clock[2],
            };
        }

        return Numbers([halves[0]]) is { } days
            ? (days[0] * Day) + (clock[0] * Hour) + (clock.ElementAtOrDefault(1) * Minute) + clock.ElementAtOrDefault(2)
            : null;
    }

    private static long[]? Numbers(string[] words)
    {
        var numbers = new long[words.Length];
        for (int index = 0; index < words.Length; index++)
        {
            if (!long.TryParse(words[index], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[index]))
            {
                return null;
            }
        }

        return numbers;
    }
}
