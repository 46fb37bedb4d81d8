using System.Text.RegularExpressions;

namespace Experiments.Charts;

/// <summary>
/// The name of a chart's shape on a slide: all that is left of its provenance when a program other than PowerPoint saves the deck and
/// drops tags and alternative texts. Short enough for the list of shapes, long enough to find the results.
/// </summary>
internal static partial class ChartMark
{
    private const int Digits = 8;

    /// <summary>Whether two hashes are the same as far as both go.</summary>
    internal static bool Agree(string one, string other) =>
        one.Length > 0 && other.Length > 0 && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal));

    /// <summary>The mark of a chart.</summary>
    internal static string Of(ChartMetadata chart) =>
        $"Chart {chart.Chart} of simulation experiment {chart.Provenance.Experiment}, {chart.Provenance.ShortHash}, data {chart.DataHash[..Digits]}.";

    /// <summary>What a mark says; null when the name is another. Hashes are short, and what the mark does not hold is empty.</summary>
    internal static ChartMetadata? Read(string name) => Pattern().Match(name) is { Success: true } mark
        ? new ChartMetadata
        {
            Chart = mark.Groups["chart"].Value,
            Title = "",
            Reading = "",
            Alt = "",
            DataHash = mark.Groups["data"].Value,
            Provenance = new Provenance
            {
                Experiment = mark.Groups["experiment"].Value,
                Hash = mark.Groups["hash"].Value,
                Seed = 0,
                Points = "",
                Replicates = "",
                Intervals = "",
                Version = "",
                Command = "",
            },
        }
        : null;

    [GeneratedRegex(@"^Chart (?<chart>\S+) of simulation experiment (?<experiment>.+), (?<hash>[0-9a-f]{8}), data (?<data>[0-9a-f]{8})\.$")]
    private static partial Regex Pattern();
}
