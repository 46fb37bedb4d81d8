using System.Globalization;
using Experiments.Designs;
using Experiments.Discovery;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>Factors of a sweep as dimensions of a search, and limits of boxes in the words of the experiment file.</summary>
/// <param name="factors">The factors.</param>
/// <param name="scales">The scale in which each is cut.</param>
/// <param name="values">The values of each that occur, in order.</param>
internal sealed class FactorWords(IReadOnlyList<Factor> factors, IReadOnlyList<FactorScale> scales, IReadOnlyList<IReadOnlyList<SweepValue>> values)
{
    /// <summary>The factors.</summary>
    internal IReadOnlyList<Factor> Factors => factors;

    /// <summary>The words for a sweep's factors.</summary>
    internal static FactorWords Of(SweepResults results)
    {
        IReadOnlyList<SweepValue>[] values = [.. results.Factors.Select((_, factor) => results.ValuesOf(factor))];
        return new FactorWords(
            results.Factors,
            [.. results.Factors.Select((factor, index) => IsNumber(factor, values[index]) ? FactorScale.Of(factor, [.. values[index].Select(value => value.Number!.Value)]) : new FactorScale(false))],
            values);
    }

    /// <summary>The factors' values at points, in their scales; of a category its place among the values that occur.</summary>
    internal IReadOnlyList<Dimension> Dimensions(IReadOnlyList<SweepPoint> points) =>
        [.. factors.Select((_, factor) => new Dimension([.. points.Select(point => Place(factor, point.Values[factor]))], !IsNumber(factor)))];

    /// <summary>The place of a value on its dimension.</summary>
    internal double Place(int factor, SweepValue value) => IsNumber(factor)
        ? scales[factor].Position(value.Number!.Value)
        : values[factor].Index().First(known => known.Item == value).Index;

    /// <summary>Whether a factor has order and distance.</summary>
    internal bool IsNumber(int factor) => IsNumber(factors[factor], values[factor]);

    /// <summary>The values that occur, in order.</summary>
    internal IReadOnlyList<SweepValue> ValuesOf(int factor) => values[factor];

    /// <summary>The scale in which a factor is cut.</summary>
    internal FactorScale ScaleOf(int factor) => scales[factor];

    /// <summary>The whole range of a numeric factor, in its scale: that of the file, else from the lowest to the highest value that occurs.</summary>
    internal (double Low, double High) Whole(int factor) => factors[factor].Range is { } range
        ? (scales[factor].Position(range.From), scales[factor].Position(range.To))
        : (scales[factor].Position(values[factor][0].Number!.Value), scales[factor].Position(values[factor][^1].Number!.Value));

    /// <summary>A box in words: one phrase a factor, for example “trust at the start is above 0.6”.</summary>
    internal IReadOnlyList<string> Said(Box box) => [.. box.Dimensions.Select(dimension => Said(dimension, [.. box.Restrictions.Where(restriction => restriction.Dimension == dimension)]))];

    /// <summary>The limits of one factor in words.</summary>
    internal string Said(int factor, IReadOnlyList<Restriction> limits) => $"{factors[factor].Label} is {Limits(factor, limits)}";

    /// <summary>The limits without the factor: above 0.6 · between 3 and 5 days · “book”.</summary>
    internal string Limits(int factor, IReadOnlyList<Restriction> limits)
    {
        if (!IsNumber(factor))
        {
            ulong excluded = limits[0].Excluded;
            return Wording.Quoted(values[factor].Where((_, category) => (excluded & Restriction.Bit(category)) == 0).Select(value => value.Text)).Replace(" and ", " or ", StringComparison.Ordinal);
        }

        double? low = limits.Where(limit => limit.Side == Side.Low).Select(limit => (double?)limit.At).FirstOrDefault();
        double? high = limits.Where(limit => limit.Side == Side.High).Select(limit => (double?)limit.At).FirstOrDefault();
        string unit = Unit(factor);
        return (low, high) switch
        {
            ({ } from, { } to) => $"between {Number(factor, from)} and {Number(factor, to)}{unit}",
            ({ } from, null) => $"above {Number(factor, from)}{unit}",
            (null, { } to) => $"below {Number(factor, to)}{unit}",
            _ => "anything",
        };
    }

    /// <summary>A place on a factor as a number, with two digits, or as a percentage where the file says the factor so.</summary>
    internal string Number(int factor, double place)
    {
        double level = scales[factor].Level(place) * (IsShare(factor) ? 100 : 1);
        double step = level == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(level))) - 1);
        double rounded = Math.Round(level / step) * step;
        string text = Math.Abs(rounded).ToString(Math.Abs(rounded) >= 1000 ? "N0" : "0.######", CultureInfo.InvariantCulture);
        return (rounded < 0 ? "−" : "") + text + (IsShare(factor) ? "%" : "");
    }

    /// <summary>The unit as it follows a number; empty where there is none or the label says it.</summary>
    internal string Unit(int factor) => factors[factor].Unit is { Length: > 0 } unit && !IsShare(factor) && !factors[factor].Label.Contains(unit, StringComparison.Ordinal) ? " " + unit : "";

    private bool IsShare(int factor) => factors[factor].Say.Contains("{%}", StringComparison.Ordinal);

    private static bool IsNumber(Factor factor, IReadOnlyList<SweepValue> occurring) => factor.IsNumeric && occurring.All(value => value.Number is not null);
}
