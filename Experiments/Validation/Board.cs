using Experiments.Validation.Rows;
using Experiments.Validation.Studies;

namespace Experiments.Validation;

/// <summary>The validation board: every row of the evidence, once.</summary>
internal static class Board
{
    /// <summary>All rows, in the order of the evidence.</summary>
    internal static IReadOnlyList<BoardRow> All { get; } =
    [
        .. CaseRows.All,
        LeavingRow.Row,
        AnsweringRow.Row,
        ImitationRow.Row,
        UnfollowsRow.Row,
        ReadingRow.Row,
        OptimumRow.Row,
        SpacingRow.Row,
        TuningOutRow.Row,
        TiesRow.Row,
        CascadesRow.Row,
        OrganicLeavingRow.Row,
        LifetimeProfitRow.Row,
        RelevanceRow.Row,
        LongRunRow.Row,
        MoreMessagesRow.Row,
        FewerMessagesRow.Row,
        BulkSendersRow.Row,
        PromptingRow.Row,
    ];

    /// <summary>The rows that an experiment asks for.</summary>
    internal static IReadOnlyList<BoardRow> Of(ValidationSettings settings) =>
        settings.Rows.Count == 0 ? All : [.. All.Where(row => settings.Rows.Contains(row.Id))];

    /// <summary>The rows with their figures.</summary>
    internal static IReadOnlyList<JudgedRow> Judge(IEnumerable<BoardRow> rows, StudyResults results) =>
        [.. rows.Select(row => new JudgedRow(row, row.Measure is { } measure ? [.. measure(results).OrderBy(figure => figure.IsAlternative)] : []))];
}
