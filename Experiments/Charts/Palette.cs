namespace Experiments.Charts;

/// <summary>
/// Colours. Hues of policies are those of Paul Tol's "vibrant" and "muted" schemes (https://personal.sron.nl/~pault/), which
/// stay apart in all common kinds of colour blindness; no chart relies on them alone. Every figure is written for a light
/// page; <see cref="Dark"/> gives the counterpart of each colour on a dark one, so that a page exchanges them by text.
/// </summary>
internal static class Palette
{
    /// <summary>Text.</summary>
    internal const string Ink = "#1A2129";

    /// <summary>Secondary text, and the silent twin.</summary>
    internal const string Muted = "#5C6873";

    /// <summary>Axis lines.</summary>
    internal const string Axis = "#A9B2BB";

    /// <summary>Grid lines.</summary>
    internal const string Grid = "#E4E8EC";

    /// <summary>Ground.</summary>
    internal const string Paper = "#FFFFFF";

    /// <summary>Accepted bands, and what is neither good nor bad.</summary>
    internal const string Neutral = "#CBD2D9";

    /// <summary>Gain, lead, inside.</summary>
    internal const string Good = "#2F76AD";

    /// <summary>Loss, behind, outside.</summary>
    internal const string Bad = "#C05A12";

    /// <summary>Worse than <see cref="Bad"/>.</summary>
    internal const string Worst = "#8F2D14";

    /// <summary>A warning short of a loss.</summary>
    internal const string Amber = "#E3B23C";

    /// <summary>Colours of policies, in order of the experiment; they repeat with another dash.</summary>
    internal static IReadOnlyList<string> Policies { get; } = ["#0077BB", "#EE7733", "#CC3311", "#009988", "#AA4499", "#7A7A00", "#33A0DD"];

    /// <summary>The colour on a dark page for each colour on a light one.</summary>
    internal static IReadOnlyDictionary<string, string> Dark { get; } = new Dictionary<string, string>
    {
        [Ink] = "#E8ECF0",
        [Muted] = "#9BA7B3",
        [Axis] = "#5A6672",
        [Grid] = "#2A323A",
        [Paper] = "#161B21",
        [Neutral] = "#3E4853",
        [Good] = "#5BA4DA",
        [Bad] = "#EE8A45",
        [Worst] = "#E0573A",
        [Amber] = "#E8BE55",
        ["#0077BB"] = "#4FA8E8",
        ["#EE7733"] = "#F59255",
        ["#CC3311"] = "#F2664A",
        ["#009988"] = "#2FC1B0",
        ["#AA4499"] = "#D884C8",
        ["#7A7A00"] = "#C2C23E",
        ["#33A0DD"] = "#8ECDF5",
    };

    /// <summary>A colour with an alpha value, 0–1, in the eight-digit form.</summary>
    internal static string Faded(string colour, double alpha) => $"{colour}{(int)Math.Round(alpha * 255):X2}";
}
