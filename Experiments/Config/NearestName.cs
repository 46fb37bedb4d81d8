namespace Experiments.Config;

/// <summary>The known name a misspelt one was probably meant to be.</summary>
internal static class NearestName
{
    private const int NamesToList = 12;
    private const int LongestName = 100;

    /// <summary>The nearest known name, or null when none is near: more than a third of the letters would have to change.</summary>
    internal static string? Of(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestName)
        {
            return null;
        }

        (string Name, int Distance)? best = known
            .Select(name => (Name: name, Distance: Distance(word.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .Cast<(string, int)?>()
            .FirstOrDefault();
        return best is { } found && found.Distance <= Math.Max(1, (Math.Max(word.Length, found.Name.Length) + 1) / 3) ? found.Name : null;
    }

    /// <summary>The end of a sentence about an unknown name: the nearest one, or else all of them.</summary>
    internal static string Hint(string word, IEnumerable<string> known)
    {
        string[] names = [.. known.Distinct()];
        return (Of(word, names), names.Length) switch
        {
            ({ } near, _) => $"; did you mean '{near}'?",
            (null, 0) => "; there is none.",
            (null, <= NamesToList) => $"; known: {string.Join(", ", names)}.",
            _ => $"; known: {string.Join(", ", names.Take(NamesToList))}, ….",
        };
    }

    /// <summary>Letters to insert, delete, change or swap with their neighbour (optimal string alignment).</summary>
    private static int Distance(string from, string to)
    {
        var cost = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                int change = from[i - 1] == to[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[from.Length, to.Length];
    }
}
