using Simulator.Ledgers;

namespace Simulator.Policies.Learning;

/// <summary>A schedule during one run, with the notes from which it learns.</summary>
internal sealed class LearningSchedule : IPolicy
{
    private readonly Schedule _schedule;
    private readonly Dictionary<int, LearnedSend> _learned = [];

    /// <summary>A schedule at the start of a run.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="economics">The sender's own books: margin of a sale and cost of work.</param>
    internal LearningSchedule(Schedule schedule, Economics economics)
    {
        _schedule = schedule;
        double cost = schedule.Delivery.SecondsPerDm / 3600 * economics.HourlyCost;
        for (int place = 0; place < schedule.Sends.Count; place++)
        {
            if (schedule.Sends[place].To.Learn is { } learn)
            {
                _learned.Add(place, new LearnedSend(schedule.Sends[place], new ResponseLearner(learn, economics.Margin, cost)));
            }
        }
    }

    /// <inheritdoc/>
    public string Name => _schedule.Name;

    /// <inheritdoc/>
    public double SignalNoise => _schedule.SignalNoise;

    /// <inheritdoc/>
    public Delivery Delivery => _schedule.Delivery;

    /// <inheritdoc/>
    public int RememberedMessages => _schedule.RememberedMessages;

    /// <inheritdoc/>
    public void Choose(int day, FollowerView followers, Outbox outbox) => _schedule.Choose(day, followers, outbox, _learned);
}
