namespace Experiments.Running.Comparing;

/// <summary>What changed between two result folders. Results are read a cell at a time.</summary>
/// <param name="old">The first folder.</param>
/// <param name="changed">The second folder.</param>
internal sealed class Comparison(ComparedFolder old, ComparedFolder changed)
{
    /// <summary>Parameters that differ, by dotted path.</summary>
    internal IReadOnlyList<ParameterChange> Parameters { get; } = ParameterChange.Between(old.Parameters, changed.Parameters);

    /// <summary>Versions of the program that differ.</summary>
    internal IReadOnlyList<ParameterChange> Programs { get; } =
    [
        .. new[]
        {
            new ParameterChange("version of the program", old.Manifest.ToolVersion, changed.Manifest.ToolVersion),
            new ParameterChange("commit of the program", old.Manifest.Commit ?? "unknown", changed.Manifest.Commit ?? "unknown"),
        }.Where(change => change.Old != change.New),
    ];

    /// <summary>Tables that methods keep; empty where the points were simply run.</summary>
    internal IReadOnlyList<TableComparison> Tables { get; } = TableComparison.Of(old.Store, changed.Store);

    /// <summary>Cells that both have, once <see cref="Outcomes"/> was read through.</summary>
    internal int CommonCells { get; private set; }

    /// <summary>Cells that only the first has.</summary>
    internal int OldCells { get; private set; }

    /// <summary>Cells that only the second has.</summary>
    internal int NewCells { get; private set; }

    /// <summary>The outcomes that differ, in the order of the first folder.</summary>
    internal IEnumerable<OutcomeChange> Outcomes()
    {
        (CommonCells, OldCells, NewCells) = (0, 0, 0);
        IReadOnlyList<string>? paths = old.IsSweep || changed.IsSweep ? [.. old.Paths.Union(changed.Paths)] : null;
        var others = new Dictionary<string, int>();
        foreach ((int index, _, string key) in changed.Points(paths))
        {
            others[key] = index;
        }

        foreach ((int index, string name, string key) in old.Points(paths))
        {
            IReadOnlyList<string> policies = old.Policies(index);
            if (!others.Remove(key, out int other))
            {
                OldCells += policies.Count;
                continue;
            }

            IReadOnlyList<string> theirs = changed.Policies(other);
            string[] common = [.. policies.Intersect(theirs)];
            CommonCells += common.Length;
            OldCells += policies.Count - common.Length;
            NewCells += theirs.Count - common.Length;
            foreach (OutcomeChange change in common.SelectMany(policy => CellComparison.Of(
                name, policy, old.Runs(index, policy), changed.Runs(other, policy), old.Manifest.Seed == changed.Manifest.Seed)))
            {
                yield return change;
            }
        }

        NewCells += others.Values.Sum(point => changed.Policies(point).Count);
    }
}
