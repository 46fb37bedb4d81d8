using System.Text.RegularExpressions;
using Experiments.Analysis.Findings;
using Experiments.Reports;

namespace Simulator.Tests.Reports;

public sealed partial class IndexPageTests
{
    [Fact]
    public void An_experiment_is_shown_with_its_question_its_answer_its_facts_and_links()
    {
        using var folder = new IndexFolder();
        string yaml = "name: cadence\npolicies:\n  - name: weekly\n  - name: monthly\nvary:\n  scenario.trust.loss: {label: trust lost, values: [0, 1]}\n";
        string path = folder.Add("cadence", "How often - and for how long?", yaml: yaml, findings: [new("a", "Ten days are best", "It earns 12."), new("b", "Haste does not pay", "Never.")]);
        File.WriteAllText(Path.Combine(path, "runs.csv"), "");
        Directory.CreateDirectory(Path.Combine(path, "charts"));

        string page = folder.Write();

        Assert.Contains("<h2><a href=\"cadence-01234567/report.html\">How often – and for how long?</a></h2>", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Ten days are best.</strong> It earns 12.", page, StringComparison.Ordinal);
        Assert.Contains("<li>Haste does not pay</li>", page, StringComparison.Ordinal);
        Assert.All(
            ["<dd>weekly, monthly</dd>", "<dd>trust lost</dd>", "<dd>2</dd>", "<dd>4</dd>", "<dd>24, none failed</dd>", "<dd>1 Mar 2026, 10:00 UTC</dd>", "<dd>01234567</dd>"],
            fact => Assert.Contains(fact, page, StringComparison.Ordinal));
        Assert.All(
            ["report.html", "experiment.yaml", "results.sqlite", "runs.csv", "charts/"],
            part => Assert.Contains($"href=\"cadence-01234567/{part}\"", page, StringComparison.Ordinal));
        Assert.DoesNotContain("days.csv", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"notice\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_beyond_the_fourth_are_folded_away()
    {
        using var folder = new IndexFolder();
        folder.Add("many", findings: [.. Enumerable.Range(1, 7).Select(number => new Finding($"{number}", $"finding {number}", ""))]);

        string[] parts = folder.Write().Split("<summary>3 more findings</summary>");

        Assert.Equal(["finding 2", "finding 3", "finding 4"], Item().Matches(parts[0]).Select(item => item.Groups[1].Value));
        Assert.Equal(["finding 5", "finding 6", "finding 7"], Item().Matches(parts[1]).Select(item => item.Groups[1].Value).Take(3));
    }

    [Fact]
    public void The_newest_run_of_an_experiment_stands_for_it_and_the_older_ones_say_what_they_did_otherwise()
    {
        using var folder = new IndexFolder();
        folder.Add("cadence", "The old question", "cadence-1", 1, "name: cadence\nscenario:\n  horizon: 30\n", [new("a", "The old answer", "")]);
        folder.Add("cadence", "The new question", "cadence-2", 2, "name: cadence\nscenario:\n  horizon: 365\n", [new("a", "The new answer", "")]);
        folder.Add("blast", hour: 0);

        string page = folder.Write();

        Assert.Equal(["cadence", "blast"], Card().Matches(page).Select(card => card.Groups[1].Value));
        Assert.Contains("<h2><a href=\"cadence-2/report.html\">The new question</a></h2>", page, StringComparison.Ordinal);
        string older = Older().Match(page).Value;
        Assert.Contains("1 older run", older, StringComparison.Ordinal);
        Assert.Contains("The old answer.", older, StringComparison.Ordinal);
        Assert.Contains("Differs from the newest run by scenario.horizon=30.", older, StringComparison.Ordinal);
        Assert.DoesNotContain("The new answer", older, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_folders_give_the_same_page()
    {
        using var folder = new IndexFolder();
        folder.Add("b");
        folder.Add("a");

        Assert.Equal(folder.Write(), folder.Write());
    }

    [Fact]
    public void Texts_and_names_are_shown_as_they_are_and_links_lead_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        using var folder = new IndexFolder();
        folder.Add("odd", "Is 1 < 2 & \"so\" <script>?", "a:b #1 50% ?é'", findings: [new("a", "<b>bold</b>", "x & y")]);

        string page = folder.Write();

        Assert.Contains("Is 1 &lt; 2 &amp; &quot;so&quot; &lt;script&gt;?", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;bold&lt;/b&gt;", page, StringComparison.Ordinal);
        string link = Link().Match(page).Groups[1].Value;
        Assert.Equal("a%3Ab%20%231%2050%25%20%3F%C3%A9%27/report.html", link);
        Assert.True(File.Exists(Path.Combine(folder.Path, Uri.UnescapeDataString(link))));
        Assert.DoesNotContain(folder.Path, page, StringComparison.Ordinal);
        Assert.DoesNotMatch(ReportTests.Loading(), page);
    }

    [Fact]
    public void Folders_that_hold_no_results_are_passed_over()
    {
        using var folder = new IndexFolder();
        folder.Add("real");
        Directory.CreateDirectory(folder["empty"]);
        Directory.CreateDirectory(folder["web"]);
        File.WriteAllText(folder["web", "manifest.json"], """{"short_name": "web"}""");
        File.WriteAllText(folder["notes.txt"], "");

        Assert.Equal("real", Assert.Single(IndexFile.Write(folder.Path)).Name);
    }

    [Fact]
    public void A_folder_without_answer_is_listed_with_what_to_do()
    {
        using var folder = new IndexFolder();
        string path = folder.Add("old", change: manifest => manifest with { Files = manifest.Files.Where(file => file.Key != "answer.json").ToDictionary() });
        File.Delete(Path.Combine(path, "answer.json"));

        string remark = Assert.Single(Remarks(folder.Write()));

        Assert.StartsWith("Its findings are not shown: it keeps no answer.json", remark, StringComparison.Ordinal);
        Assert.Contains("Delete its manifest.json and give the same command again", remark, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_of_another_experiment_is_not_shown()
    {
        using var folder = new IndexFolder();
        string path = folder.Add("mixed");
        new AnswerFile("mixed", "?", "another", [new("a", "Another answer", "")]).Write(path);

        string page = folder.Write();

        Assert.DoesNotContain("Another answer", page, StringComparison.Ordinal);
        Assert.Contains(Remarks(page), remark => remark.StartsWith("answer.json was changed by hand", StringComparison.Ordinal));
        Assert.Contains(Remarks(page), remark => remark.Contains("belongs to another experiment", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"name\": \"x\", \"question\": \"\", \"hash\": \"0123456789abcdef\", \"findings\": [null]}")]
    [InlineData("{\"name\": \"x\", \"question\": \"\", \"hash\": \"0123456789abcdef\", \"findings\": [{\"id\": \"a\"}]}")]
    [InlineData("[")]
    public void A_damaged_answer_is_named_and_nothing_of_it_shown(string text)
    {
        using var folder = new IndexFolder();
        File.WriteAllText(Path.Combine(folder.Add("damaged"), "answer.json"), text);

        Assert.Contains(Remarks(folder.Write()), remark => remark.Contains("answer.json is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void Failed_runs_missing_files_and_another_version_are_remarked_with_what_to_do()
    {
        using var folder = new IndexFolder();
        folder.Add("failed", change: manifest => manifest with { Failures = 3, Runs = 21 });
        File.Delete(Path.Combine(folder.Add("incomplete"), "report.html"));
        folder.Add("foreign", change: manifest => manifest with { ToolVersion = "0.0.9" });

        string page = folder.Write();

        Assert.Contains(Remarks(page), remark => remark.StartsWith("3 of 24 runs failed and are missing from its figures", StringComparison.Ordinal) && remark.Contains("Once the cause is removed: move the folder away", StringComparison.Ordinal));
        Assert.Contains(Remarks(page), remark => remark.StartsWith("report.html is missing. Delete its manifest.json", StringComparison.Ordinal));
        Assert.Contains(Remarks(page), remark => remark.StartsWith("Written by version 0.0.9;", StringComparison.Ordinal) && remark.EndsWith("Move the folder away and run its experiment.yaml again.", StringComparison.Ordinal));
        Assert.DoesNotContain("href=\"incomplete-01234567/report.html\"", page, StringComparison.Ordinal);
        Assert.Contains("3 with a remark", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_from_before_something_was_added_to_it_is_still_read()
    {
        using var folder = new IndexFolder();
        string file = Path.Combine(folder.Add("old", tables: 1), "manifest.json");
        File.WriteAllLines(file, File.ReadAllLines(file).Where(line => !line.Contains("eplication", StringComparison.Ordinal) && !line.Contains("leastReplicates", StringComparison.Ordinal)));

        string page = folder.Write();

        Assert.Contains("old pays", page, StringComparison.Ordinal);
        string remark = Assert.Single(Remarks(page));
        Assert.StartsWith("Written by another build of this version, with other result tables", remark, StringComparison.Ordinal);
        Assert.EndsWith("Move the folder away and run its experiment.yaml again.", remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Replicates_that_differ_between_policies_are_shown_as_a_range()
    {
        using var folder = new IndexFolder();
        folder.Add("adaptive", change: manifest => manifest with { LeastReplicates = 20, Replicates = 500 });

        Assert.Contains("<dd>20 to 500</dd>", folder.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_manifest_is_listed_as_not_finished_with_the_command_that_goes_on()
    {
        using var folder = new IndexFolder();
        string path = folder.Add("half", yaml: "name: half\nquestion: Half a question?\n", folder: "half done");
        File.Delete(Path.Combine(path, "manifest.json"));

        string page = folder.Write();

        Assert.Contains("<h3>Half a question?</h3>", page, StringComparison.Ordinal);
        Assert.Contains("<code>run &quot;results/half done/experiment.yaml&quot; --out &quot;results/half done&quot;</code>", page, StringComparison.Ordinal);
        Assert.Contains("No finished experiment yet", page, StringComparison.Ordinal);
        Assert.Contains("1 result folder · 1 not finished", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"name\": \"x\"}")]
    [InlineData("{\"name\": ")]
    public void An_unreadable_manifest_is_listed_as_damaged_and_the_rest_goes_on(string text)
    {
        using var folder = new IndexFolder();
        folder.Add("sound");
        File.WriteAllText(Path.Combine(folder.Add("damaged"), "manifest.json"), text);

        string page = folder.Write();

        Assert.StartsWith("Its manifest.json cannot be read", Assert.Single(Remarks(page)), StringComparison.Ordinal);
        Assert.Equal("sound", Card().Match(page).Groups[1].Value);
        Assert.Contains("1 damaged", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_with_a_null_where_a_text_is_to_be_is_damaged()
    {
        using var folder = new IndexFolder();
        folder.Add("sound", change: manifest => manifest with { Files = null! });

        Assert.Equal(ResultState.Damaged, Assert.Single(IndexFile.Write(folder.Path)).State);
    }

    [Fact]
    public async Task Processes_that_finish_at_once_leave_a_whole_page_with_all_experiments()
    {
        using var folder = new IndexFolder();
        await Parallel.ForAsync(0, 12, (number, _) =>
        {
            folder.Add($"experiment{number}", hour: number);
            IndexFile.Write(folder.Path);
            return ValueTask.CompletedTask;
        });

        Assert.Equal(Enumerable.Range(0, 12).Reverse().Select(number => $"experiment{number}"), Card().Matches(folder.Page).Select(card => card.Groups[1].Value));
        Assert.EndsWith("</html>", folder.Page, StringComparison.Ordinal);
        Assert.Equal([IndexFile.FileName], Directory.GetFiles(folder.Path).Select(path => Path.GetFileName(path)));
    }

    private static string[] Remarks(string page) => [.. Remark().Matches(page).Select(remark => System.Net.WebUtility.HtmlDecode(remark.Groups[1].Value))];

    [GeneratedRegex("<article class=\"card\" data-name=\"(.*?)\"")]
    private static partial Regex Card();

    [GeneratedRegex("<details.*?</details>", RegexOptions.Singleline)]
    private static partial Regex Older();

    [GeneratedRegex("<h2><a href=\"(.*?)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<li>(finding [0-9])</li>")]
    private static partial Regex Item();

    [GeneratedRegex("<p class=\"notice\">(.*?)</p>")]
    private static partial Regex Remark();
}
