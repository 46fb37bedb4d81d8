using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Running.Methods;

/// <summary>The result file while a method works: its tables, and how often the model was asked.</summary>
internal sealed class MethodStore
{
    private readonly Evaluator _evaluator;

    /// <summary>Makes the tables, unless they are there, and lets the evaluator go on counting where the file stops.</summary>
    /// <param name="connection">The result file.</param>
    /// <param name="tables">SQL that makes the method's tables.</param>
    /// <param name="evaluator">Counts evaluations.</param>
    internal MethodStore(SqliteConnection connection, string tables, Evaluator evaluator)
    {
        (Connection, _evaluator) = (connection, evaluator);
        connection.Execute(tables);
        var meta = StoreMeta.Read(connection);
        evaluator.GoOn(meta.Evaluations, meta.FailedEvaluations);
    }

    /// <summary>The open file, for reading.</summary>
    internal SqliteConnection Connection { get; }

    /// <summary>Writes what belongs together: after a kill at any moment it is there as a whole or not at all.</summary>
    /// <param name="write">Writes rows through <see cref="Connection"/>.</param>
    internal void Commit(Action write)
    {
        Connection.Execute("BEGIN");
        try
        {
            write();
            StoreMeta.SetEvaluations(Connection, _evaluator.Done, _evaluator.Failed);
            Connection.Execute("COMMIT");
        }
        catch
        {
            Connection.Execute("ROLLBACK");
            throw;
        }
    }

    /// <summary>Adds rows to a table.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="rows">Values of all columns; a number that is not finite becomes null.</param>
    internal void Insert(string table, IEnumerable<IReadOnlyList<object?>> rows)
    {
        SqliteCommand? command = null;
        foreach (IReadOnlyList<object?> row in rows)
        {
            command ??= RowInserts.Insert(Connection, table, row.Count);
            StoreConnection.Run(command, [.. row.Select(value => value is double number ? RowInserts.OrNull(number) : value ?? DBNull.Value)]);
        }

        command?.Dispose();
    }
}
