using System.Text;
using Experiments.Designs;

namespace Experiments.Config;

/// <summary>Names of factors for readers, made from their paths where the file gives none.</summary>
internal static class FactorLabels
{
    private static readonly string[] SaysLittle = ["mean", "concentration", "median", "sigma", "share", "rate", "delay", "loss", "gain", "base", "message", "promotion", "personalization", "value"];

    /// <summary>The words of the last key, and of the one above it where the last alone says little.</summary>
    internal static string Usual(ParameterPath path)
    {
        string[] keys = [.. path.Path.Steps.Where(step => step.Index is null).Select(step => step.Key)];
        string last = Words(keys[^1]);
        string? above = keys.Length > 2 && SaysLittle.Contains(keys[^1]) ? Words(keys[^2]) : null;
        return above is null or "sends" or "to" ? last : $"{above} {last}";
    }

    /// <summary>The factors with labels that tell them apart: where two are alike, the whole path.</summary>
    internal static IReadOnlyList<Factor> Distinct(IReadOnlyList<Factor> factors) =>
        [.. factors.Select(factor => factors.Count(other => other.Label == factor.Label) > 1 ? factor with { Label = factor.Path } : factor)];

    private static string Words(string key)
    {
        var words = new StringBuilder();
        foreach (char letter in key)
        {
            if (char.IsUpper(letter) && words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            }
            else
            {
                words.Append(letter);
            }
        }

        return words.ToString();
    }
}
