using Simulator.Policies;

namespace Simulator.Tests.Twin;

/// <summary>The platform's rules: a daily cap; suspension when blocks per DM over the window pass the limit, counted anew after each suspension.</summary>
internal sealed class PlainPlatform(Platform rules)
{
    private readonly List<(int Day, int Sent, int Blocks)> _window = [];
    private int _suspendedUntil;

    internal bool LetsThrough(int day, int sentToday) => day >= _suspendedUntil && (rules.DailyCap is not { } cap || sentToday < cap);

    internal void EndDay(int day, int sent, int blocks)
    {
        if (rules.ReportLimit is not { } limit || day < _suspendedUntil)
        {
            return;
        }

        _window.Add((day, sent, blocks));
        _window.RemoveAll(entry => entry.Day <= day - rules.ReportWindow);
        if (_window.Sum(entry => entry.Blocks) > limit * _window.Sum(entry => entry.Sent))
        {
            _suspendedUntil = day + 1 + rules.Suspension;
            _window.Clear();
        }
    }
}
