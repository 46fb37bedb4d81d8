using Experiments.Running.Stopping;
using Experiments.Store;
using Simulator.Ledgers;

namespace Experiments.Running;

/// <summary>
/// What is still to be run: asks the stopping rule for blocks, hands out the replicates that are not stored yet, takes results in,
/// and summarises points that get no more. One thread uses it.
/// </summary>
internal sealed class WorkList
{
    private readonly ExperimentPlan _plan;
    private readonly ResultStore _store;
    private readonly IReadOnlyList<StoredPoint> _points;
    private readonly IStoppingRule _rule;
    private readonly Dictionary<int, OpenPoint> _open = [];
    private OpenBlock? _current;
    private int _nextReplicate;
    private long _blocksOut;

    internal WorkList(ExperimentPlan plan, ResultStore store, int threads)
    {
        StoreLayout layout = plan.Layout();
        (_plan, _store, _points) = (plan, store, layout.Points);
        _rule = StoppingRules.Of(plan.Replicates, layout, store.Done.IsFinished, point => _open[point].Addresses, threads);
        DoneRuns = store.Done.Runs;
    }

    /// <summary>Runs that are stored.</summary>
    internal long DoneRuns { get; private set; }

    /// <summary>Whether all is done: nothing is out, and the rule asks for nothing more.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>The next replicate to run; null when results have to come in first, or when all is done.</summary>
    internal WorkItem? Next()
    {
        while (_current is not null || Open())
        {
            OpenBlock block = _current!;
            while (_nextReplicate < block.Block.End)
            {
                int replicate = _nextReplicate++;
                if (Missing(block.Block, replicate) is { Count: > 0 } missing)
                {
                    block.Out++;
                    return new WorkItem(block, replicate, missing);
                }
            }

            block.IsHandedOut = true;
            _current = null;
            CloseIfComplete(block);
        }

        IsDone = _blocksOut == 0;
        return null;
    }

    /// <summary>Takes a finished replicate into the store.</summary>
    internal void Take(WorkItem item)
    {
        FinishedReplicate result = item.Result!;
        _store.Add(result);
        DoneRuns += result.Runs.Count;
        item.Block.Out--;
        if (_rule.Metric is { } metric)
        {
            foreach (FinishedRun run in result.Runs)
            {
                _rule.Take(result.Point, run.Position, result.Replicate, run.Outcomes?[(int)metric] ?? double.NaN);
            }
        }

        CloseIfComplete(item.Block);
    }

    private bool Open()
    {
        if (_rule.Next() is not { } block)
        {
            return false;
        }

        _blocksOut++;
        if (!_open.TryGetValue(block.Point, out OpenPoint? point))
        {
            _open[block.Point] = point = new OpenPoint(_points[block.Point]);
        }

        _current = new OpenBlock(_plan, block, point);
        _nextReplicate = block.First;
        if (_rule.Metric is { } metric && _store.Done.IsBegun(block.Point))
        {
            ShowStored(block, point.Stored, metric);
        }

        return true;
    }

    private void ShowStored(Block block, StoredPoint point, Metric metric)
    {
        foreach (int policy in block.Policies)
        {
            foreach ((int replicate, double value) in _store.Values(block.Point, point.Policies[policy], metric, block.First, block.End))
            {
                _rule.Take(block.Point, policy, replicate, value);
            }
        }
    }

    private IReadOnlyList<int> Missing(Block block, int replicate) => _store.Done.IsBegun(block.Point)
        ? [.. block.Policies.Where(policy => !_store.Done.IsDone(block.Point, policy, replicate))]
        : block.Policies;

    private void CloseIfComplete(OpenBlock block)
    {
        if (!block.IsHandedOut || block.Out > 0)
        {
            return;
        }

        _blocksOut--;
        if (!block.Point.HasAddresses)
        {
            block.Bind();
        }

        foreach (int point in _rule.Complete(block.Block))
        {
            Summarise(point);
        }
    }

    private void Summarise(int index)
    {
        IReadOnlyList<int> replicates = _rule.Close(index);
        _open.Remove(index, out OpenPoint? point);
        if (!_store.Done.IsFinished(index))
        {
            _store.Summarise(
                point!.Stored,
                [.. point.Stored.Policies.Select((policy, position) => new Cell(policy, point.Addresses[position], replicates[position]))]);
        }
    }

    /// <summary>Writes what only the whole experiment tells: the order that a ranking found.</summary>
    internal void Close()
    {
        if (_rule is RankBest ranking)
        {
            _store.WriteRanking(
                ranking.Order().Select(cell => new RankedCell(
                    cell.Place,
                    cell.Point,
                    _points[cell.Point].Policies[cell.Policy],
                    cell.Replicates,
                    cell.Mean,
                    cell.Behind.Mean,
                    cell.Behind.StandardError,
                    cell.Place == 1 ? 0 : SelectionProbability.OfMistake(cell.Behind))),
                ranking.Probability);
        }
    }
}
