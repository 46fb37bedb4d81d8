using Microsoft.Data.Sqlite;

namespace Experiments.Store;

/// <summary>Opens result files and says in plain words what is wrong with them.</summary>
internal static class StoreConnection
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>Opens a result file, without pooling: a closed file is really closed, and its folder can be moved.</summary>
    internal static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs one or more statements.</summary>
    internal static void Execute(this SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A command with parameters named <c>$0</c>, <c>$1</c>, … whose values are set later.</summary>
    internal static SqliteCommand Prepare(this SqliteConnection connection, string sql, int parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int index = 0; index < parameters; index++)
        {
            command.Parameters.Add(new SqliteParameter($"${index}", DBNull.Value));
        }

        return command;
    }

    /// <summary>A query with parameters named <c>$0</c>, <c>$1</c>, ….</summary>
    internal static SqliteCommand Query(this SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        SqliteCommand command = connection.Prepare(sql, values.Length);
        for (int index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }

        return command;
    }

    /// <summary>Runs a prepared command with its first parameters set.</summary>
    internal static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }

        command.ExecuteNonQuery();
    }

    /// <summary>The first value of a query; null when there is none.</summary>
    internal static object? Scalar(this SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using SqliteCommand command = connection.Query(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>Whether the file has a table.</summary>
    internal static bool HasTable(this SqliteConnection connection, string table) =>
        connection.Scalar("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $0", table) is not null;

    /// <summary>Names of all tables, by name.</summary>
    internal static IReadOnlyList<string> Tables(this SqliteConnection connection)
    {
        using SqliteCommand command = connection.Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
        using SqliteDataReader rows = command.ExecuteReader();
        var names = new List<string>();
        while (rows.Read())
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }

    /// <summary>Columns of a table in their order, and whether they belong to its key.</summary>
    internal static IReadOnlyList<(string Name, bool IsKey)> Columns(this SqliteConnection connection, string table)
    {
        using SqliteCommand command = connection.Query("SELECT name, pk FROM pragma_table_info($0) ORDER BY cid", table);
        using SqliteDataReader rows = command.ExecuteReader();
        var columns = new List<(string, bool)>();
        while (rows.Read())
        {
            columns.Add((rows.GetString(0), rows.GetInt32(1) > 0));
        }

        return columns;
    }

    /// <summary>The rows of a table as text with all digits, in the order of their bytes: what compares two files bit for bit. None where there is no such table.</summary>
    internal static IEnumerable<string> RowTexts(this SqliteConnection connection, string table)
    {
        if (!connection.HasTable(table))
        {
            yield break;
        }

        // quote() gives a number all its digits, and tells a number from a text.
        string row = string.Join(" || ',' || ", connection.Columns(table).Select(column => $"quote({StoreSchema.Quoted(column.Name)})"));
        using SqliteCommand command = connection.Query($"SELECT {row} AS line FROM {StoreSchema.Quoted(table)} ORDER BY line COLLATE BINARY");
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return rows.GetString(0);
        }
    }

    /// <summary>Names of the columns of a table.</summary>
    internal static HashSet<string> ColumnsOf(this SqliteConnection connection, string table)
    {
        using SqliteCommand command = connection.Query("SELECT name FROM pragma_table_info($0)", table);
        using SqliteDataReader rows = command.ExecuteReader();
        var names = new HashSet<string>();
        while (rows.Read())
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }

    /// <summary>Whether an error means that the file is damaged or was never a store.</summary>
    internal static bool IsDamage(SqliteException error) => error.SqliteErrorCode is Corrupt or NotADatabase;
}
