using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Exporting;

/// <summary>One database: the tables of results.sqlite that are wanted, and a table columns, which says what each column is. What could not be computed is NULL.</summary>
internal static class SqliteFormat
{
    /// <summary>Writes the tables.</summary>
    /// <returns>The path of the file.</returns>
    internal static string Write(Export export, CancellationToken interruption) => Export.Whole(export.WholeFile(".sqlite"), path =>
    {
        // A copy made by SQLite itself is whole and carries neither journal nor free pages.
        using (SqliteCommand copy = export.Store.Query("VACUUM INTO $0", path))
        {
            copy.ExecuteNonQuery();
        }

        interruption.ThrowIfCancellationRequested();
        using SqliteConnection target = StoreConnection.Open(path, SqliteOpenMode.ReadWrite);
        string[] kept = ["meta", "policies", .. export.Tables.Select(table => table.Name)];
        foreach (string table in TablesOf(target).Except(kept))
        {
            target.Execute($"DROP TABLE {StoreSchema.Quoted(table)}");
        }

        target.Execute("CREATE TABLE columns(\"table\" TEXT NOT NULL, \"column\" TEXT NOT NULL, unit TEXT NOT NULL, meaning TEXT NOT NULL, PRIMARY KEY(\"table\", \"column\")) WITHOUT ROWID");
        using (SqliteTransaction transaction = target.BeginTransaction())
        {
            foreach (ExportedColumn column in export.Tables.SelectMany(table => table.Columns))
            {
                Insert(target, "INSERT INTO columns VALUES ($0, $1, $2, $3)", column.Table, column.Name, column.Unit, column.Meaning);
            }

            Insert(target, "INSERT OR REPLACE INTO meta VALUES ('name', $0)", export.Plan.Name);
            Insert(target, "INSERT OR REPLACE INTO meta VALUES ('question', $0)", export.Plan.Question);
            Insert(target, "INSERT OR REPLACE INTO meta VALUES ('command', $0)", export.Plan.Facts().Command);
            Insert(target, "INSERT OR REPLACE INTO meta VALUES ('experiment', $0)", export.Plan.ResolvedYaml);
            transaction.Commit();
        }

        target.Execute("VACUUM");
    });

    private static void Insert(SqliteConnection target, string sql, params ReadOnlySpan<object> values)
    {
        using SqliteCommand command = target.Query(sql, values);
        command.ExecuteNonQuery();
    }

    private static List<string> TablesOf(SqliteConnection target)
    {
        using SqliteCommand command = target.Query("SELECT name FROM sqlite_master WHERE type = 'table'");
        using SqliteDataReader row = command.ExecuteReader();
        var names = new List<string>();
        while (row.Read())
        {
            names.Add(row.GetString(0));
        }

        return names;
    }
}
