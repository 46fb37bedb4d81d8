using Experiments.Analysis.Findings;
using Experiments.Calibration;

namespace Experiments.Charts.Posteriors;

/// <summary>The charts of a calibration's report, in the order of its argument.</summary>
internal static class PosteriorCharts
{
    /// <summary>Look of readings, in their order.</summary>
    internal static (string Colour, string Symbol, string Dash) Style(int reading) =>
        (Palette.Policies[reading % Palette.Policies.Count], reading % 2 == 0 ? "circle" : "diamond", reading % 2 == 0 ? "solid" : "dash");

    /// <summary>Draws them.</summary>
    internal static IReadOnlyList<ChartEntry> Draw(CalibrationResults results, Answer answer) =>
    [
        IdentifiabilityChart.Draw(results, answer),
        MarginalsChart.Draw(results),
        PairsChart.Draw(results),
        PredictiveChart.Draw(results, answer),
        ProgressChart.Draw(results),
    ];

    /// <summary>What a chart rests on.</summary>
    internal static Provenance Provenance(CalibrationResults results, string intervals) =>
        Charts.Provenance.Of(results.Facts, results.HasReadings ? "each reading of the case" : "the case", $"{results.Settings.Particles} parameter sets{(results.HasReadings ? " a reading" : "")}", intervals);

    /// <summary>Label of a parameter.</summary>
    internal static string Label(CalibrationResults results, string name) => Posterior(results.Readings, name).First().Posterior.Prior.Label;

    /// <summary>The posteriors of a parameter, by number of the reading.</summary>
    internal static IEnumerable<(int Reading, ParameterPosterior Posterior)> Posterior(IReadOnlyList<ReadingResults> readings, string name) =>
        readings.Select((reading, index) => (index, reading.Parameters.FirstOrDefault(parameter => parameter.Prior.Name == name))).Where(pair => pair.Item2 is { Positions.Count: > 1 }).Select(pair => (pair.index, pair.Item2!));
}
