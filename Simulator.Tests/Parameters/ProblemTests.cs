using Simulator.Engine;
using Simulator.Parameters;
using Simulator.People;
using Simulator.Policies;
using Simulator.Tests.Patterns;

namespace Simulator.Tests.Parameters;

public sealed class ProblemTests
{
    [Fact]
    public void The_defaults_are_sound()
    {
        Assert.Empty(new Scenario().Problems());
        Assert.Empty(CmoJoe.OneBlast.Problems());
        Assert.Empty(CmoJoe.Weekly.Problems());
    }

    [Fact]
    public void All_problems_are_told_at_once_with_path_value_and_range()
    {
        var scenario = new Scenario
        {
            Horizon = 0,
            Trust = new() { Loss = 1.5, ForgiveHalfLife = double.NaN },
            Audience = new Audience { Trust = new BetaShape(1, 8) },
        };
        IReadOnlyList<Problem> problems = scenario.Problems("scenario");
        Assert.Equal(
            ["scenario.audience.trust.mean", "scenario.horizon", "scenario.trust.forgiveHalfLife", "scenario.trust.loss"],
            problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        Assert.Contains(problems, problem => problem.Message == "1.5 is not allowed; from 0 to 1.");
    }

    [Fact]
    public void Problems_in_lists_name_their_place()
    {
        var schedule = new Schedule { Sends = [new Send { Message = CmoJoe.Book }, new Send { Message = CmoJoe.Book with { Value = 2 }, Every = 0 }] };
        Assert.Equal(["sends[1].every", "sends[1].message.value"], schedule.Problems().Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Shares_of_segments_add_to_one_and_names_differ()
    {
        var audience = new Audience { Segments = [new Segment { Name = "a", Share = 0.5 }, new Segment { Name = "a", Share = 0.4 }] };
        Assert.Equal(["segments", "segments[1].name"], audience.Problems().Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_run_refuses_what_has_problems()
    {
        var failure = Assert.Throws<ArgumentException>(() => Simulation.Run(new Scenario { Horizon = -1, Drift = new() { Base = 2 } }, Schedule.Silent));
        Assert.Contains("scenario.horizon", failure.Message);
        Assert.Contains("scenario.drift.base", failure.Message);
    }

    [Fact]
    public void Every_parameter_of_a_scenario_has_a_meaning()
    {
        var seen = new HashSet<Type>();
        AssertDescribed(typeof(Scenario), seen);
        Assert.True(seen.Count > 15);
    }

    private static void AssertDescribed(Type group, HashSet<Type> seen)
    {
        if (!typeof(ParameterSet).IsAssignableFrom(group) || !seen.Add(group))
        {
            return;
        }

        foreach (var property in group.GetProperties().Where(property => property.CanWrite && property.PropertyType != typeof(Simulator.WordOfMouth.FollowerGraph)))
        {
            var parameter = (ParameterAttribute?)Attribute.GetCustomAttribute(property, typeof(ParameterAttribute));
            Assert.True(parameter is { Meaning.Length: > 0 }, $"{group.Name}.{property.Name}");
            AssertDescribed(property.PropertyType, seen);
        }
    }
}
