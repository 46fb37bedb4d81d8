using Experiments.Analysis;

namespace Experiments.Notebooks;

/// <summary>Numbers and lists in sentences, as the reports write them.</summary>
public static class Words
{
    /// <summary>A number with as many decimals as its size deserves: 12,345 · 12.3 · 1.23; a dash for none.</summary>
    public static string Number(double? value) => value is { } number && double.IsFinite(number) ? Wording.Number(number) : "–";

    /// <summary>A number rounded to two digits that count, for sentences whose reader needs its size: 18,000 · 560 · 1.4; a dash for none.</summary>
    public static string About(double? value) => value is { } number && double.IsFinite(number)
        ? Wording.Rounded(number, number == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number))) - 1))
        : "–";

    /// <summary>A share as a percentage: 83% · 4.2% · 0.081%; a dash for none.</summary>
    public static string Percent(double? share) => share is { } number && double.IsFinite(number) ? Wording.Percent(number) : "–";

    /// <summary>One thing, several things: "1 day", "14 days".</summary>
    public static string Count(double number, string one, string many) => Wording.Count(number, one, many);

    /// <summary>Several things in a row: "a, b and c".</summary>
    public static string List(IEnumerable<string> items) => Wording.List([.. items]);

    /// <summary>A name in quotation marks.</summary>
    public static string Quote(string name) => Wording.Quote(name);
}
