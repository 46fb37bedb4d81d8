using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Experiments.Cluster;

/// <summary>Keeps the report of this task up to date in the folder, for whoever asks how far the work is. Safe for several threads.</summary>
/// <param name="folder">Where the work is.</param>
/// <param name="round">Number of the round.</param>
internal sealed class TaskLog(ClusterFolder folder, int round)
{
    /// <summary>Pause between two writings. Chosen, not measured.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly string _path = Path.Combine(folder.Tasks, ThisTask.Name + ".json");
    private TaskReport? _report;
    private TimeSpan _written;

    /// <summary>Says that the task has begun, and looks at the clock: results do not depend on it, but times in lists and logs do.</summary>
    internal void Begin(int runsAtATime)
    {
        lock (_lock)
        {
            _report = new TaskReport { Task = ThisTask.Name, Host = ThisTask.Host, Round = round, RunsAtATime = runsAtATime };
            Write();
            double ahead = (DateTime.UtcNow - File.GetLastWriteTimeUtc(_path)).TotalSeconds;
            _report = _report with { ClockAhead = Math.Abs(ahead) < 1 ? 0 : ahead };
        }
    }

    /// <summary>Notes a unit.</summary>
    internal void Note(TimeSpan time)
    {
        lock (_lock)
        {
            if (_report is null)
            {
                return;
            }

            _report = _report with { Units = _report.Units + 1, UnitSeconds = _report.UnitSeconds + time.TotalSeconds };
            if (_watch.Elapsed - _written > Pause)
            {
                Write();
            }
        }
    }

    /// <summary>Notes a shard that is in its place.</summary>
    internal void NoteShard()
    {
        lock (_lock)
        {
            _report = _report is null ? null : _report with { Shards = _report.Shards + 1 };
        }
    }

    /// <summary>Says how it ended.</summary>
    /// <param name="fault">What it could not get over; null when there was nothing.</param>
    /// <param name="wasStopped">Whether it was asked to end.</param>
    internal TaskReport End(Exception? fault, bool wasStopped)
    {
        lock (_lock)
        {
            _report = _report! with
            {
                State = fault is not null ? TaskState.Failed : wasStopped ? TaskState.Stopped : TaskState.Done,
                Message = fault switch
                {
                    null => null,
                    IOException or UnauthorizedAccessException or SqliteException => fault.Message,
                    _ => fault.ToString(),
                },
            };
            try
            {
                Write();
            }
            catch (IOException) when (fault is not null)
            {
                // On a full disk there is no room for this either; the task's own output says it.
            }

            return _report;
        }
    }

    private void Write()
    {
        _written = _watch.Elapsed;
        _report = _report! with { Seconds = _written.TotalSeconds };
        ClusterFolder.WriteJson(_path, _report);
    }
}
