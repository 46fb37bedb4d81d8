using Simulator.Parameters;

namespace Experiments.Designs;

/// <summary>Which combinations of the factors' levels are run.</summary>
internal sealed record Design : ParameterSet
{
    /// <summary>Every combination.</summary>
    internal const string Grid = "grid";

    /// <summary>The first levels of all factors, then the second ones, and so on.</summary>
    internal const string List = "list";

    /// <summary>The experiment as written, then each factor alone at each of its levels.</summary>
    internal const string OneAtATime = "oneAtATime";

    /// <summary>A maximin Latin hypercube.</summary>
    internal const string LatinHypercube = "latinHypercube";

    /// <summary>Scrambled points of the Sobol' sequence.</summary>
    internal const string Sobol = "sobol";

    /// <summary>Trajectories in which one factor after the other is changed.</summary>
    internal const string Morris = "morris";

    /// <summary>Two samples, and each with single columns of the other: shares of variance are estimated from them.</summary>
    internal const string SobolIndices = "sobolIndices";

    /// <summary>Most points of one experiment.</summary>
    internal const int MostPoints = 10_000_000;

    private static readonly string[] Kinds = [Grid, List, OneAtATime, LatinHypercube, Sobol, Morris, SobolIndices];

    /// <summary>Kind of design.</summary>
    [Parameter("grid (every combination), list (level by level), oneAtATime, latinHypercube, sobol, morris or sobolIndices")]
    public string Kind { get; init; } = Grid;

    /// <summary>Points of a Latin hypercube or of the Sobol' sequence, or base points of Sobol' indices.</summary>
    [Parameter("points of a Latin hypercube or of the Sobol' sequence; of sobolIndices base points, each of which is many rows", From = 1, To = MostPoints)]
    public int Points { get; init; } = 64;

    /// <summary>Trajectories of a Morris design.</summary>
    [Parameter("trajectories of a morris design, each of one row more than there are factors", From = 1, To = MostPoints)]
    [OnlyWhenGiven]
    public int Trajectories { get; init; } = 20;

    /// <summary>Whether interactions of pairs are estimated, for about twice the rows.</summary>
    [Parameter("whether a sobolIndices design estimates the interactions of pairs too, with 2k + 2 instead of k + 2 rows a base point")]
    [OnlyWhenGiven]
    public bool SecondOrder { get; init; } = true;

    /// <summary>Whether the design serves to tell which factors matter, and its points are nothing by themselves.</summary>
    internal bool IsForSensitivity => Kind is Morris or SobolIndices;

    /// <summary>Whether points fill the space between the levels rather than taking listed ones.</summary>
    internal bool FillsSpace => Kind is LatinHypercube or Sobol;

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        if (!Kinds.Contains(Kind))
        {
            yield return new Problem(Child(path, "kind"), $"there is no design '{Kind}'; known: {string.Join(", ", Kinds)}.");
        }
    }
}
