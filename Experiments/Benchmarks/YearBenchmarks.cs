using BenchmarkDotNet.Attributes;
using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.People;
using Simulator.Policies;
using Simulator.RandomStreams;
using Simulator.Tests.Twin;

namespace Experiments.Benchmarks;

/// <summary>A year of the case's audience, one thread: founded, silent, pitched to every week, and the same by the plain twin.</summary>
public class YearBenchmarks
{
    private readonly Founding _founding = new(new Audience());
    private readonly int _peopleEver = BenchmarkYear.PeopleEver();
    private int _replicate;

    /// <summary>Founds as many people as a silent year ever has.</summary>
    /// <returns>Their number.</returns>
    [Benchmark(Description = BenchmarkNames.Founding)]
    public int Founding()
    {
        using var people = new Followers(_peopleEver);
        _founding.Welcome(people, new Draws(1, _replicate++), _peopleEver);
        return people.Count;
    }

    /// <summary>A silent year.</summary>
    /// <returns>The ledger.</returns>
    [Benchmark(Description = BenchmarkNames.SilentYear)]
    public Ledger SilentYear() => new Run(new Scenario(), Schedule.Silent, 1, _replicate++).Complete(CancellationToken.None);

    /// <summary>A year with a pitch every week.</summary>
    /// <returns>The ledger.</returns>
    [Benchmark(Description = BenchmarkNames.WeeklyYear)]
    public Ledger WeeklyYear() => BenchmarkYear.Weekly(new Scenario(), _replicate++);

    /// <summary>The same year, day by day.</summary>
    /// <returns>The twin's ledger.</returns>
    [Benchmark(Description = BenchmarkNames.PlainTwin)]
    public object PlainTwinWeeklyYear() => PlainTwin.Run(new Scenario(), BenchmarkYear.WeeklyPitch, 1, _replicate++);
}
