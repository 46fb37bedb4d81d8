using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps;

/// <summary>Who leads at first, who overtakes, and when?</summary>
internal static class OvertakingFinding
{
    internal const string Id = "overtaking";

    /// <summary>Reigns named in the text.</summary>
    private const int Named = 6;

    /// <summary>The finding; null where nothing is the sender's choice or no course is known.</summary>
    internal static Finding? Of(SweepResults results)
    {
        if (!results.IsChoice || Leadership.Of(results) is not { Reigns.Count: > 0 } leadership)
        {
            return null;
        }

        string name = results.Main.Name;
        string Name(int reign) => results.NameOf(leadership.Cells[leadership.Reigns[reign].Cell]);
        if (leadership.Reigns.Count == 1)
        {
            return new Finding(Id, $"{Capital(Name(0))} leads from the first day to the last, by {name}", $"By {results.Main.Label} so far{results.Averaging}, {Name(0)} leads from the first day to the last; no other mean overtakes it.");
        }

        int last = leadership.Reigns.Count - 1;
        string title = Name(0) == Name(last)
            ? $"{Capital(Name(0))} leads at first and, from day {leadership.Reigns[last].From} on, again"
            : $"{Capital(Name(0))} leads at first; from day {leadership.Reigns[last].From} on {Name(last)} is ahead";
        IEnumerable<int> told = leadership.Reigns.Count <= Named
            ? Enumerable.Range(1, last)
            : [.. Enumerable.Range(1, Named - 2), last];
        string then = string.Join("; ", told.Select(reign => $"{(reign == last && last >= Named ? "in the end, " : "")}from day {leadership.Reigns[reign].From} on, {Name(reign)}"));
        string hidden = leadership.Reigns.Count > Named ? $" ({Wording.Number(leadership.Reigns.Count - Named)} leaders between them are left out)" : "";
        return new Finding(
            Id,
            title,
            $"By {results.Main.Label} so far{results.Averaging}, {Name(0)} leads at first; {then}{hidden}. Days are those of the mean curves; days of single runs are not kept, so they have no interval.");
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
