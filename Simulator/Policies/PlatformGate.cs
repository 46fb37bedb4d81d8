using Simulator.Ledgers;
using Simulator.Recovery;

namespace Simulator.Policies;

/// <summary>What the platform lets through: a daily cap, and suspension after too many reports.</summary>
internal sealed class PlatformGate(Platform platform, Cohorts cohorts)
{
    private readonly int _dailyCap = platform.DailyCap ?? int.MaxValue;
    private int _sentToday;
    private int _suspendedUntil;
    private int _countsFrom;

    /// <summary>Whether the platform limits nothing at all.</summary>
    internal bool IsOpen { get; } = platform.DailyCap is null && platform.ReportLimit is null;

    /// <summary>Whether one more DM may be delivered on a day; where there is a limit, it counts as delivered then. Several threads may ask while the gate is open.</summary>
    internal bool Lets(int day)
    {
        if (IsOpen)
        {
            return true;
        }

        bool lets = day >= _suspendedUntil && _sentToday < _dailyCap;
        _sentToday += lets ? 1 : 0;
        return lets;
    }

    /// <summary>
    /// At the end of a day: blocks per DM sent over the window, days since the last suspension only; above the limit, no DM is
    /// delivered from tomorrow on for the length of a suspension.
    /// </summary>
    internal void Close(int day)
    {
        _sentToday = 0;
        if (platform.ReportLimit is not { } limit || day < _suspendedUntil)
        {
            return;
        }

        long sent = 0;
        long reports = 0;
        for (int counted = Math.Max(_countsFrom, day - platform.ReportWindow + 1); counted <= day; counted++)
        {
            sent += cohorts.Total(Flow.Sent, counted);
            reports += cohorts.Total(Flow.Blocks, counted);
        }

        if (reports > limit * sent)
        {
            _suspendedUntil = _countsFrom = day + 1 + platform.Suspension;
        }
    }
}
