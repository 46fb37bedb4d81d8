using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;
using Simulator.RandomStreams;
using Simulator.Reactions;
using Simulator.Recovery;
using Simulator.WordOfMouth;

namespace Simulator.Engine;

/// <summary>One run of one policy. <see cref="Step"/> lists what happens in a day.</summary>
internal sealed class Run
{
    private const double ArrivalHeadroom = 1.5;

    private readonly Scenario _scenario;
    private readonly IPolicy _policy;
    private readonly Draws _draws;
    private readonly Followers _people;
    private readonly Cohorts _cohorts;
    private readonly Crew _crew;
    private readonly Founding _founding;
    private readonly Correspondence _correspondence;
    private readonly VoiceLog _voices = new();
    private readonly WordOfMouthStep _wordOfMouth;
    private readonly ReactionStep _reactions;
    private readonly PollSample _poll;
    private readonly PlatformGate _gate;
    private readonly FollowerView _view;
    private readonly Outbox _outbox;

    internal Run(Scenario scenario, IPolicy policy, ulong seed, int replicate, int threads = 1, int cohortSize = Cohorts.Size)
        : this(scenario, policy, new Founding(scenario.Audience), new Draws(seed, replicate), threads, cohortSize)
    {
    }

    /// <summary>A run whose people are founded once for all policies of a replicate.</summary>
    internal Run(Scenario scenario, IPolicy policy, Founding founding, in Draws draws, int threads, int cohortSize = Cohorts.Size)
    {
        (_scenario, _policy, _founding, _draws, _crew) = (scenario, policy.Begin(scenario.Economics), founding, draws, new Crew(threads));
        int capacity = ExpectedPeople(scenario);
        bool isBig = Cohorts.AreSeveralIn(scenario.Audience, cohortSize);
        _people = isBig ? new Followers(capacity, new TraitsOnDemand(founding, draws)) : SpareFollowers.Take(capacity, founding, draws);
        try
        {
            _correspondence = new Correspondence(capacity, policy.RememberedMessages);
        }
        catch
        {
            _people.Dispose();
            throw;
        }

        var clocks = new FollowerClocks(scenario.Trust, scenario.Relationship, scenario.Openness, scenario.Pressure, scenario.Drift, scenario.Horizon);
        _cohorts = new Cohorts(_people, clocks, scenario.Audience, scenario.Trust.RememberedShare, scenario.Horizon, _crew, cohortSize);
        _outbox = new Outbox { Crew = _cohorts.AreSeveral ? _crew : null };
        _poll = new PollSample(scenario.Poll, _draws);
        _gate = new PlatformGate(scenario.Platform, _cohorts);
        _view = new FollowerView(_people, clocks, _correspondence, _draws, policy.SignalNoise);
        _wordOfMouth = new WordOfMouthStep(scenario.WordOfMouth, scenario.Graph, _cohorts, _correspondence, _voices, _draws, scenario.Audience.Size);
        var parameters = new ReactionParameters(
            scenario.Reading, scenario.Appraisal, scenario.Reactions, scenario.Trust, scenario.Relationship, scenario.Openness, scenario.WordOfMouth.Cooldown);
        _reactions = new ReactionStep(parameters, policy.Delivery, _cohorts, _crew, _correspondence, _voices, _poll, _gate, _draws);
    }

    /// <summary>Negative share of the poll; null before the poll's day or when nobody could answer.</summary>
    internal double? PollNegativeShare { get; private set; }

    /// <summary>Diaries to be kept during the run; null when nobody is watched.</summary>
    internal DiaryBook? Diaries
    {
        init => _cohorts.Diaries = value;
    }

    /// <summary>Called before each piece of work that several threads share; null means nothing.</summary>
    internal Action? Meeting
    {
        init => _crew.Meeting = value;
    }

    /// <summary>Runs all days and closes the books; once. The memory of people is given back, whatever happens.</summary>
    internal Ledger Complete(CancellationToken cancellation)
    {
        _crew.Cancellation = cancellation;
        bool done = false;
        try
        {
            _founding.FoundAudience(_people, _draws, _crew);
            _cohorts.Enter(first: 0, day: -1);
            for (int day = 0; day < _scenario.Horizon; day++)
            {
                cancellation.ThrowIfCancellationRequested();
                Step(day);
            }

            _cohorts.Settle(_scenario.Horizon - 1);
            Ledger ledger = _cohorts.CloseBooks();
            OrganicSales.Book(ledger, _scenario.Economics, _draws);
            done = true;
            return ledger;
        }
        finally
        {
            GiveBack(done);
        }
    }

    private void GiveBack(bool done)
    {
        _correspondence.Dispose();
        if (done)
        {
            SpareFollowers.Keep(_people, _founding, _draws);
        }
        else
        {
            _people.Dispose();
        }
    }

    /// <summary>The day. Relaxation and drift need no step: a person is brought up to date when touched, and a drift is booked on its own day.</summary>
    private void Step(int day)
    {
        _cohorts.Open(day);
        _wordOfMouth.Fade();
        Arrivals.Welcome(_founding, _cohorts, _crew, _correspondence, _scenario, _wordOfMouth.StandingDebt, _draws, day);
        Answers.Send(_voices, _cohorts, _scenario.Response, _draws, day);
        Send(day);
        _wordOfMouth.Apply(day);
        Close(day);
    }

    private void Send(int day)
    {
        _outbox.Clear();
        _view.Turn(day);
        _policy.Choose(day, _view, _outbox);
        _reactions.Apply(_outbox);
    }

    private void Close(int day)
    {
        _cohorts.Ledger.StandingDebtLevel[day] = _wordOfMouth.StandingDebt;
        _cohorts.Close();
        _gate.Close(day);
        _cohorts.Diaries?.Close(_cohorts, _scenario.Audience.Size);
        if (day == _scenario.Poll.Day)
        {
            PollNegativeShare = _poll.NegativeShare(_correspondence.FirstPromotional is { } message ? SpamminessToStranger(message) : null);
        }
    }

    private double SpamminessToStranger(Message message) => ReactionFormulas.Logistic(
        ReactionFormulas.StrangerLogit(_scenario.Appraisal, message.Promotion, message.Personalization));

    // Praise brings followers beyond the expected inflow, and growing columns are copied: room for half as many arrivals again costs
    // nothing until it is used. Columns still grow if even more come.
    private static int ExpectedPeople(Scenario scenario)
    {
        double arrivals = ArrivalHeadroom * scenario.Audience.Inflow * scenario.Audience.Size * scenario.Horizon;
        return (int)Math.Min(scenario.Audience.Size + arrivals + (6 * Math.Sqrt(arrivals)) + 16, Followers.MostPeople);
    }
}
