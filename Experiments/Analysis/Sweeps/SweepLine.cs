namespace Experiments.Analysis.Sweeps;

/// <summary>Cells along one numeric factor, everything else the same.</summary>
/// <param name="Name">What sets this line apart from the others; empty when it is the only one.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Levels">Levels of the factor, ascending.</param>
/// <param name="Cells">The cells at these levels.</param>
internal sealed record SweepLine(string Name, string Policy, IReadOnlyList<double> Levels, IReadOnlyList<SweepCell> Cells)
{
    /// <summary>All lines along a factor: one a policy and a combination of the values of the other factors that vary on their own.</summary>
    /// <param name="results">The results.</param>
    /// <param name="cells">The cells at the end, or those after fewer days.</param>
    /// <param name="factor">Number of the factor.</param>
    /// <param name="policies">The policies wanted.</param>
    internal static IReadOnlyList<SweepLine> Along(SweepResults results, IReadOnlyList<SweepCell> cells, int factor, IReadOnlyCollection<string> policies)
    {
        int[] others = results.Sweep.Design.Kind == Designs.Design.List
            ? []
            : [.. Enumerable.Range(0, results.Factors.Count).Where(other => other != factor)];
        return [.. cells
            .Where(cell => policies.Contains(cell.Policy) && cell.Point.Values[factor].Number is not null)
            .GroupBy(cell => (cell.Policy, Others: string.Join(", ", others.Select(other => Named(results, other, cell)))))
            .Select(group =>
            {
                SweepCell[] sorted = [.. group.DistinctBy(cell => cell.Point.Values[factor].Number).OrderBy(cell => cell.Point.Values[factor].Number)];
                string name = string.Join(", ", new[] { policies.Count > 1 ? group.Key.Policy : "", group.Key.Others }.Where(part => part.Length > 0));
                return new SweepLine(name, group.Key.Policy, [.. sorted.Select(cell => cell.Point.Values[factor].Number!.Value)], sorted);
            })];
    }

    /// <summary>An outcome along the line.</summary>
    internal IReadOnlyList<ReplicateSample> Of(AnswerOutcome outcome) => [.. Cells.Select(cell => cell.Of(outcome))];

    // A name says what it is by itself; a number needs its factor.
    private static string Named(SweepResults results, int factor, SweepCell cell)
    {
        SweepValue value = cell.Point.Values[factor];
        bool speaks = value.Number is null && value.Text is not ("true" or "false");
        return speaks ? value.Text : $"{results.Factors[factor].Label} {value.Short}";
    }
}
