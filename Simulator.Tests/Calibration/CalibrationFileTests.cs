using Simulator.Tests.Config;

namespace Simulator.Tests.Calibration;

/// <summary>What is wrong with a calibration's file is told before anything is run.</summary>
public sealed class CalibrationFileTests
{
    [Theory]
    [InlineData("calibrate.evidence[0].error=null", "the evidence 'complaints' has no error model")]
    [InlineData("calibrate.evidence[0].error={model: guess}", "there is no error model 'guess'; known: heard, interval, poll, normal")]
    [InlineData("calibrate.evidence[0].error.from=0", "needs 'from' above 0 and 'to' of at most 1")]
    [InlineData("calibrate.evidence[1].error.to=null", "an interval with one end needs 'sd'")]
    [InlineData("calibrate.evidence[1].error={model: interval, from: 9, to: 3}", "'from' must be below 'to'")]
    [InlineData("calibrate.evidence[3].observed=70", "of 65 answers 0 to 65 can be negative")]
    [InlineData("calibrate.evidence[0].observed=null", "the evidence 'complaints' needs what was observed")]
    [InlineData("calibrate.evidence[0].outcome=complaint", "there is no outcome 'complaint'; did you mean 'complaints'?")]
    [InlineData("calibrate.evidence[1].name=poll", "two pieces of evidence are called 'poll'")]
    [InlineData("calibrate.evidence[1].reading=some", "there is no reading 'some' under 'readings'; known: few, many")]
    [InlineData("calibrate.evidence=[]", "there is nothing to calibrate on")]
    [InlineData("calibrate.rival.set={scenario.trust.gain: 0}", "the null hypothesis fixes 'scenario.trust.gain', which is not varied")]
    [InlineData("scenario.horizon=7", "'poll_negative_share' exists from day 8 on, but only 7 days are simulated")]
    [InlineData("vary={scenario.trust.loss: {from: 0, to: 1.4}}", "from 0 to 1")]
    public void A_file_that_cannot_be_calibrated_says_what_to_change(string set, string expected)
    {
        using var folder = new ExperimentFolder();
        Assert.Contains(folder.Problems(SmallCalibration.Yaml, set), problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Too_few_particles_for_the_parameters_are_refused_with_a_number_that_would_do()
    {
        using var folder = new ExperimentFolder();
        string yaml = SmallCalibration.Yaml + "\n  scenario.trust.gain: {from: 0, to: 0.3}\n  scenario.openness.loss: {from: 0, to: 0.3}\n";
        Assert.Contains("20 are too few for 6 parameters; take at least 24", Assert.Single(folder.Problems(yaml, "calibrate.particles=20")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_mistakes_has_no_problem()
    {
        using var folder = new ExperimentFolder();
        Assert.Empty(folder.Problems(SmallCalibration.Yaml));
    }
}
