using Experiments;
using Simulator.Tests.Reports;
using Simulator.Tests.Running;

namespace Simulator.Tests.Images;

public sealed class ChartsCommandTests : IDisposable
{
    private const string Tiny = """
        name: tiny-pictured
        question: Does one message pay?
        replicates: 2
        scenario: {horizon: 10, audience: {size: 60}}
        messages: {book: {promotion: 0.9, personalization: 0.1, value: 0.1, offer: true}}
        policies:
          - name: one blast
            sends: [{message: book, first: 0, times: 1, over: 3}]
        """;

    private readonly TemporaryFolder _folder = new();

    private string Results => _folder["results"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_chart_is_written_in_both_formats_and_its_path_printed()
    {
        await RunTiny();

        (int code, string output, string error) = await Run("charts", Results, "--browser", BrowserTests.Browser());

        string[] written = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] figures = [.. Directory.GetFiles(Path.Combine(Results, "charts"), "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>()];
        Assert.True(code == ExitCode.Done, error);
        Assert.Equal(figures.SelectMany(id => new[] { $"{id}.png", $"{id}.svg" }).Order(), written.Select(path => Path.GetFileName(path)).Order());
        Assert.All(written, path => Assert.True(new FileInfo(path).Length > 1000, path));
        Assert.StartsWith("Drawing ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_chart_in_one_format_and_another_size_goes_where_it_is_told_to()
    {
        await RunTiny();

        (int code, string output, string error) = await Run(
            "charts", Results, "--only", "net-value", "--format", "SVG", "--size", "paper", "--out", _folder["pictures"], "--browser", BrowserTests.Browser());

        Assert.True(code == ExitCode.Done, error);
        Assert.Equal(Path.Combine(_folder["pictures"], "net-value-paper.svg"), output.Trim());
        Assert.Single(Directory.GetFiles(_folder["pictures"]));
    }

    [Theory]
    [InlineData("--only", "net-value,pool", "There is no chart 'pool'; did you mean 'poll'? The report has ")]
    [InlineData("--only", ",", "--only names no chart. The report has ")]
    [InlineData("--only", "net-valeu", "There is no chart 'net-valeu'; did you mean 'net-value'? The report has ")]
    [InlineData("--only", "nothing like it", "There is no chart 'nothing like it'. The report has ")]
    [InlineData("--size", "slied", "--size 'slied' is not known; did you mean 'slide'?")]
    [InlineData("--format", "pdf", "--format 'pdf' is not known")]
    [InlineData("--format", ",", "--format ',' is not known")]
    [InlineData("--browser", "no-such-browser", "There is no browser no-such-browser. Install Chromium, Google Chrome or Microsoft Edge, or name one with --browser <path>. Without it the charts can be seen in ")]
    public async Task What_is_not_known_is_told_with_what_is(string option, string value, string expected)
    {
        await RunTiny();

        (int code, string output, string error) = await Run("charts", Results, option, value);

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told()
    {
        await RunTiny();
        File.WriteAllText(_folder["file"], "");

        (int code, string output, string error) = await Run("charts", Results, "--only", "net-value", "--out", Path.Combine(_folder["file"], "in"), "--browser", BrowserTests.Browser());

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains("The pictures cannot be written into", error, StringComparison.Ordinal);
        Assert.EndsWith("Name a folder that can be written with --out <folder>.", error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_results_is_told()
    {
        (int code, string output, string error) = await Run("charts", _folder.Path);

        Assert.Equal((ExitCode.BadInput, "", $"{_folder.Path} is not a result folder: it has no results.sqlite."), (code, output, error.TrimEnd()));
    }

    private async Task RunTiny()
    {
        File.WriteAllText(_folder["tiny.yaml"], Tiny);
        Assert.Equal(ExitCode.Done, (await Run("run", _folder["tiny.yaml"], "--quiet", "--out", Results)).Code);
    }

    private static async Task<(int Code, string Out, string Error)> Run(params string[] args)
    {
        (var output, var error) = (new StringWriter(), new StringWriter());
        int code = await Program.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
