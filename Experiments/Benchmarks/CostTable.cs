using System.Globalization;
using Experiments.Analysis;

namespace Experiments.Benchmarks;

/// <summary>The cost of runs as it is needed for asking a cluster for hours: the model, how well it fits, and what a million runs take.</summary>
internal static class CostTable
{
    private const double Million = 1e6;
    private const double SecondsAnHour = 3600;

    /// <summary>Writes it.</summary>
    internal static void Write(TextWriter output, IReadOnlyList<RunCost> measured)
    {
        var model = CostModel.Fit(measured);
        output.WriteLine("Processor time of a run beside its silent twin, both on people founded for the two of them:");
        for (int term = 0; term < CostModel.Names.Count; term++)
        {
            output.WriteLine($"  {CostModel.Names[term],-36}{Wording.Estimate(model.Terms[term].Times(1e9))} ns");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Fitted to {measured.Count} cells: R² {model.RSquared:0.000} of the logarithms; typical residual {Wording.Percent(model.TypicalResidual)}, the largest {Signed(model.Residual(model.Worst))} at {InWords(model.Worst)}."));
        output.WriteLine();
        output.WriteLine($"{"people",11}{"mailings",10}{"days",6}{"DMs",13}{"measured",12}{"model",12}{"off",7}{"hours a million runs",22}");
        foreach (RunCost run in measured.GroupBy(one => (one.AudiencePeople, one.Mailings, one.Days)).Select(cell => cell.First()))
        {
            WriteRow(output, run, Milliseconds(run.Seconds), Milliseconds(model.Seconds(run)), Signed(model.Residual(run)), run.Seconds);
        }
    }

    private static void WriteRow(TextWriter output, RunCost run, string measured, string model, string off, double seconds) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{run.AudiencePeople,11:N0}{run.Mailings,10}{run.Days,6}{run.Sent,13:N0}{measured,12}{model,12}{off,7}{Wording.Number(Million * seconds / SecondsAnHour),22}"));

    private static string Milliseconds(double seconds) => $"{Wording.Number(1000 * seconds)} ms";

    private static string Signed(double share) => (share > 0 ? "+" : "") + Wording.Rounded(100 * share, 1) + "%";

    private static string InWords(RunCost run) => string.Create(
        CultureInfo.InvariantCulture, $"{run.AudiencePeople:N0} people, {Wording.Count(run.Mailings, "mailing", "mailings")} in {run.Days} days");
}
