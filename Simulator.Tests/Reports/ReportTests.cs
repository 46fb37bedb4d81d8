using System.Text.RegularExpressions;
using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Reports;
using Simulator.Ledgers;
using Simulator.Policies;
using Spectre.Console;
using static Simulator.Tests.Analysis.Synthetic;

namespace Simulator.Tests.Reports;

public sealed partial class ReportTests
{
    [Fact]
    public void The_page_loads_nothing_and_holds_every_chart()
    {
        using var folder = new ReportFolder();

        Assert.DoesNotMatch(Loading(), folder.Page);
        Assert.DoesNotContain("{{", Markup(folder.Page), StringComparison.Ordinal);
        string[] ids = ["sales-and-trust", "net-value", "break-even", "exchange", "iceberg", "whereabouts", "funnel", "poll", "what-if-1"];
        Assert.All(ids, id => Assert.Contains($"data-chart=\"{id}\"", folder.Page, StringComparison.Ordinal));
        Assert.Equal(ids.Order(), folder.Figures.Select(file => Path.GetFileNameWithoutExtension(file)).Order());
    }

    [Fact]
    public void Every_chart_says_how_many_replicates_which_seed_and_which_experiment()
    {
        using var folder = new ReportFolder();

        string[] captions = [.. Caption().Matches(folder.Page).Select(match => match.Groups[1].Value)];

        Assert.Equal(folder.Figures.Count, captions.Length);
        Assert.All(captions, caption =>
        {
            Assert.Contains("n = 4 replicates", caption, StringComparison.Ordinal);
            Assert.Contains("seed 1", caption, StringComparison.Ordinal);
            Assert.Contains("experiment 01234567", caption, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Text_of_the_experiment_is_shown_as_text()
    {
        using var folder = new ReportFolder(failure: true);

        Assert.Contains("<title>Does it pay &lt;now&gt; – or later?</title>", folder.Page, StringComparison.Ordinal);
        Assert.Contains("the disk &lt;b&gt;is&lt;/b&gt; full", folder.Page, StringComparison.Ordinal);
        Assert.Contains("1 run failed and is missing", folder.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void One_replicate_is_reported_without_intervals()
    {
        using var folder = new ReportFolder(replicates: 1);

        Assert.Contains("This is a single replicate.", folder.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("(95% interval", Markup(folder.Page), StringComparison.Ordinal);
        Assert.Contains("one replicate, so no interval or band", folder.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_day_leaves_out_what_has_no_course_and_says_so()
    {
        using var folder = new ReportFolder(horizon: 1);

        Assert.Contains("a single day has no course", folder.Page, StringComparison.Ordinal);
        Assert.Contains("no poll was answered within the horizon", folder.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-chart=\"net-value\"", folder.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_without_case_or_what_if_says_so()
    {
        using var folder = new ReportFolder(theCase: null, whatIf: false);

        Assert.Contains("names no policy as the case", folder.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("what-if-1", folder.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_alone_is_reported_without_empty_charts()
    {
        using var folder = new ReportFolder(policies: [Schedule.Silent], theCase: null, whatIf: false);

        Assert.Contains("There are too few results to answer the question", folder.Page, StringComparison.Ordinal);
        Assert.Equal("whereabouts", Path.GetFileNameWithoutExtension(Assert.Single(folder.Figures)));
    }

    [Fact]
    public void Twenty_policies_each_have_a_look_of_their_own()
    {
        Schedule[] many = [Schedule.Silent, .. Enumerable.Range(1, 20).Select(index => SmallStore.Policies[1] with { Name = $"policy {index}" })];
        using var folder = new ReportFolder(replicates: 2, horizon: 8, policies: many, theCase: null, whatIf: false);

        var styles = Experiments.Charts.PolicyStyle.Of(many.Select(policy => policy.Name));

        Assert.Equal(21, styles.Values.Distinct().Count());
        Assert.Contains("data-chart=\"exchange\"", folder.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_console_gives_the_same_answer_as_plain_text()
    {
        using var folder = new ReportFolder();
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = 200;

        ConsoleAnswer.Write(console, folder.Report);

        string written = text.ToString();
        Assert.DoesNotContain('\u001b', written);
        Assert.Contains("one blast", written, StringComparison.Ordinal);
        Assert.All(folder.Report.Answer.Findings, finding => Assert.Contains(finding.Text[..40], written, StringComparison.Ordinal));
    }

    [Fact]
    public void The_console_does_not_print_a_debt_that_cannot_be_told_from_zero()
    {
        StoredResults results = Results(
            Facts(),
            Policy("open", 5, (Metric.TrustDebt, 0)).With(Metric.TrustDebt, 0.2, 0),
            Policy("spent", 5, (Metric.TrustDebt, 0.1)).With(Metric.TrustDebt, 0.2, 0.1));
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 200;

        ConsoleAnswer.Write(console, new Report("", results, Answer.Of(results)));

        string[] rows = text.ToString().Split('\n');
        Assert.Contains("≈ 0", rows.Single(row => row.StartsWith("| open", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("10%", rows.Single(row => row.StartsWith("| spent", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_that_never_varies_has_no_interval_in_the_table()
    {
        using var folder = new ReportFolder();

        Assert.DoesNotContain("<small>0 to 0</small>", folder.Page, StringComparison.Ordinal);
        Assert.Contains("\">0</td>", folder.Page, StringComparison.Ordinal);
    }

    // The page without scripts: plotly itself mentions addresses and braces that nothing loads or fills.
    private static string Markup(string page) => Script().Replace(page, "");

    [GeneratedRegex("""<(script|link|img|iframe|source|video|audio|object|embed)\b[^>]*\s(src|href|data)\s*=|@import|url\(\s*['"]?http""", RegexOptions.IgnoreCase)]
    internal static partial Regex Loading();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<figcaption>(.*?)</figcaption>")]
    private static partial Regex Caption();
}
