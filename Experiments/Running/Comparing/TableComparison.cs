using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Running.Comparing;

/// <summary>How far a table that a method keeps is the same in two result files.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Old">Rows in the first file.</param>
/// <param name="New">Rows in the second file.</param>
/// <param name="Common">Rows that both have, bit for bit.</param>
internal sealed record TableComparison(string Table, long Old, long New, long Common)
{
    /// <summary>Whether both hold the same rows.</summary>
    internal bool IsSame => Old == Common && New == Common;

    /// <summary>All tables of methods that one of two files has.</summary>
    internal static IReadOnlyList<TableComparison> Of(SqliteConnection old, SqliteConnection changed) =>
    [
        .. old.Tables().Union(changed.Tables()).Except(StoreSchema.TableNames).Order(StringComparer.Ordinal).Select(table => Of(table, old.RowTexts(table), changed.RowTexts(table))),
    ];

    // Both come in the same order, so that one pass over both tells, however long the tables are.
    private static TableComparison Of(string table, IEnumerable<string> old, IEnumerable<string> changed)
    {
        (long olds, long news, long common) = (0, 0, 0);
        using IEnumerator<string> one = old.GetEnumerator();
        using IEnumerator<string> other = changed.GetEnumerator();
        (bool hasOne, bool hasOther) = (one.MoveNext(), other.MoveNext());
        while (hasOne || hasOther)
        {
            int order = !hasOne ? 1 : !hasOther ? -1 : string.CompareOrdinal(one.Current, other.Current);
            common += order == 0 ? 1 : 0;
            if (order <= 0)
            {
                olds++;
                hasOne = one.MoveNext();
            }

            if (order >= 0)
            {
                news++;
                hasOther = other.MoveNext();
            }
        }

        return new TableComparison(table, olds, news, common);
    }
}
