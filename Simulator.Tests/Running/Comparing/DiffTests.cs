using Experiments;
using Experiments.Running.Comparing;
using Simulator.Ledgers;

namespace Simulator.Tests.Running.Comparing;

public sealed class DiffTests
{
    private const string FewerPoints = "fewer points";

    [Fact]
    public void A_folder_is_identical_to_itself()
    {
        using TemporaryFolder folder = Folders(("one", []));

        Assert.Equal((ExitCode.Done, "The two experiments and their results are identical." + Environment.NewLine), Diff(folder, "one", "one"));
    }

    [Fact]
    public void Parameters_and_outcomes_that_changed_are_told()
    {
        using TemporaryFolder folder = Folders(("one", []), ("other", ["messages.book.value=0.3"]));

        (int code, string output) = Diff(folder, "one", "other");

        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Matches(@"\| messages\.book\.value +\| +0\.1 \| +0\.3 \|", output);
        Assert.Contains("18 cells (a policy at a point) are in both.", output, StringComparison.Ordinal);
        Assert.Contains("paired by replicate", output, StringComparison.Ordinal);
        Assert.DoesNotContain("| silent", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_has_every_outcome_that_differs_with_its_interval()
    {
        using TemporaryFolder folder = Folders(("one", []), ("other", ["messages.book.value=0.3"]));
        string[] lines = Diff(folder, "one", "other", csv: true).Out.TrimEnd().Split('\n');

        Assert.Equal("point,policy,outcome,first,second,difference,low,high,standardised,paired", lines[0]);
        string[] capital = lines.First(line => line.Contains(",weekly,relationship_capital,", StringComparison.Ordinal)).Split(',')[^7..];
        double[] numbers = [.. capital[..^1].Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal("true", capital[^1]);
        Assert.Equal(numbers[1] - numbers[0], numbers[2], 1e-9 * Math.Abs(numbers[1]));
        Assert.InRange(numbers[2], numbers[3], numbers[4]);
    }

    [Fact]
    public void Other_seeds_are_compared_without_pairing()
    {
        using TemporaryFolder folder = Folders(("one", []), ("other", ["seed=4"]));

        Assert.Contains("Welch", Diff(folder, "one", "other").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_are_matched_by_their_values_not_by_their_numbers()
    {
        using TemporaryFolder folder = Folders(("one", []), ("other", [FewerPoints]));

        (int code, string output) = Diff(folder, "one", "other");

        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("6 cells (a policy at a point) are in both. 12 cells are only in the first, 0 only in the second.", output, StringComparison.Ordinal);
        Assert.Contains("The runs that both have are identical.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_none_is_bad_input()
    {
        using TemporaryFolder folder = Folders(("one", []));

        Assert.Equal(ExitCode.BadInput, Diff(folder, "one", "none").ExitCode);
    }

    [Fact]
    public void The_interval_of_independent_samples_is_that_of_Welch()
    {
        // Variances 4.667 and 10.3: standard error √(4.667/4 + 10.3/5) = 1.796, ν = 6.874, t = 2.374.
        var interval = Experiments.Analysis.WelchInterval.Of([4, 5, 6, 9], [1, 2, 9, 3, 2])!.Value;

        Assert.Equal((2.6, -1.663, 6.863), (Math.Round(interval.Mean, 3), Math.Round(interval.Low!.Value, 3), Math.Round(interval.High!.Value, 3)));
    }

    [Fact]
    public void Outcomes_missing_in_one_of_two_runs_are_a_difference()
    {
        double[] Run(double first) => [first, .. Enumerable.Repeat(1.0, MetricInfo.All.Count - 1)];
        var old = new Dictionary<int, double[]> { [0] = Run(1), [1] = Run(2) };
        var changed = new Dictionary<int, double[]> { [0] = Run(1), [1] = Run(double.NaN) };

        OutcomeChange change = Assert.Single(CellComparison.Of("", "", old, changed, paired: true));

        Assert.Equal((1.5, 1.0), (change.Old, change.New));
    }

    private static TemporaryFolder Folders(params (string Name, string[] Overrides)[] experiments)
    {
        var folder = new TemporaryFolder();
        foreach ((string name, string[] overrides) in experiments)
        {
            string yaml = overrides.Contains(FewerPoints) ? SmallSweep.Yaml("6", "policies.weekly.sends[0].every: [7]") : SmallSweep.Yaml("6");
            SmallExperiment.Run(SmallSweep.Plan(folder, yaml, [.. overrides.Where(text => text != FewerPoints)]), folder[name]);
        }

        return folder;
    }

    private static (int ExitCode, string Out) Diff(TemporaryFolder folder, string one, string other, bool csv = false)
    {
        (var output, var error) = (new StringWriter(), new StringWriter());
        return (DiffCommand.Compare(folder[one], folder[other], csv, output, error), output.ToString());
    }
}
