using System.Collections;
using System.Globalization;
using Experiments.Config.Yaml;
using Experiments.Designs;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;

namespace Experiments.Config;

/// <summary>
/// The points of a sweep. A point is bound only when it is asked for, and the last few are kept: a design may have millions.
/// Safe for several threads.
/// </summary>
internal sealed class SweepPoints : IReadOnlyList<Point>
{
    /// <summary>Points kept. Threads work on neighbouring points, each of which is asked for once a replicate. Chosen, not measured.</summary>
    private const int Kept = 256;

    private static readonly Place Nowhere = Place.Option(FileKeys.Vary);

    private readonly ExperimentBinder _binder;
    private readonly MappingNode _root;
    private readonly Experiment _written;
    private readonly IDesignTable _table;
    private readonly IReadOnlyDictionary<string, string> _asWritten;
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Point> _bound = [];
    private readonly Queue<int> _order = [];

    /// <summary>Prepares the points.</summary>
    /// <param name="sweep">What is varied.</param>
    /// <param name="table">The rows of the design.</param>
    /// <param name="binder">Binds the changed trees.</param>
    /// <param name="root">The tree as written.</param>
    /// <param name="written">The experiment as written.</param>
    internal SweepPoints(Sweep sweep, IDesignTable table, ExperimentBinder binder, MappingNode root, Experiment written)
    {
        (Sweep, _table, _binder, _written) = (sweep, table, binder, written);
        string[] notThePoints = [FileKeys.Vary, FileKeys.Design, FileKeys.Analyses, FileKeys.Discovery, .. MethodKind.All.Select(kind => kind.Verb)];
        _root = notThePoints.Aggregate(root, (tree, key) => tree.Without(key));
        MappingNode complete = ResolvedTree.Of(written);
        _asWritten = sweep.Paths.ToDictionary(path => path, path => WhatIfPoints.Written(complete, path));
    }

    /// <summary>What is varied.</summary>
    internal Sweep Sweep { get; }

    /// <inheritdoc/>
    public int Count => _table.Count;

    /// <summary>The experiment as written.</summary>
    internal Experiment Written => _written;

    /// <summary>What the store has to know about each point, without binding it.</summary>
    internal IReadOnlyList<StoredPoint> Stored => new StoredPoints(this);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The values of this point contradict each other.</exception>
    public Point this[int index]
    {
        get
        {
            lock (_lock)
            {
                if (_bound.TryGetValue(index, out Point? bound))
                {
                    return bound;
                }
            }

            // Not under the lock: in a design of many points with few replicates, threads would wait for each other's binding.
            Point point = Bind(index, out IReadOnlyList<Diagnostic> problems);
            if (problems.Count > 0)
            {
                throw new InvalidDataException(problems[0].ToString());
            }

            lock (_lock)
            {
                if (_bound.TryAdd(index, point))
                {
                    _order.Enqueue(index);
                    if (_order.Count > Kept)
                    {
                        _bound.Remove(_order.Dequeue());
                    }
                }
            }

            return point;
        }
    }

    /// <summary>What is wrong at a point that is right as written.</summary>
    internal IReadOnlyList<Diagnostic> Problems(int index)
    {
        Bind(index, out IReadOnlyList<Diagnostic> problems);
        return problems;
    }

    /// <inheritdoc/>
    public IEnumerator<Point> GetEnumerator()
    {
        for (int index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A point that is no row of the design; not kept.</summary>
    /// <param name="index">Number of the point.</param>
    /// <param name="set">Values that differ from the experiment as written, by dotted path; only paths that are varied.</param>
    /// <exception cref="InvalidDataException">The values contradict each other.</exception>
    internal Point At(int index, IReadOnlyDictionary<string, string> set)
    {
        Point point = Bind(index, "", set, out IReadOnlyList<Diagnostic> problems);
        return problems.Count == 0 ? point : throw new InvalidDataException(problems[0].ToString());
    }

    private Point Bind(int index, out IReadOnlyList<Diagnostic> problems)
    {
        IReadOnlyList<Level?> row = _table.Row(index);
        return Bind(index, Name(index, row), Set(row), out problems);
    }

    private Point Bind(int index, string name, IReadOnlyDictionary<string, string> set, out IReadOnlyList<Diagnostic> problems)
    {
        var wrong = new List<Diagnostic>();
        MappingNode tree = _root;
        foreach ((string path, string text) in set.Where(entry => entry.Value != _asWritten[entry.Key]))
        {
            if (YamlReader.ReadValue(text, Nowhere, wrong) is { } value)
            {
                tree = Overrides.Set(tree, path, Nowhere, value, WhatIfPoints.Roots, wrong);
            }
        }

        BoundExperiment bound = _binder.Bind(tree);
        problems = [.. wrong, .. bound.Problems];
        return new Point(index, name, set, bound.Experiment.Scenario, WhatIfPoints.Policies(bound.Experiment, [])) { Worlds = bound.Worlds([.. Sweep.Paths]) };
    }

    private Dictionary<string, string> Set(IReadOnlyList<Level?> row)
    {
        var set = new Dictionary<string, string>(_asWritten);
        for (int factor = 0; factor < row.Count; factor++)
        {
            if (row[factor] is { } level)
            {
                set[Sweep.Factors[factor].Path] = level.Text;
                foreach ((string path, string text) in level.With)
                {
                    set[path] = text;
                }
            }
        }

        return set;
    }

    private string Name(int index, IReadOnlyList<Level?> row)
    {
        if (Sweep.Design.IsForSensitivity)
        {
            // Nobody reads the names of 60,000 rows of thirty values each, which the columns hold anyway.
            return string.Create(CultureInfo.InvariantCulture, $"row {index + 1}");
        }

        string name = string.Join(", ", row.Select((level, factor) => level is null ? null : Sweep.Factors[factor] is { Say.Length: > 0 } said ? said.Phrase(Short(level), level.Number) : $"{Sweep.Factors[factor].Label} {Short(level)}").OfType<string>());
        return name.Length == 0 ? ExperimentNames.AsWritten : name;
    }

    private static string Short(Level level) => level.Number is { } number ? number.ToString("G4", CultureInfo.InvariantCulture) : level.Text;

    private StoredPoint Describe(int index)
    {
        IReadOnlyList<Level?> row = _table.Row(index);
        IReadOnlyDictionary<string, string> set = Set(row);
        int days = set.TryGetValue("scenario.horizon", out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : _written.Scenario.Horizon;
        return new StoredPoint(index, Name(index, row), set, days, [.. WhatIfPoints.Policies(_written, []).Select(policy => policy.Name)]);
    }

    private sealed class StoredPoints(SweepPoints points) : IReadOnlyList<StoredPoint>
    {
        public int Count => points.Count;

        public StoredPoint this[int index] => points.Describe(index);

        public IEnumerator<StoredPoint> GetEnumerator() => Enumerable.Range(0, Count).Select(points.Describe).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
