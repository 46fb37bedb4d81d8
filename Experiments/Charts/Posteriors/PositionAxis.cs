using System.Globalization;
using Experiments.Calibration;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Posteriors;

/// <summary>The axis of a parameter over its prior: positions 0–1, labelled with the values there, so that a logarithmic prior has a logarithmic axis.</summary>
internal static class PositionAxis
{
    /// <summary>The axis, without its place.</summary>
    internal static Axis Of(Prior prior, string title) => new()
    {
        Range = [-0.02, 1.02],
        Tickvals = [0, 0.5, 1],
        Ticktext = [Value(prior, 0), Value(prior, 0.5), Value(prior, 1)],
        Title = new AxisTitle(title, 4),
        Tickangle = 0,
    };

    /// <summary>The value at a position, short.</summary>
    internal static string Value(Prior prior, double position)
    {
        Designs.Level level = prior.Factor?.At(Math.Min(position, 1 - 1e-9)) ?? prior.Share!.At(position);
        return level.Number is not { } number ? level.Text : number >= 100 ? number.ToString("N0", CultureInfo.InvariantCulture) : Short(number);
    }

    private static string Short(double number) => number == 0 ? "0" : number.ToString(Math.Abs(number) >= 1 ? "0.#" : "G2", CultureInfo.InvariantCulture).Replace('-', '−');
}
