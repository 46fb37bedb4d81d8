using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Exporting;

/// <summary>What is exported.</summary>
/// <param name="Plan">The experiment.</param>
/// <param name="Store">Its results, open for reading.</param>
/// <param name="Tables">The tables wanted.</param>
/// <param name="Folder">Where files go.</param>
internal sealed record Export(ExperimentPlan Plan, SqliteConnection Store, IReadOnlyList<ExportedTable> Tables, string Folder)
{
    private readonly StoreLayout _layout = Plan.Layout();

    /// <summary>The rows of a table; see <see cref="TableRows"/>.</summary>
    internal IEnumerable<object[]> Rows(ExportedTable table) => TableRows.Of(table, _layout, Store);

    /// <summary>Path of a file that holds the whole experiment.</summary>
    /// <param name="extension">With its dot.</param>
    internal string WholeFile(string extension) => Path.Combine(Folder, $"{Plan.Name}-{Plan.Facts().ShortHash}{extension}");

    /// <summary>Writes a file that is there as a whole or not at all.</summary>
    /// <returns>Its path.</returns>
    internal static string Whole(string path, Action<string> write)
    {
        string partial = path + ".partial";
        try
        {
            File.Delete(partial);
            write(partial);
            File.Move(partial, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
