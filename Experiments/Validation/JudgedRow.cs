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

    /// <summary>Outside as soon as one counted figure is; inside when all are; otherwise it cannot be told.</summary>
    internal Verdict Verdict => Row.NotTestable is not null ? Verdict.NotTestable
        : Counted.Any(figure => figure.Verdict == Verdict.Outside) ? Verdict.Outside
        : Counted.Any() && Counted.All(figure => figure.Verdict == Verdict.Inside) ? Verdict.Inside
        : Verdict.CannotBeTold;

    /// <summary>Alternatives that, put in place of what the verdict counts, would have told the opposite.</summary>
    internal IEnumerable<Measured> Contradicting => Alternatives.Where(figure =>
        (Verdict == Verdict.Inside && figure.Verdict == Verdict.Outside) || (Verdict == Verdict.Outside && figure.Verdict == Verdict.Inside));

    /// <summary>What to make of it.</summary>
    internal string Discussion => Row.NotTestable ?? Row.Discuss?.Invoke(this) ?? "";
}
