using Simulator.Ledgers;

namespace Simulator.Policies;

/// <summary>What the platform lets through: a daily cap, and suspension after too many reports.</summary>
internal sealed class PlatformGate(Platform platform, Ledger ledger)
{
    private readonly int _dailyCap = platform.DailyCap ?? int.MaxValue;
    private int _suspendedUntil;
    private int _countsFrom;

    /// <summary>Whether the platform limits nothing at all.</summary>
    internal bool IsOpen { get; } = platform.DailyCap is null && platform.ReportLimit is null;

    /// <summary>Whether one more DM may be delivered on a day.</summary>
    internal bool Lets(int day) => day >= _suspendedUntil && ledger.Count(Flow.Sent)[day] < _dailyCap;

    /// <summary>
    /// At the end of a day: blocks per DM sent over the window, days since the last suspension only; above the limit, no DM is
    /// delivered from tomorrow on for the length of a suspension.
    /// </summary>
    internal void Close(int day)
    {
        if (platform.ReportLimit is not { } limit || day < _suspendedUntil)
        {
            return;
        }

        long sent = 0;
        long reports = 0;
        for (int counted = Math.Max(_countsFrom, day - platform.ReportWindow + 1); counted <= day; counted++)
        {
            sent += ledger.Count(Flow.Sent)[counted];
            reports += ledger.Count(Flow.Blocks)[counted];
        }

        if (reports > limit * sent)
        {
            _suspendedUntil = _countsFrom = day + 1 + platform.Suspension;
        }
    }
}
