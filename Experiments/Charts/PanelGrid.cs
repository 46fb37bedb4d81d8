namespace Experiments.Charts;

/// <summary>Divides a figure into panels, row by row from the top.</summary>
/// <param name="Rows">Rows of panels.</param>
/// <param name="Columns">Columns of panels.</param>
/// <param name="Height">Height of the plotted part of the figure, pixels.</param>
/// <param name="Width">Width of the plotted part of the figure, pixels.</param>
/// <param name="RowGap">Gap between rows, pixels.</param>
/// <param name="ColumnGap">Gap between columns, pixels.</param>
internal sealed record PanelGrid(int Rows, int Columns, double Height, double Width, double RowGap, double ColumnGap)
{
    /// <summary>Horizontal domain of a column.</summary>
    internal double[] Across(int column)
    {
        double gap = Columns > 1 ? ColumnGap / Width : 0;
        double width = (1 - ((Columns - 1) * gap)) / Columns;
        double start = column * (width + gap);
        return [start, Math.Min(1, start + width)];
    }

    /// <summary>Vertical domain of a row.</summary>
    internal double[] Down(int row)
    {
        double gap = Rows > 1 ? RowGap / Height : 0;
        double height = (1 - ((Rows - 1) * gap)) / Rows;
        double top = 1 - (row * (height + gap));
        return [Math.Max(0, top - height), top];
    }

    /// <summary>Key suffix of the n-th panel's axes: "", "2", "3" …</summary>
    internal static string Suffix(int panel) => panel == 0 ? "" : (panel + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
