using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Config;
using Experiments.Emulation;
using Experiments.Reports;
using Experiments.Store;
using Microsoft.Playwright;
using Simulator.Ledgers;
using Simulator.Tests.Analysis.Sweeps;
using Simulator.Tests.Reports;
using Simulator.Tests.Running;

namespace Simulator.Tests.Emulation;

public sealed class SweepEmulatorTests
{
    /// <summary>Net value is a hill over the rhythm and a slope over trust lost; 7×7 combinations.</summary>
    private static SweepStore Hill { get; } = new()
    {
        Sweep = SweepStore.Grid(
            SweepStore.Factor("scenario.trust.loss", "trust lost", 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6),
            SweepStore.Factor("policies.regular.every", "days between messages", 2, 4, 6, 8, 10, 12, 14)),
        NetValue = (_, levels, time) => time * NetValue(levels[0].Number!.Value, levels[1].Number!.Value),
        TrustDebt = (_, levels) => 0.4 * levels[0].Number!.Value,
        Outcomes = ["net_value", "complaints"],
        Noise = (5, 1),
        Days = 3,
    };

    private static double NetValue(double lost, double every) => 100 - (80 * lost) - Math.Pow((every - 9) / 1.5, 2);

    private static ExperimentFacts Asked(SweepStore store) => store.Facts with { Analyses = [AnalysisNames.Emulator] };

    private static SweepResults Results(SweepStore store)
    {
        using var folder = new TemporaryFolder();
        return Experiments.Analysis.Sweeps.SweepReader.Read(store.Write(folder.Path), Asked(store));
    }

    [Fact]
    public void A_stored_sweep_foretells_what_lies_between_its_points()
    {
        SweepEmulator emulator = Results(Hill).Emulators[0];

        Prediction prediction = emulator.Predict([0.25, 9]);

        Assert.True(emulator.Fits, emulator.Refusal);
        Assert.Equal((Metric.NetValue, true, 49, 0), (emulator.Outcome.Metric, emulator.Outcome.IsDifference, emulator.Count, emulator.Missing));
        Assert.InRange(prediction.Mean - NetValue(0.25, 9), -4 * prediction.Deviation, 4 * prediction.Deviation);
        Assert.InRange(prediction.Deviation, 0.01, 1);
        Assert.Contains("“trust lost”", Assert.Throws<RefusedException>(() => emulator.Predict([0.7, 9])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_main_effects_are_those_of_the_function()
    {
        IReadOnlyList<MainEffect> effects = Results(Hill).Emulators[0].Effects;

        // Over the ranges, the slope has variance 48²/12 = 192, the hill about that of ((every − 9)/1.5)².
        double[] hill = [.. Enumerable.Range(0, 1001).Select(step => Math.Pow((2 + (12.0 * step / 1000) - 9) / 1.5, 2))];
        double variance = hill.Average(value => value * value) - Math.Pow(hill.Average(), 2);
        double slope = effects.Single(effect => effect.Axis == 0).Share;
        Assert.Equal(192 / (192 + variance), slope, 0.03);
        Assert.Equal(1, effects.Sum(effect => effect.Share), 0.03);
        Assert.Equal(0.5833, effects.Single(effect => effect.Axis == 1).Highest.Position, 0.08);
        Assert.Equal(48, effects.Single(effect => effect.Axis == 0).Highest.Expected.Mean - effects.Single(effect => effect.Axis == 0).Lowest.Expected.Mean, 2.0);
    }

    [Fact]
    public void What_does_not_vary_is_refused_and_the_page_says_so()
    {
        using var folder = new TemporaryFolder();
        SweepStore store = Hill with { Complaints = (_, _) => 3 };
        store.Write(folder.Path);

        var report = (SweepReport)ReportWriter.Write(folder.Path, Asked(store));
        string page = File.ReadAllText(report.Page);

        SweepEmulator complaints = report.Results.Emulators[1];
        Assert.Contains("the same at every point", complaints.Refusal, StringComparison.Ordinal);
        Assert.Contains("Not offered for complaints.", page, StringComparison.Ordinal);
        Assert.Contains("id=\"what-if-panel\"", page, StringComparison.Ordinal);
        Assert.Contains(report.Answer.Findings, finding => finding.Title == "No emulator is offered for complaints: it does not fit");
        Assert.Contains(report.Charts, chart => chart.Id == "emulator-effects-net-value");
        Assert.Contains(report.Charts, chart => chart is Experiments.Charts.OmittedChart && chart.Id == "emulator-effects-complaints");
    }

    [Fact]
    public void Without_an_emulator_that_fits_a_page_offers_no_sliders()
    {
        using var folder = new TemporaryFolder();
        SweepStore store = Hill with { NetValue = (_, _, _) => 0, Noise = (5, 0), Outcomes = ["net_value"] };
        store.Write(folder.Path);

        string page = File.ReadAllText(ReportWriter.Write(folder.Path, Asked(store)).Page);

        Assert.Contains("Not offered for net value above silence.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("what-if-panel\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("window.whatIf", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_who_does_not_ask_gets_an_emulator()
    {
        using var folder = new TemporaryFolder();
        Hill.Write(folder.Path);

        var report = (SweepReport)ReportWriter.Write(folder.Path, Hill.Facts);

        Assert.Empty(report.Results.Emulators);
        Assert.DoesNotContain("what-if\"", File.ReadAllText(report.Page), StringComparison.Ordinal);
    }

    [Fact]
    public void Designs_that_teach_nothing_of_combinations_are_refused_with_the_reason()
    {
        Refused(KnownSweeps.Alone, "oneAtATime");
        Refused(KnownSweeps.Additive, "“what it says” takes words");
        Refused(KnownSweeps.Worlds, "15 points for 2 factors");
        Refused(KnownSweeps.Rhythm, "5 points for 1 factor");
    }

    private static void Refused(SweepStore store, string reason)
    {
        SweepEmulator emulator = Results(store).Emulators[0];
        Assert.False(emulator.Fits);
        Assert.Contains(reason, emulator.Refusal, StringComparison.Ordinal);
        Assert.Throws<RefusedException>(() => emulator.Predict([0.3, 3, 3, 3]));
    }

    [Fact]
    public void Luck_that_all_points_share_is_told_from_luck_of_their_own()
    {
        var moments = new PointMoments();
        for (int point = 0; point < 40; point++)
        {
            for (int replicate = 0; replicate < 50; replicate++)
            {
                moments.Add(point, replicate, point + (3 * SweepStore.Luck(replicate, 1)) + SweepStore.Luck((replicate * 40) + point, 2));
            }
        }

        // Uniform luck from −a to a has variance a²/3: 3 is shared, 1/3 is not.
        Assert.Equal(10.0 / 3, moments.MeanVariance!.Value, 0.6);
        Assert.Equal(0.9, moments.SharedShare!.Value, 0.03);
        Assert.Equal(50, moments.Replicates);

        var own = new PointMoments();
        var single = new PointMoments();
        for (int point = 0; point < 40; point++)
        {
            single.Add(point, 0, SweepStore.Luck(point, 3));
            for (int replicate = 0; replicate < 50; replicate++)
            {
                own.Add(point, replicate, SweepStore.Luck((replicate * 40) + point, 2));
            }
        }

        Assert.InRange(own.SharedShare!.Value, 0, 0.03);
        Assert.Null(single.SharedShare);
        Assert.Null(single.MeanVariance);
    }

    [Fact]
    public void What_was_observed_rules_out_what_cannot_have_brought_it_about()
    {
        SweepResults results = Results(Hill);
        SweepEmulator emulator = results.Emulators[0];
        var target = new MatchTarget("net value", emulator.Outcome, NetValue(0.1, 9), NetValue(0.1, 9), 0.5);

        var match = HistoryMatch.Of([(target, emulator)], 1);

        // The truth is not ruled out, the far corner is, and the trust that can have been lost is bounded from above.
        double run = emulator.Emulator!.Training.RunVariance!.Value;
        Assert.True(target.Implausibility(emulator.Predict([0.1, 9]), run) < 3);
        Assert.True(target.Implausibility(emulator.Predict([0.6, 2]), run) > 3);
        Assert.InRange(match.Left.Mean, 0.02, 0.4);
        (double low, double high) = match.RangeOf(0)!.Value;
        Assert.InRange(low, 0, 0.1 / 0.6);
        Assert.InRange(high, 0.1 / 0.6, 0.4);
        Assert.Equal(0, match.DepthOf(0)[9]);
        Assert.True(match.Implausibility[match.Best] < 0.2);
        Assert.Equal(match.Left, match.LeftBy(0));
    }

    [Fact]
    public void Targets_are_read_as_they_are_written_and_scaled_to_the_audience()
    {
        MatchTarget value = Assert.Single(MatchTarget.Read("complaints=17±4", hasSilence: true, 21_000));
        Assert.Equal((17, 17, 4, Metric.Complaints), (value.Low, value.High, value.Deviation, value.Outcome.Metric));
        Assert.Equal(value, Assert.Single(MatchTarget.Read("complaints=17+-4", hasSilence: true, 21_000)));
        Assert.Equal(1.5, value.Implausibility(new Prediction(26, 9), 11), 1e-9);

        MatchTarget case1 = Assert.Single(MatchTarget.Read("A1", hasSilence: true, 2_100));
        Assert.Equal(1.85, case1.Low, 1e-9);
        Assert.Contains("scaled from 21,000 to 2,100 followers", case1.Name, StringComparison.Ordinal);
        MatchTarget noDip = Assert.Single(MatchTarget.Read("A4", hasSilence: true, 2_100));
        Assert.Equal((2_100.0, double.PositiveInfinity), (noDip.Low, noDip.High));
        Assert.Equal(0, noDip.Implausibility(new Prediction(2_500, 1), 1));
        Assert.Equal(["A1", "A2", "A3", "A4", "A5"], MatchTarget.Read("evidence", hasSilence: true, 21_000).Select(target => target.Name[..2]));

        Assert.Contains("did you mean 'complaints'?", Assert.Throws<RefusedException>(() => MatchTarget.Read("complaint=17±4", hasSilence: true, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("Write outcome=value±error", Assert.Throws<RefusedException>(() => MatchTarget.Read("complaints=17", hasSilence: true, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<RefusedException>(() => MatchTarget.Read("complaints=17±-1", hasSilence: true, 1));
    }

    [Fact]
    public async Task The_sliders_foretell_what_the_program_foretells_and_listen_to_the_keyboard()
    {
        string browserPath = BrowserTests.Browser();
        using var folder = new TemporaryFolder();
        Hill.Write(folder.Path);
        var report = (SweepReport)ReportWriter.Write(folder.Path, Asked(Hill));
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = browserPath, Args = ["--no-sandbox", "--disable-background-networking"] });
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 375, Height = 800 } });
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(new Uri(report.Page).AbsoluteUri);
        await page.WaitForSelectorAsync("#what-if-panel:not([hidden])");

        double[] told = await page.EvaluateAsync<double[]>("[[0.5, 0.5], [0.31, 0.77], [1, 0]].flatMap(point => { const told = whatIf.predict(whatIf.outcomes[0], point); return [told.mean, told.variance]; })");
        string before = await page.InnerTextAsync(".what-if-outcome .value");
        await page.FocusAsync("#what-if-0");
        for (int press = 0; press < 60; press++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await page.WaitForFunctionAsync("before => document.querySelector('.what-if-outcome .value').innerText !== before", before);
        string text = (await page.GetAttributeAsync("#what-if-0", "aria-valuetext"))!;
        int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");

        Emulator emulator = report.Results.Emulators[0].Emulator!;
        double[] expected = [.. new double[][] { [0.5, 0.5], [0.31, 0.77], [1, 0] }.Select(point => emulator.Predict(point)).SelectMany(prediction => new[] { prediction.Mean, prediction.Variance })];
        Assert.Empty(errors);
        Assert.All(expected, (value, index) => Assert.Equal(value, told[index], 1e-6 * Math.Max(1, Math.Abs(value))));
        Assert.Equal("0.48", text);
        Assert.True(overflow <= 0, $"the page is {overflow} pixels wider than the screen");
    }
}
