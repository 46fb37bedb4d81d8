using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps;

/// <summary>What can be had only by giving something else up?</summary>
internal static class FrontFinding
{
    internal const string Id = "front";

    /// <summary>Members of the front named in the text.</summary>
    private const int Named = 5;

    /// <summary>The finding; null where nothing is the sender's choice or there is no second outcome to give up.</summary>
    internal static Finding? Of(SweepResults results)
    {
        if (!results.IsChoice || results.Price is not { } price)
        {
            return null;
        }

        AnswerOutcome gain = results.Main;
        IReadOnlyList<SweepCell> front = ParetoFront.Of(results.Choices.Select(choice => choice.Cell), gain, price);
        if (results.Choices.Count < 2 || front.Count == 0)
        {
            return null;
        }

        string one = results.NameOf(front[0]);
        if (front.Count == 1)
        {
            return new Finding(Id, $"No trade-off: {one} has the {gain.Best} {gain.Name} and the {price.Best} {price.Name}", $"No trade-off: {one} is best in both {gain.Label} and {price.Label}{results.Averaging}, by its means.");
        }

        string title = front.Count == results.Choices.Count
            ? $"All {Wording.Number(front.Count)} choices trade {gain.Name} for {price.Name}: none is better in both"
            : $"{Wording.Number(front.Count)} of {Wording.Number(results.Choices.Count)} choices are worth a thought: the others have a worse {gain.Name} or {price.Name} for nothing";
        int[] told = front.Count <= Named ? [.. Enumerable.Range(0, front.Count)] : [.. Enumerable.Range(0, Named).Select(step => step * (front.Count - 1) / (Named - 1))];
        string members = string.Join("; ", told.Select(index => $"{results.NameOf(front[index])} ({gain.Label} {Value(front[index], gain)}, {price.Label} {Value(front[index], price)})"));
        return new Finding(Id, title, $"By their means, {Wording.Number(front.Count)} of {Wording.Number(results.Choices.Count)} choices have no better one in both {gain.Label} and {price.Label}{results.Averaging}{(front.Count > Named ? ", among them" : "")}: {members}.");
    }

    private static string Value(SweepCell cell, AnswerOutcome outcome) => outcome.Short(cell.Of(outcome).Interval!.Value);
}
