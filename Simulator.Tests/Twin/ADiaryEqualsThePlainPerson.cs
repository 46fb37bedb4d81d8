using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Simulator.Tests.Twin;

public sealed class ADiaryEqualsThePlainPerson
{
    private const double Tolerance = 1e-9;

    /// <summary>What happens to single people; organic and outside sales, and bystanders, belong to nobody.</summary>
    private static readonly Flow[] Personal =
        [.. Enum.GetValues<Flow>().Except([Flow.SalesOrganic, Flow.SalesOutside, Flow.ComplaintsBystander])];

    public static TheoryData<string> AllSettings { get; } = [.. Settings.ByName.Keys];

    [Theory, MemberData(nameof(AllSettings))]
    public void Every_evening_and_every_event_of_every_person_is_equal(string setting)
    {
        (Scenario scenario, Schedule schedule) = Settings.ByName[setting];
        Person[] people = [];
        var evenings = new Dictionary<(int Person, int Day), (double T, double R, double D, double P)>();
        PlainTwin.Run(scenario, schedule, seed: 5, replicate: 2, evening: (day, present) =>
        {
            people = [.. present];
            foreach (Person person in present.Where(person => person.Follows))
            {
                evenings.Add((person.Index, day), (person.T, person.R, person.D, person.P));
            }
        });

        IReadOnlyList<Diary> diaries = Simulation.Watch(scenario, schedule, Enumerable.Range(0, people.Length + 5), seed: 5, replicate: 2);

        Assert.Equal(people.Length, diaries.Count);
        Assert.Equal(evenings.Count, diaries.Sum(diary => diary.Days.Count));
        foreach (Diary diary in diaries)
        {
            Person plain = people[diary.Person.Index];
            Assert.All(Personal, flow => Assert.True(plain.Counts[(int)flow] == diary.Count(flow), $"{flow} of person {plain.Index}: plain {plain.Counts[(int)flow]}, diary {diary.Count(flow)}"));
            Assert.Equal(plain.Follows, diary.Leaving is null);
            foreach (DiaryDay day in diary.Days)
            {
                (double trust, double relationship, double openness, double pressure) = evenings[(plain.Index, day.Day)];
                Assert.Equal(trust, day.Trust, Tolerance);
                Assert.Equal(relationship, day.Relationship, Tolerance);
                Assert.Equal(openness, day.Openness, Tolerance);
                Assert.InRange(Math.Abs(pressure - day.Pressure), 0, Tolerance * Math.Max(1, pressure));
            }
        }
    }

    [Fact]
    public void Traits_are_those_of_the_plain_person_and_days_are_in_order()
    {
        (Scenario scenario, Schedule schedule) = Settings.ByName["weekly"];
        Person? plain = null;
        PlainTwin.Run(scenario, schedule, seed: 1, replicate: 0, evening: (_, people) => plain = people[17]);

        Diary diary = Simulation.Watch(scenario, schedule, [17])[0];

        Assert.Equal(
            new Simulator.People.Follower(17, "followers", plain!.R0, plain.T0, plain.Tolerance, plain.Attention, plain.Appetite, plain.Consents, plain.Reach),
            diary.Person);
        Assert.Equal(Enumerable.Range(0, diary.Days.Count), diary.Days.Select(day => day.Day));
        Assert.Equal(diary.Entries.Select(entry => entry.Day).Order(), diary.Entries.Select(entry => entry.Day));
    }

    [Fact]
    public void A_reading_tells_how_the_message_felt_and_nothing_else_does()
    {
        (Scenario scenario, Schedule schedule) = Settings.ByName["weekly"];

        IReadOnlyList<Diary> diaries = Simulation.Watch(scenario, schedule, Enumerable.Range(0, 100));

        Assert.All(diaries.SelectMany(diary => diary.Entries), entry => Assert.Equal(entry.What == Flow.Read, entry.Spamminess is not null));
        Assert.All(diaries, diary => Assert.Equal(diary.Count(Flow.Annoyed), diary.Entries.Count(entry => entry.Annoyance > 0)));
        Assert.All(
            diaries.SelectMany(diary => diary.Entries.Where(entry => entry.What == Flow.Read).Select(entry => (diary.Person.Tolerance, entry))),
            read => Assert.Equal(read.entry.Spamminess > read.Tolerance, read.entry.Annoyance > 0));
    }

    [Fact]
    public void Watching_changes_nothing()
    {
        (Scenario scenario, Schedule schedule) = Settings.ByName["duplicates"];
        int[] everybody = [.. Enumerable.Range(0, scenario.Audience.Size * 2)];

        IReadOnlyList<Diary> diaries = Simulation.Watch(scenario, schedule, everybody, seed: 9);

        Outcome outcome = Simulation.Run(scenario, schedule, seed: 9);
        Assert.All(
            Personal.Select(flow => (Flow: flow, Booked: outcome.Ledger.Count(flow).ToArray().Sum())),
            booked => Assert.Equal(booked.Booked, diaries.Sum(diary => diary.Count(booked.Flow))));
        Assert.Equal(outcome.Ledger.Followers[^1], diaries.Count(diary => diary.Leaving is null));
    }

    [Fact]
    public void A_person_below_zero_is_refused_and_one_who_never_comes_has_no_diary()
    {
        (Scenario scenario, Schedule schedule) = Settings.ByName["silence"];

        Assert.Throws<ArgumentOutOfRangeException>(() => Simulation.Watch(scenario, schedule, [3, -1]));
        Assert.Empty(Simulation.Watch(scenario, schedule, [1_000_000]));
    }
}
