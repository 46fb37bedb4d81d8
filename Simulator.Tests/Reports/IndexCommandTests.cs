using Experiments;
using Experiments.Reports;
using Experiments.Running;
using Simulator.Tests.Running;

namespace Simulator.Tests.Reports;

public sealed class IndexCommandTests
{
    private const string Tiny = """
        name: tiny-indexed
        question: Does one message pay?
        replicates: 2
        scenario: {horizon: 10, audience: {size: 60}}
        messages: {book: {promotion: 0.9, personalization: 0.1, value: 0.1, offer: true}}
        policies:
          - name: one blast
            sends: [{message: book, first: 0, times: 1, over: 3}]
        """;

    [Fact]
    public async Task A_run_keeps_its_findings_for_machines_and_its_folder_is_indexed_by_the_command()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["tiny.yaml"], Tiny);
        Assert.Equal(ExitCode.Done, (await Run("run", folder["tiny.yaml"], "--quiet", "--out", Path.Combine(folder["results"], "a"))).Code);
        Assert.False(File.Exists(Path.Combine(folder["results"], "index.html")));

        (int code, string output, string error) = await Run("index", folder["results"]);

        Assert.Equal((ExitCode.Done, Path.Combine(folder["results"], "index.html"), ""), (code, output.TrimEnd(), error));
        var manifest = Manifest.Read(Path.Combine(folder["results"], "a"));
        AnswerFile? answer = AnswerFile.Read(Path.Combine(folder["results"], "a"), manifest.Hash);
        Assert.NotNull(answer);
        Assert.Equal(("tiny-indexed", "Does one message pay?"), (answer.Name, answer.Question));
        Assert.NotEmpty(answer.Findings);
        Assert.Contains("answer.json", manifest.Files.Keys);
        string page = File.ReadAllText(output.TrimEnd());
        Assert.Contains(System.Net.WebUtility.HtmlEncode(answer.Findings[0].Title), page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"notice\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_refreshes_a_page_that_is_there_and_leaves_a_page_of_somebody_else_alone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["tiny.yaml"], Tiny);
        Directory.CreateDirectory(folder["ours"]);
        Directory.CreateDirectory(folder["theirs"]);
        await Run("index", folder["ours"]);
        string theirs = Path.Combine(folder["theirs"], "index.html");
        File.WriteAllText(theirs, "<p>mine</p>");

        await Run("run", folder["tiny.yaml"], "--quiet", "--out", Path.Combine(folder["ours"], "a") + Path.DirectorySeparatorChar);
        (int code, _, string error) = await Run("run", folder["tiny.yaml"], "--quiet", "--out", Path.Combine(folder["theirs"], "a"));

        Assert.Contains("Does one message pay?", File.ReadAllText(Path.Combine(folder["ours"], "index.html")), StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, "", "<p>mine</p>"), (code, error, File.ReadAllText(theirs)));
        (code, _, error) = await Run("index", folder["theirs"]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("Move it away", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_into_the_default_folder_writes_the_page_there()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["tiny.yaml"], Tiny);
        (int code, string output, _) = await Run("run", folder["tiny.yaml"], "--quiet");
        string results = output.TrimEnd();
        try
        {
            Assert.Equal(ExitCode.Done, code);
            Assert.Contains("tiny-indexed", File.ReadAllText(Path.Combine(Path.GetDirectoryName(results)!, "index.html")), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(results, recursive: true);
            File.Delete(Path.Combine(Path.GetDirectoryName(results)!, "index.html"));
        }
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_spoils_no_run()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["tiny.yaml"], Tiny);
        string page = Path.Combine(ResultFolder.Default, IndexFile.FileName);
        Directory.CreateDirectory(page);
        try
        {
            (int code, string output, string error) = await Run("run", folder["tiny.yaml"], "--quiet", "--seed", "2");

            Assert.Equal(ExitCode.Done, code);
            Assert.Contains("index.html could not be written", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(ResultFolder.Default));
            Directory.Delete(output.TrimEnd(), recursive: true);
        }
        finally
        {
            Directory.Delete(page);
        }
    }

    [Fact]
    public async Task A_folder_that_is_missing_a_file_or_a_result_folder_is_refused_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        using var results = new IndexFolder();
        File.WriteAllText(folder["file"], "");

        (int Code, string Output, string Error)[] refused =
            [await Run("index", folder["nowhere"]), await Run("index", folder["file"]), await Run("index", results.Add("a"))];

        Assert.All(refused, answer => Assert.Equal((ExitCode.BadInput, ""), (answer.Code, answer.Output)));
        Assert.Contains("There is no folder", refused[0].Error, StringComparison.Ordinal);
        Assert.Contains("Run an experiment first", refused[0].Error, StringComparison.Ordinal);
        Assert.Contains("is a file", refused[1].Error, StringComparison.Ordinal);
        Assert.Contains($"index {results.Path}", refused[2].Error, StringComparison.Ordinal);
        Assert.False(File.Exists(results["a-01234567", "index.html"]));
    }

    [Fact]
    public async Task An_empty_folder_gets_a_page_that_says_what_to_do()
    {
        using var folder = new IndexFolder();

        (int code, _, string error) = await Run("index", folder.Path);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("holds no results yet. Run an experiment first", error, StringComparison.Ordinal);
        Assert.Contains("This folder holds no results yet. Run an experiment", folder.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_and_unfinished_folders_are_told_on_the_console_too()
    {
        using var folder = new IndexFolder();
        File.WriteAllText(Path.Combine(folder.Add("damaged"), "manifest.json"), "{");
        File.Delete(Path.Combine(folder.Add("half"), "manifest.json"));

        (int code, _, string error) = await Run("index", folder.Path);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("damaged-01234567: Its manifest.json cannot be read", error, StringComparison.Ordinal);
        Assert.Contains("half-01234567: Not finished", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await Program.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
