namespace Experiments.Exporting;

/// <summary>A column of an exported table, as its codebook describes it.</summary>
/// <param name="Table">The table it is in.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Unit">Its unit; empty for names, numbers that count nothing, and shares.</param>
/// <param name="Meaning">What it is, in one line.</param>
internal sealed record ExportedColumn(string Table, string Name, string Unit, string Meaning);
