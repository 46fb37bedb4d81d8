using Simulator.Ledgers;
using Simulator.RandomStreams;

namespace Simulator.Tests.Twin;

/// <summary>The poll, section 8: all readings so far with their keys; the largest keys u^(1/weight) answer.</summary>
internal sealed class PlainPoll(Poll poll, Draws draws)
{
    private readonly List<(double Key, bool Negative)> _readings = [];

    internal void Read(int person, int day, int ordinal, double spamminess, double annoyance)
    {
        double u = draws.Block(Purpose.PollReading, person, day, ordinal).FineUniform0;
        _readings.Add((Math.Log(u) / Math.Exp(poll.Pull * annoyance), spamminess > poll.Threshold));
    }

    /// <summary>Share of negative answers at the end of the poll's day; null when nobody answers.</summary>
    internal double? NegativeShare(double? spamminessToStranger)
    {
        if (spamminessToStranger is null)
        {
            return null;
        }

        int fromFollowers = (int)Math.Floor((poll.Size * poll.FollowerShare) + 0.5);
        int bystanders = poll.Size - fromFollowers;
        var followers = _readings.OrderByDescending(reading => reading.Key).Take(fromFollowers).ToList();
        int negative = followers.Count(reading => reading.Negative) + (spamminessToStranger > poll.Threshold ? bystanders : 0);
        int answers = followers.Count + bystanders;
        return answers == 0 ? null : (double)negative / answers;
    }
}
