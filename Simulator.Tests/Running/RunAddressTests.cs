using Experiments.Running;
using Simulator.Engine;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;
using Simulator.WordOfMouth;

namespace Simulator.Tests.Running;

public sealed class RunAddressTests
{
    private static readonly Message Book = new() { Name = "book", Offer = true };
    private static readonly Scenario World = new() { Horizon = 10, Audience = new Audience { Size = 4 } };
    private static readonly Schedule Weekly = Schedule.Cadence(Book, 7, 2);

    [Fact]
    public void Names_of_policies_and_messages_do_not_matter()
    {
        Schedule renamed = Schedule.Cadence(Book with { Name = "novel" }, 7, 2) with { Name = "another" };

        Assert.Equal(Address(World, Weekly), Address(World, renamed));
    }

    [Fact]
    public void Everything_that_determines_a_run_matters()
    {
        string[] addresses =
        [
            Address(World, Weekly),
            Address(World, Schedule.Silent),
            Address(World, Weekly with { Sends = [] }),
            Address(World, Weekly, seed: 2),
            Address(World with { Horizon = 11 }, Weekly),
            Address(World, Weekly with { SignalNoise = 2 }),
            Address(World, Schedule.Cadence(Book, 8, 2)),
            Address(World, Schedule.Cadence(Book with { Value = 0.2 }, 7, 2)),
            Address(World with { Graph = FollowerGraph.Of(4, [(0, 1), (2, 1)]) }, Weekly),
            Address(World with { Graph = FollowerGraph.Of(4, [(0, 1), (1, 2)]) }, Weekly),
        ];

        Assert.Equal(addresses.Length, addresses.Distinct().Count());
    }

    [Fact]
    public void Two_messages_alike_stay_two_messages()
    {
        Schedule One(string second) => Weekly with { Sends = [Weekly.Sends[0], new Send { Message = Book with { Name = second }, First = 3 }] };

        Assert.NotEqual(Address(World, One("book")), Address(World, One("novel")));
    }

    [Fact]
    public void A_graph_is_known_by_its_edges_not_by_its_file()
    {
        Scenario From(string file) => World with
        {
            Graph = FollowerGraph.Of(4, [(0, 1)]),
            WordOfMouth = World.WordOfMouth with { Network = file },
        };

        Assert.Equal(Address(From("/here/edges.csv"), Weekly), Address(From("/there/edges.csv"), Weekly));
    }

    private static string Address(Scenario scenario, Schedule policy, ulong seed = 1) =>
        Assert.Single(RunAddress.Of(new Point(0, "", new Dictionary<string, string>(), scenario, [policy]), seed));
}
