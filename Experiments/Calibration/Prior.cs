using System.Globalization;
using Experiments.Analysis;
using Experiments.Designs;
using MathNet.Numerics.Distributions;

namespace Experiments.Calibration;

/// <summary>A parameter of a calibration with its prior, which is independent of all others.</summary>
/// <param name="Name">Dotted path; of a share that was heard its own name.</param>
/// <param name="Label">Name for readers.</param>
/// <param name="Factor">The factor; null for a share that was heard, which is no parameter of the model.</param>
/// <param name="Share">Range of a share that was heard.</param>
internal sealed record Prior(string Name, string Label, Factor? Factor, FactorRange? Share)
{
    /// <summary>Largest position below 1.</summary>
    private const double AlmostOne = 1 - 1e-12;

    /// <summary>The prior of a factor.</summary>
    internal static Prior Of(Factor factor) => new(factor.Path, factor.Label, factor, null);

    /// <summary>The prior of the share of a count that was heard.</summary>
    internal static Prior Heard(Evidence evidence) => new(
        $"heard {evidence.Name}", $"share of {evidence.Name} that was heard", null, new FactorRange(evidence.Error!.From!.Value, evidence.Error.To!.Value, false, false));

    /// <summary>The priors of a reading: the factors, then the shares that were heard.</summary>
    internal static IReadOnlyList<Prior> All(IEnumerable<Factor> factors, IEnumerable<Evidence> evidence) =>
        [.. factors.Select(Of), .. evidence.Where(one => one.IsHeard).Select(Heard)];

    /// <summary>Position of a score in the prior, 0–1: u = Φ(z).</summary>
    internal static double Position(double score) => Math.Clamp(Normal.CDF(0, 1, score), 0, AlmostOne);

    /// <summary>The value at a score, to three digits: nobody knows these better, and the model builds a table of quantiles for every new mean of a trait.</summary>
    internal Level At(double score) => Factor is { Range: null } listed ? listed.At(Position(score)) : Rounded((Factor?.Range ?? Share)!, Position(score));

    private static Level Rounded(FactorRange range, double position)
    {
        Level level = range.At(position);
        if (range.IsInteger)
        {
            return level;
        }

        double value = Math.Clamp(double.Parse(level.Number!.Value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), range.From, range.To);
        return level with { Text = value.ToString("R", CultureInfo.InvariantCulture), Number = value };
    }

    /// <summary>The value as results hold it: a number where it is one.</summary>
    internal object Stored(double score) => At(score) is { Number: { } number } ? number : At(score).Text;

    /// <summary>The value at a position in the prior, 0–1.</summary>
    internal Level Level(double position) => Factor?.At(Math.Min(position, AlmostOne)) ?? Share!.At(position);

    /// <summary>The value at a position in words, two digits of it: a posterior is not known better.</summary>
    internal string InWords(double position)
    {
        Level level = Level(position);
        return level.Number is not { } number ? level.Text : number == 0 ? "0" : Wording.Rounded(number, Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number))) - 1));
    }

    /// <summary>The middle 90% of the prior in words.</summary>
    internal string Middle => $"{InWords(0.05)} to {InWords(0.95)}";

    /// <summary>The prior in words: 0.1 to 0.8, log-uniform.</summary>
    internal string Range => (Factor?.Range ?? Share) is { } range
        ? $"{End(range.From)} to {End(range.To)}{(range.IsLogarithmic ? ", log-uniform" : "")}"
        : string.Join(", ", Factor!.Listed.Select(level => level.Text));

    private static string End(double value) => value.ToString("#,0.########", CultureInfo.InvariantCulture).Replace('-', '−');
}
