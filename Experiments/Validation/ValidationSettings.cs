using Simulator.Parameters;

namespace Experiments.Validation;

/// <summary>What of the validation board is run, and how thoroughly.</summary>
internal sealed record ValidationSettings : ParameterSet
{
    /// <summary>Rows of the board by their ids; none means all.</summary>
    [Parameter("rows of the board that are run, by their ids (A1 … V8); none means all")]
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Factor on the replicates that each study's own file asks for.</summary>
    [Parameter("factor on the replicates of every study's own file", From = 0.01, To = 1000)]
    public double Effort { get; init; } = 1;

    /// <summary>Most replicates of a study; null means no limit.</summary>
    [Parameter("most replicates of any study; less than its own file asks for makes a quick look with wide intervals", From = 2, To = 1_000_000)]
    [OnlyWhenGiven]
    public int? MostReplicates { get; init; }

    /// <summary>Replicates of a study, at least two: one run has no interval, and no verdict.</summary>
    /// <param name="asked">What the study's own file asks for.</param>
    internal int ReplicatesOf(int asked) => Math.Clamp((int)Math.Round(asked * Effort), 2, MostReplicates ?? int.MaxValue);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        for (int index = 0; index < Rows.Count; index++)
        {
            string id = Rows[index];
            if (Board.All.All(row => row.Id != id))
            {
                yield return new Problem(Child(path, $"rows[{index}]"), $"the board has no row '{id}'; its rows are {string.Join(", ", Board.All.Select(row => row.Id))}.");
            }
            else if (Rows.Take(index).Contains(id))
            {
                yield return new Problem(Child(path, $"rows[{index}]"), $"'{id}' is named twice.");
            }
        }
    }
}
