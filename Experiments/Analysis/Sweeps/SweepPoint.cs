namespace Experiments.Analysis.Sweeps;

/// <summary>A point of a sweep.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Name">Its name in results.</param>
/// <param name="Values">The value of each factor, in the order of the file.</param>
internal sealed record SweepPoint(int Index, string Name, IReadOnlyList<SweepValue> Values)
{
    /// <summary>The values with their factors, for sentences: every 7 days, what it says = “book”.</summary>
    internal string With(IReadOnlyList<Designs.Factor> factors) =>
        string.Join(", ", Values.Select((value, factor) => value == SweepValue.Any ? null : value.In(factors[factor])).OfType<string>());

    /// <summary>The values alone, for labels: 7 · 0.45 · book.</summary>
    internal string Short => string.Join(" · ", Values.Where(value => value != SweepValue.Any).Select(value => value.Short));
}
