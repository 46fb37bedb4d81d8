namespace Experiments.Discovery;

/// <summary>A box that was found, with what speaks for it.</summary>
/// <param name="Box">The box.</param>
/// <param name="Count">What it holds of the points it was found on; all cases are those of every point, also of those an earlier box took.</param>
/// <param name="QuasiP">The quasi-p value of each restriction.</param>
/// <param name="Beyond">The same search judged on points it did not know.</param>
/// <param name="Trajectory">The peeled boxes it was chosen from, with what they hold.</param>
internal sealed record FoundBox(Box Box, BoxCount Count, IReadOnlyList<double> QuasiP, OutOfSample Beyond, IReadOnlyList<(Box Box, BoxCount Count)> Trajectory)
{
    /// <summary>The widest box of at least <see cref="BoxSearch.Sure"/> density, when the chosen one has less and there is one; with what it holds of the points it was found on.</summary>
    public (Box Box, BoxCount Count)? Surer { get; init; }

    /// <summary>What surest boxes hold of points they did not know; null where halves of the points have none.</summary>
    public BoxCount? SurerBeyond { get; init; }
}
