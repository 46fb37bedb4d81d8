namespace Experiments.Validation;

/// <summary>A row with its figures.</summary>
/// <param name="Row">The row.</param>
/// <param name="Figures">Its figures, those that the verdict counts first.</param>
internal sealed record JudgedRow(BoardRow Row, IReadOnlyList<Measured> Figures)
{
    /// <summary>The figures that the verdict counts.</summary>
    internal IEnumerable<Measured> Counted => Figures.Where(figure => !figure.IsAlternative);

    /// <summary>The figures under other mappings.</summary>
    internal IEnumerable<Measured> Alternatives => Figures.Where(figure => figure.IsAlternative);

    /// <summary>The verdict on the figures that count.</summary>
    internal Verdict Verdict => Row.NotTestable is not null ? Verdict.NotTestable : Of(Counted);

    /// <summary>Other mappings that, put in place of the one that counts, would have told the opposite.</summary>
    internal IEnumerable<IGrouping<string, Measured>> Contradicting => Alternatives.GroupBy(figure => figure.Instead!).Where(other =>
        (Verdict == Verdict.Inside && Of(other) == Verdict.Outside) || (Verdict == Verdict.Outside && Of(other) == Verdict.Inside));

    /// <summary>The verdict on figures together: outside as soon as one is, inside when all are, otherwise it cannot be told.</summary>
    internal static Verdict Of(IEnumerable<Measured> figures)
    {
        Verdict[] verdicts = [.. figures.Select(figure => figure.Verdict)];
        return verdicts.Contains(Verdict.Outside) ? Verdict.Outside
            : verdicts.Length > 0 && verdicts.All(verdict => verdict == Verdict.Inside) ? Verdict.Inside
            : Verdict.CannotBeTold;
    }

    /// <summary>What to make of it.</summary>
    internal string Discussion => Row.NotTestable ?? Row.Discuss?.Invoke(this) ?? "";
}
