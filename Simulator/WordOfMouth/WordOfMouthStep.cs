using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.People;
using Simulator.RandomStreams;
using Simulator.Recovery;

namespace Simulator.WordOfMouth;

/// <summary>Shows live voices to followers and outsiders, and keeps the sender's standing debt Q.</summary>
internal sealed class WordOfMouthStep
{
    private readonly WordOfMouthSettings _settings;
    private readonly FollowerGraph? _graph;
    private readonly Cohorts _cohorts;
    private readonly Correspondence _correspondence;
    private readonly VoiceLog _voices;
    private readonly Draws _draws;
    private readonly double _initialSize;
    private readonly double _reputationFactor;
    private readonly double[] _visibility = new double[VoiceLog.VisibleDays];

    internal WordOfMouthStep(
        WordOfMouthSettings settings, FollowerGraph? graph, Cohorts cohorts, Correspondence correspondence, VoiceLog voices, Draws draws, int initialSize)
    {
        (_settings, _graph, _cohorts, _correspondence, _voices, _draws) = (settings, graph, cohorts, correspondence, voices, draws);
        _initialSize = initialSize;
        _reputationFactor = Math.Pow(2, -1 / settings.ReputationHalfLife);
        double fading = Math.Pow(2, -1 / settings.HalfLife);
        for (int age = 0; age < _visibility.Length; age++)
        {
            _visibility[age] = Visibility(settings.Seen, fading, age);
        }
    }

    /// <summary>Q: negative minus positive outside views per initial follower, halving every <c>reputationHalfLife</c> days.</summary>
    internal double StandingDebt { get; private set; }

    /// <summary>Share of a speaker's audience that sees a voice at an age: seen·(1 − w)·w^g.</summary>
    internal static double Visibility(double seen, double fading, int age) => seen * (1 - fading) * Math.Pow(fading, age);

    /// <summary>Chance that a viewer joins a complaint: join·max(0, (f + s)/T0).</summary>
    internal static double JoinProbability(double join, double lost, double trust0) => lost > 0 ? join * lost / trust0 : 0;

    /// <summary>Lets the standing debt fade overnight.</summary>
    internal void Fade() => StandingDebt *= _reputationFactor;

    /// <summary>All views of a day, one voice after the other in their order; people who join speak tomorrow.</summary>
    internal void Apply(int day)
    {
        int raisedSoFar = _voices.Count;
        for (int index = _voices.FirstLive(day); index < raisedSoFar; index++)
        {
            Voice voice = _voices[index];
            if (voice.Day <= day && !_voices.IsAnswered(index))
            {
                Show(voice, day);
            }
        }
    }

    private void Show(Voice voice, int day)
    {
        int age = day - voice.Day;
        double visible = _visibility[age];
        double audience = _cohorts.People.ReachOf(voice.Speaker) * visible;
        int moment = day | (age << 16) | (voice.Ordinal << 20);
        RandomBlock counts = _draws.Block(Purpose.Audience, voice.Speaker, moment, ordinal: 0);

        double followersWhoSee = _graph is null ? audience * _settings.Overlap : _graph.ViewersOf(voice.Speaker).Length * visible;
        int followerViews = PoissonQuantile.Of(followersWhoSee, counts.FineUniform0);
        for (int view = 0; view < followerViews; view++)
        {
            ShowToFollower(voice, day, _draws.Block(Purpose.View, voice.Speaker, moment, view));
        }

        ShowToOutsiders(voice, day, moment, audience * (1 - _settings.Overlap), counts.FineUniform1);
    }

    // A Poisson count whose members act independently splits into two independent Poisson counts: those who act and those who do not.
    private void ShowToOutsiders(Voice voice, int day, int moment, double expected, double uniform)
    {
        double acting = voice.IsComplaint ? _settings.Bystander : _settings.OutsideSale;
        RandomBlock second = _draws.Block(Purpose.Audience, voice.Speaker, moment, ordinal: 1);
        int acted = PoissonQuantile.Of(expected * acting, second.FineUniform0);
        int views = acted + PoissonQuantile.Of(expected * (1 - acting), uniform);
        _cohorts.Ledger.Add(voice.IsComplaint ? Flow.ComplaintsBystander : Flow.SalesOutside, day, acted);
        StandingDebt += (voice.IsComplaint ? views : -views) / _initialSize;
    }

    // Word 0: community or everyone; word 1: who; word 2: joins or buys.
    private void ShowToFollower(Voice voice, int day, in RandomBlock draw)
    {
        int viewer = Viewer(voice.Speaker, draw);
        Roster roster = _cohorts.Of(viewer);
        if (!roster.IsPresent(viewer))
        {
            return;
        }

        if (voice.IsComplaint)
        {
            SeeComplaint(roster, viewer, day, RandomBlock.Uniform(draw.Word2));
        }
        else
        {
            SeePraise(roster, viewer, RandomBlock.Uniform(draw.Word2));
        }
    }

    private int Viewer(int speaker, in RandomBlock draw)
    {
        if (_graph is not null)
        {
            ReadOnlySpan<int> viewers = _graph.ViewersOf(speaker);
            return viewers[Index(draw.Word1, viewers.Length)];
        }

        int everyone = _cohorts.People.Count;
        if (RandomBlock.Uniform(draw.Word0) >= _settings.Homophily)
        {
            return Index(draw.Word1, everyone);
        }

        int start = speaker / _settings.Community * _settings.Community;
        return start + Index(draw.Word1, Math.Min(_settings.Community, everyone - start));
    }

    private static int Index(uint word, int count) => (int)((ulong)word * (uint)count >> 32);

    private void SeeComplaint(Roster roster, int viewer, int day, double uniform)
    {
        Followers people = roster.People;
        double joins = JoinProbability(_settings.Join, roster.Lost(viewer), people.Trust0[viewer]);
        roster.ChangeTrust(viewer, Roster.TrustLost(roster.Trust(viewer), _settings.Loss * (1 - roster.Relationship(viewer))));
        roster.Harm(viewer);
        int tomorrow = day + 1;
        bool quiet = people.VoiceAfter[viewer] == 0 || tomorrow - (people.VoiceAfter[viewer] - 1) >= _settings.Cooldown;
        if (uniform < joins && quiet && tomorrow < roster.Ledger.Days)
        {
            people.VoiceAfter[viewer] = (ushort)(tomorrow + 1);
            people.Marks[viewer] |= Marks.Complained;
            roster.Book(Flow.ComplaintsPublic, viewer, tomorrow);
            roster.Book(Flow.ComplaintsJoined, viewer, tomorrow);
            _voices.Complain(viewer, tomorrow, JoinedOrdinal, isPublic: true);
        }
    }

    private void SeePraise(Roster roster, int viewer, double uniform)
    {
        Followers people = roster.People;
        double trust = roster.Trust(viewer);
        if (_correspondence.NewestOffer is { } offer && uniform < _settings.Referral * people.Appetite[viewer] * Math.Clamp(trust, 0, 1) && !offer.Has(viewer))
        {
            offer.Set(viewer);
            people.Marks[viewer] |= Marks.Bought;
            roster.Book(Flow.SalesReferral, viewer);
        }

        roster.ChangeTrust(viewer, Roster.TrustGained(trust, 0.5 * _settings.Gain * (1 - roster.Relationship(viewer))));
    }

    /// <summary>Ordinal of a voice that joins another: no delivery has it.</summary>
    private const int JoinedOrdinal = 255;
}
