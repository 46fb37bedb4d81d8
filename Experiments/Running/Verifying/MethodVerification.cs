using Experiments.Running.Methods;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Running.Verifying;

/// <summary>Works a method through again in a folder of its own, and compares its tables row by row: its evaluations are not kept one by one.</summary>
/// <param name="plan">The experiment.</param>
/// <param name="method">Its method.</param>
/// <param name="threads">Threads that run.</param>
internal sealed class MethodVerification(ExperimentPlan plan, IMethod method, int threads)
{
    /// <summary>Rows compared.</summary>
    internal long Rows { get; private set; }

    /// <summary>Rows that are not the same in both files, or are in one alone.</summary>
    internal long DeviatingRows { get; private set; }

    /// <summary>Works the method through and compares.</summary>
    /// <param name="finished">The result file to check.</param>
    /// <param name="progress">Told how many evaluations are done.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal void Compare(SqliteConnection finished, Action<long> progress, CancellationToken stop)
    {
        string folder = Directory.CreateTempSubdirectory("verify-").FullName;
        try
        {
            using var again = ResultStore.Open(folder, plan.Layout(), threads);
            var evaluator = new Evaluator(plan, threads, progress);
            method.Work(new MethodStore(again.Connection, method.Tables, evaluator), evaluator, stop);
            foreach (string table in again.Connection.Tables().Except(StoreSchema.TableNames))
            {
                CompareRows(finished.RowTexts(table), again.Connection.RowTexts(table));
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private void CompareRows(IEnumerable<string> stored, IEnumerable<string> recomputed)
    {
        using IEnumerator<string> one = stored.GetEnumerator();
        using IEnumerator<string> other = recomputed.GetEnumerator();
        while (true)
        {
            (bool hasOne, bool hasOther) = (one.MoveNext(), other.MoveNext());
            if (!hasOne && !hasOther)
            {
                return;
            }

            Rows++;
            DeviatingRows += hasOne && hasOther && one.Current == other.Current ? 0 : 1;
        }
    }
}
