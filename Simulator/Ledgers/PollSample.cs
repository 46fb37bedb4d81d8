using Simulator.RandomStreams;

namespace Simulator.Ledgers;

/// <summary>
/// The followers' part of the poll: readings of promotional messages so far, drawn without replacement with weight
/// e^(pull·annoyance), by the weighted reservoir A-Res of Efraimidis and Spirakis (2006), doi:10.1016/j.ipl.2005.11.003.
/// </summary>
internal sealed class PollSample
{
    private readonly Poll _poll;
    private readonly Draws _draws;
    private readonly PriorityQueue<bool, double> _sample = new();

    internal PollSample(Poll poll, Draws draws)
    {
        (_poll, _draws) = (poll, draws);
        FromFollowers = (int)Math.Round(poll.Size * poll.FollowerShare, MidpointRounding.AwayFromZero);
    }

    /// <summary>Answers that come from followers, if there are as many readings.</summary>
    internal int FromFollowers { get; }

    /// <summary>Whether readings of a day still count.</summary>
    internal bool IsOpen(int day) => day <= _poll.Day && FromFollowers > 0;

    /// <summary>Offers one reading to the sample, on a day on which it is open.</summary>
    internal void Consider(int person, int day, int ordinal, double spamminess, double annoyance)
    {
        // u^(1/w) orders like log(u)/w; the smallest of the sample is the first to go.
        double uniform = _draws.Block(Purpose.PollReading, person, day, ordinal).FineUniform0;
        double key = Math.Log(uniform) / Math.Exp(_poll.Pull * annoyance);
        Keep(spamminess > _poll.Threshold, key);
    }

    /// <summary>An empty sample of the same poll, for other readings.</summary>
    internal PollSample Beside() => new(_poll, _draws);

    /// <summary>Takes over a sample of other readings and leaves nothing there: the largest keys of all are among the largest of each.</summary>
    internal void Take(PollSample other)
    {
        while (other._sample.TryDequeue(out bool negative, out double key))
        {
            Keep(negative, key);
        }
    }

    /// <summary>Share of negative answers, 0–1; null when nobody answers.</summary>
    /// <param name="bystanderSpamminess">
    /// Spamminess of the policy's first promotional message to a stranger (R = 0, κ = 0, P = 0, not read before); null if none was sent.
    /// It does not depend on tolerance, so every bystander gives the same answer and their weights do not matter.
    /// </param>
    internal double? NegativeShare(double? bystanderSpamminess)
    {
        if (bystanderSpamminess is not { } spamminess)
        {
            return null;
        }

        int bystanders = _poll.Size - FromFollowers;
        int answers = _sample.Count + bystanders;
        int negative = _sample.UnorderedItems.Count(item => item.Element) + (spamminess > _poll.Threshold ? bystanders : 0);
        return answers > 0 ? (double)negative / answers : null;
    }

    private void Keep(bool negative, double key)
    {
        if (_sample.Count < FromFollowers)
        {
            _sample.Enqueue(negative, key);
        }
        else
        {
            _sample.EnqueueDequeue(negative, key);
        }
    }
}
