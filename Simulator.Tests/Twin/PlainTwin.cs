using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.People;
using Simulator.Policies;
using Simulator.RandomStreams;

namespace Simulator.Tests.Twin;

/// <summary>
/// The model of one sender, day by day and person by person, with nothing clever in it: the readable twin of the event-driven engine.
/// It shares the addresses of the draws, the Poisson quantile and the drawing of traits with the engine, and no other formula.
/// </summary>
internal sealed class PlainTwin
{
    private readonly Scenario _scenario;
    private readonly Schedule _schedule;
    private readonly Draws _draws;
    private readonly bool _dailyDrift;
    private readonly List<Person> _people = [];
    private readonly List<PlainVoice> _voices = [];
    private readonly Followers _traits = new(1);
    private readonly Founding _founding;
    private readonly PlainLedger _ledger;
    private readonly PlainReactions _reactions;
    private readonly PlainWordOfMouth _wordOfMouth;
    private readonly Dictionary<int, PlainLearning> _learning;

    private PlainTwin(Scenario scenario, Schedule schedule, Draws draws, bool dailyDrift)
    {
        (_scenario, _schedule, _draws, _dailyDrift) = (scenario, schedule, draws, dailyDrift);
        _learning = Enumerable.Range(0, schedule.Sends.Count).Where(place => schedule.Sends[place].To.Learn is not null)
            .ToDictionary(place => place, place => new PlainLearning(scenario, schedule, schedule.Sends[place], draws));
        _founding = new Founding(scenario.Audience);
        _ledger = new PlainLedger(scenario.Horizon);
        _reactions = new PlainReactions(scenario, schedule, draws, _ledger, _voices);
        _wordOfMouth = new PlainWordOfMouth(scenario, draws, _ledger, _people, _voices, _reactions);
    }

    /// <summary>Runs a schedule.</summary>
    /// <param name="scenario">The world.</param>
    /// <param name="schedule">What the sender does; sends only, no variant test.</param>
    /// <param name="seed">Seed of all draws.</param>
    /// <param name="replicate">Number of the replicate.</param>
    /// <param name="dailyDrift">
    /// False: every morning's hazard is taken from an exit budget drawn once, which meets the engine's draws one by one.
    /// True: every morning is a draw of its own with probability 1 − e^(−h), equal in distribution only.
    /// </param>
    /// <param name="evening">Told the day and the people at the end of each day; null for nobody.</param>
    internal static PlainLedger Run(
        Scenario scenario, Schedule schedule, ulong seed, int replicate, bool dailyDrift = false, Action<int, IReadOnlyList<Person>>? evening = null)
    {
        var twin = new PlainTwin(scenario, schedule, new Draws(seed, replicate), dailyDrift);
        twin._founding.FoundAudience(twin._traits, twin._draws);
        twin.TakeInNewPeople(day: -1);
        for (int day = 0; day < scenario.Horizon; day++)
        {
            twin.Step(day);
            evening?.Invoke(day, twin._people);
        }

        twin._ledger.Segments =
        [
            .. Enumerable.Range(0, scenario.Audience.Segments.Count)
                .Select(segment => new PlainSegment(twin._people.FindAll(person => person.Segment == segment))),
        ];
        return twin._ledger;
    }

    /// <summary>Counts a person who was annoyed or reached by a complaint for the first time.</summary>
    internal static void Harm(Person person, PlainLedger ledger, int day)
    {
        if (!person.Harmed)
        {
            person.Harmed = true;
            ledger.Count(Flow.Harmed, day, person);
        }
    }

    // The order of section 6.
    private void Step(int day)
    {
        if (day > 0)
        {
            Relax();
        }

        Drift(day);
        _wordOfMouth.FadeStandingDebt();
        Welcome(day);
        _wordOfMouth.Answer(day);
        foreach (PlainLetter letter in PlainSchedule.Choose(_schedule, day, _people, _learning))
        {
            _reactions.Send(letter, _people[letter.Person], day);
        }

        _wordOfMouth.ShowAll(day);
        Book(day);
    }

    private void Relax()
    {
        double forgive = Math.Pow(2, -1 / _scenario.Trust.ForgiveHalfLife);
        double forget = Math.Pow(2, -1 / _scenario.Trust.ForgetHalfLife);
        double relate = Math.Pow(2, -1 / _scenario.Relationship.HalfLife);
        double open = Math.Pow(2, -1 / _scenario.Openness.HalfLife);
        double press = Math.Pow(2, -1 / _scenario.Pressure.HalfLife);
        foreach (Person person in _people)
        {
            person.F *= forgive;
            person.S *= forget;
            person.R = person.R0 + ((person.R - person.R0) * relate);
            person.D = 1 + ((person.D - 1) * open);
            person.P *= press;
        }
    }

    private void Drift(int day)
    {
        foreach (Person person in _people)
        {
            if (!person.Follows)
            {
                continue;
            }

            double h = _scenario.Drift.Base * (1 + (_scenario.Drift.Distrust * (1 - person.T)) + (_scenario.Drift.Distance * (1 - person.R)));
            person.HazardSpent += h;
            bool leaves = _dailyDrift
                ? _draws.Block(Purpose.DailyDrift, person.Index, day).FineUniform0 < 1 - Math.Exp(-h)
                : person.HazardSpent >= person.ExitBudget;
            if (leaves)
            {
                person.Follows = false;
                _ledger.Count(Flow.Drifted, day, person);
            }
        }
    }

    private void Welcome(int day)
    {
        double mean = _scenario.Audience.Inflow * _scenario.Audience.Size * Math.Exp(-_scenario.WordOfMouth.ReputationEffect * _wordOfMouth.Q);
        int arrivals = PoissonQuantile.Of(mean, _draws.Block(Purpose.Arrivals, 0, day).FineUniform0);
        _founding.Welcome(_traits, _draws, arrivals);
        TakeInNewPeople(day);
    }

    // The initial audience comes on day −1, which is not in the book.
    private void TakeInNewPeople(int day)
    {
        for (int index = _people.Count; index < _traits.Count; index++)
        {
            _people.Add(new Person
            {
                Index = index,
                Segment = _traits.Segment[index],
                R0 = _traits.Relationship0[index],
                R = _traits.Relationship0[index],
                T0 = _traits.Trust0[index],
                Tolerance = _traits.Tolerance[index],
                Attention = _traits.Attention[index],
                Appetite = _traits.Appetite[index],
                Reach = _traits.Reach[index],
                Misjudgement = _traits.Misjudgement[index],
                ArrivedOn = Math.Max(0, day),
                Consents = (_traits.Marks[index] & Marks.Consents) != 0,
                ExitBudget = -Math.Log(_draws.Block(Purpose.Traits, index, 0, 2).FineUniform0),
            });
            if (day >= 0)
            {
                _ledger.Count(Flow.Arrived, day, _people[index]);
            }
        }
    }

    private void Book(int day)
    {
        List<Person> followers = _people.FindAll(person => person.Follows);
        _ledger.Followers[day] = followers.Count;
        _ledger.TunedOut[day] = followers.Count(person => person.D < 0.5);
        _ledger.TrustCapital[day] = followers.Sum(person => person.T);
        _ledger.RelationshipCapital[day] = followers.Sum(person => person.R);
        _ledger.Openness[day] = followers.Count > 0 ? followers.Average(person => person.D) : double.NaN;
        _ledger.StandingDebt[day] = _wordOfMouth.Q;
        double organic = _scenario.Economics.OrganicRate * _ledger.TrustCapital[day];
        _ledger.Flows[Flow.SalesOrganic][day] = PoissonQuantile.Of(organic, _draws.Block(Purpose.OrganicSales, 0, day).FineUniform0);
        _reactions.Platform.EndDay(day, _ledger.Flows[Flow.Sent][day], _ledger.Flows[Flow.Blocks][day]);
        if (day == _scenario.Poll.Day)
        {
            _ledger.PollNegativeShare = _reactions.Poll.NegativeShare(
                _reactions.FirstPromotional is { } message ? _reactions.Spamminess(message, 0, false, 0, false) : null);
        }
    }
}
