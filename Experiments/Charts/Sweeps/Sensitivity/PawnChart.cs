using Experiments.Analysis;
using Experiments.Designs;
using Experiments.Sensitivity;

namespace Experiments.Charts.Sweeps.Sensitivity;

/// <summary>Distances between distributions, with what chance gives to a dummy.</summary>
internal static class PawnChart
{
    internal const string Id = "distributions";

    /// <summary>How the intervals were computed.</summary>
    internal const string Method = "95% intervals of 200 bootstrap samples of points, moved so that their median is the estimate; threshold: 97.5% point of 200 dummies with as many slices";

    /// <summary>How it is read.</summary>
    /// <param name="label">The outcome.</param>
    internal static string Reading(string label) =>
        $"How far the distribution of {label} in a slice of a factor’s range lies from that over all points: the largest vertical distance of the two cumulative curves, the middle one over slices. 0 means no influence. Right of the dashed line lies more than chance gives to a factor without influence; grey bars cannot be told from it. Extreme worlds weigh no more than others here.";

    /// <summary>The bars.</summary>
    internal static FactorBars Bars(IReadOnlyList<Factor> factors, PawnEstimate pawn) => new(
        ["distance between distributions"],
        [Palette.Good],
        (place, _) => pawn.Factors[pawn.Order[place]],
        [.. pawn.Order.Select(factor => factors[factor].Label)],
        "middle distance between conditional and overall distribution, 0–1")
    {
        IsPercent = false,
        IsSure = place => pawn.IsAboveDummy(pawn.Order[place]),
        Columns = [("dummy", place => TidyTable.Cell(pawn.Threshold(pawn.Order[place])))],
        Marks = (place => pawn.Threshold(pawn.Order[place]), "dummy"),
    };

    /// <summary>What it says to those who cannot see it.</summary>
    internal static string AltText(IReadOnlyList<Factor> factors, PawnEstimate pawn) =>
        string.Join("; ", pawn.Order.Take(12).Select(factor => $"{factors[factor].Label}: {Wording.Estimate(pawn.Factors[factor])}"))
        + $"; a dummy reaches {pawn.Thresholds().TrimEnd(',')}.";
}
