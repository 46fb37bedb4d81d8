using Experiments.Designs;

namespace Simulator.Tests.Analysis.Sweeps;

/// <summary>Sweeps with known answers.</summary>
internal static class KnownSweeps
{
    /// <summary>Days between messages: a parabola in the level with its top at 11.</summary>
    internal static SweepStore Rhythm { get; } = new()
    {
        Sweep = SweepStore.Grid(SweepStore.Factor("policies.regular.every", "days between messages", 3, 7, 10, 14, 20)),
        NetValue = (_, levels, time) => time * (100 - Math.Pow(levels[0].Number!.Value - 11, 2)),
        TrustDebt = (_, levels) => 2 / levels[0].Number!.Value,
    };

    /// <summary>Greed: 3 is ahead at first, 14 in the end; they cross where 30·(1 − t) = 30·t, after 30 of 60 days.</summary>
    internal static SweepStore Greed { get; } = Rhythm with
    {
        Sweep = SweepStore.Grid(SweepStore.Factor("policies.regular.every", "days between messages", 3, 14)),
        NetValue = (_, levels, time) => levels[0].Number == 3 ? 60 * time * (1 - time) : 60 * time * time,
        Horizons = [15, 30, 45, 60],
    };

    /// <summary>The best level of the rhythm is 5 in a mild world and 15 in a harsh one; below 0 at the far corners.</summary>
    internal static SweepStore Worlds { get; } = new()
    {
        Sweep = SweepStore.Grid(
            SweepStore.Factor("scenario.trust.loss", "trust lost", 0.1, 0.3, 0.5),
            SweepStore.Factor("policies.regular.every", "days between messages", 1, 5, 10, 15, 20)),
        NetValue = (_, levels, time) => time * (50 - Math.Pow(levels[1].Number!.Value - (2.5 + (25 * levels[0].Number!.Value)), 2)),
        TrustDebt = (_, levels) => levels[0].Number!.Value / levels[1].Number!.Value,
    };

    /// <summary>Additive effects: message 40, rhythm 20, consent 4, and a factor that does nothing.</summary>
    internal static SweepStore Additive { get; } = new()
    {
        Sweep = SweepStore.Grid(
            SweepStore.Factor("scenario.idle", "idle factor", 1, 2),
            SweepStore.Factor("policies.regular.every", "days between messages", 3, 7, 14),
            SweepStore.Factor("policies.regular.message", "what it says", "book", "personal"),
            SweepStore.Factor("scenario.consent", "consent", 0, 1)),
        NetValue = (_, levels, time) => time * ((10 * Rank(levels[1].Number!.Value)) + (levels[2].Text == "personal" ? 40 : 0) + (4 * levels[3].Number!.Value)),
        Noise = (5, 0.2),
    };

    /// <summary>The same, each factor changed alone.</summary>
    internal static SweepStore Alone { get; } = Additive with { Sweep = Additive.Sweep with { Design = new Design { Kind = Design.OneAtATime } } };

    /// <summary>Three policies in two worlds: fast earns most and costs most trust, lazy is worse than calm in both.</summary>
    internal static SweepStore Policies { get; } = new()
    {
        Sweep = SweepStore.Grid(SweepStore.Factor("scenario.trust.loss", "trust lost", 0.1, 0.5)),
        Policies = ["fast", "calm", "lazy"],
        NetValue = (policy, levels, time) => time * (policy switch { "fast" => 100, "calm" => 60, _ => 20 } - (10 * levels[0].Number!.Value)),
        TrustDebt = (policy, levels) => policy switch { "fast" => 0.5, "calm" => 0.1, _ => 0.2 } + (0.1 * levels[0].Number!.Value),
        Segments = ["fans", "peers"],
        Horizons = [20, 40, 60],
    };

    private static double Rank(double every) => every switch { 3 => 0, 7 => 1, _ => 2 };
}
