using System.Globalization;
using Experiments.Designs;

namespace Experiments.Analysis.Sweeps;

/// <summary>The value of a factor at a point.</summary>
/// <param name="Text">As an experiment file writes it.</param>
/// <param name="Number">As a number; null for a text or a truth value.</param>
internal readonly record struct SweepValue(string Text, double? Number)
{
    /// <summary>No value of its own: an average over all.</summary>
    internal static SweepValue Any { get; } = new("", null);

    /// <summary>For readers: at most four digits of a number.</summary>
    internal string Short => Number is { } number ? Wording.Rounded(number, Step(number)) : Text;

    /// <summary>In a sentence, as the file wants its factor said.</summary>
    internal string In(Factor factor) => factor.Phrase(Short, Number);

    private static double Step(double number)
    {
        double four = number == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number))) - 3);
        string text = Math.Round(number / four) is var digits && four < 1
            ? (digits * four).ToString("0.############", CultureInfo.InvariantCulture)
            : "";
        int point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 1 : Math.Pow(10, -(text.Length - point - 1));
    }
}
