using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.RandomStreams;
using Simulator.WordOfMouth;

namespace Simulator.Tests.Twin;

/// <summary>Section 5: who sees a voice and what it does to them; answers; the standing debt Q.</summary>
internal sealed class PlainWordOfMouth(
    Scenario scenario, Draws draws, PlainLedger ledger, List<Person> people, List<PlainVoice> voices, PlainReactions reactions)
{
    private readonly WordOfMouthSettings _settings = scenario.WordOfMouth;

    internal double Q { get; private set; }

    internal void FadeStandingDebt() => Q *= Math.Pow(2, -1 / _settings.ReputationHalfLife);

    /// <summary>Answers that are due: `delay` days after the complaint, at the earliest on the next morning.</summary>
    internal void Answer(int day)
    {
        foreach (PlainVoice voice in voices)
        {
            if (!voice.IsComplaint || !voice.Due || day - voice.Day < Math.Max(1, scenario.Response.Delay))
            {
                continue;
            }

            voice.Due = false;
            RandomBlock draw = draws.Block(Purpose.Answer, voice.Speaker.Index, voice.Day, voice.Ordinal);
            if (RandomBlock.Uniform(draw.Word0) < scenario.Response.Rate)
            {
                voice.Answered = true;
                ledger.Count(Flow.Answers, day, voice.Speaker);
                Restore(voice.Speaker);
            }
        }
    }

    internal void ShowAll(int day)
    {
        int made = voices.Count;
        for (int index = 0; index < made; index++)
        {
            PlainVoice voice = voices[index];
            int age = day - voice.Day;
            if (voice.IsPublic && !voice.Answered && age >= 0 && age <= 6)
            {
                Show(voice, day, age);
            }
        }
    }

    private void Restore(Person person)
    {
        if (person.F + person.S > 0)
        {
            person.F *= 1 - scenario.Response.Restore;
            person.S *= 1 - scenario.Response.Restore;
        }
    }

    private void Show(PlainVoice voice, int day, int age)
    {
        double w = Math.Pow(2, -1 / _settings.HalfLife);
        double visible = _settings.Seen * (1 - w) * Math.Pow(w, age);
        double reach = voice.Speaker.Reach;
        int moment = day | (age << 16) | (voice.Ordinal << 20);
        RandomBlock first = draws.Block(Purpose.Audience, voice.Speaker.Index, moment, 0);
        RandomBlock second = draws.Block(Purpose.Audience, voice.Speaker.Index, moment, 1);

        double expected = scenario.Graph is { } graph
            ? graph.ViewersOf(voice.Speaker.Index).Length * visible
            : reach * visible * _settings.Overlap;
        int views = PoissonQuantile.Of(expected, first.FineUniform0);
        for (int view = 0; view < views; view++)
        {
            RandomBlock draw = draws.Block(Purpose.View, voice.Speaker.Index, moment, view);
            Person viewer = Viewer(voice.Speaker, draw);
            if (viewer.Follows && voice.IsComplaint)
            {
                SeeComplaint(viewer, day, RandomBlock.Uniform(draw.Word2));
            }
            else if (viewer.Follows)
            {
                SeePraise(viewer, day, RandomBlock.Uniform(draw.Word2));
            }
        }

        // Outsiders: those who act and those who do not, two independent Poisson counts.
        double outside = reach * visible * (1 - _settings.Overlap);
        double acts = voice.IsComplaint ? _settings.Bystander : _settings.OutsideSale;
        int acting = PoissonQuantile.Of(outside * acts, second.FineUniform0);
        int idle = PoissonQuantile.Of(outside * (1 - acts), first.FineUniform1);
        ledger.Flows[voice.IsComplaint ? Flow.ComplaintsBystander : Flow.SalesOutside][day] += acting;
        Q += (voice.IsComplaint ? 1.0 : -1.0) * (acting + idle) / scenario.Audience.Size;
    }

    private Person Viewer(Person speaker, RandomBlock draw)
    {
        if (scenario.Graph is { } graph)
        {
            ReadOnlySpan<int> viewers = graph.ViewersOf(speaker.Index);
            return people[viewers[Pick(draw.Word1, viewers.Length)]];
        }

        if (RandomBlock.Uniform(draw.Word0) < _settings.Homophily)
        {
            int first = speaker.Index - (speaker.Index % _settings.Community);
            int size = Math.Min(_settings.Community, people.Count - first);
            return people[first + Pick(draw.Word1, size)];
        }

        return people[Pick(draw.Word1, people.Count)];
    }

    private static int Pick(uint word, int count) => (int)((ulong)word * (ulong)count >> 32);

    private void SeeComplaint(Person viewer, int day, double u)
    {
        double lost = viewer.F + viewer.S;
        double joins = lost > 0 ? _settings.Join * lost / viewer.T0 : 0;
        viewer.Lose(_settings.Loss * (1 - viewer.R), scenario.Trust.RememberedShare);
        PlainTwin.Harm(viewer, ledger, day);
        int tomorrow = day + 1;
        if (u < joins && viewer.MaySpeak(tomorrow, _settings.Cooldown) && tomorrow < ledger.Days)
        {
            viewer.LastVoice = tomorrow;
            viewer.HasComplained = true;
            ledger.Count(Flow.ComplaintsPublic, tomorrow, viewer);
            ledger.Count(Flow.ComplaintsJoined, tomorrow, viewer);
            voices.Add(new PlainVoice { Speaker = viewer, Day = tomorrow, IsComplaint = true, IsPublic = true, Ordinal = 255 });
        }
    }

    private void SeePraise(Person viewer, int day, double u)
    {
        if (reactions.NewestOffer is { } offer && !viewer.Bought.Contains(offer) && u < _settings.Referral * viewer.Appetite * viewer.ClampedT)
        {
            viewer.Bought.Add(offer);
            ledger.Count(Flow.SalesReferral, day, viewer);
        }

        viewer.Gain(0.5 * _settings.Gain * (1 - viewer.R), scenario.Trust.RememberedShare);
    }
}
