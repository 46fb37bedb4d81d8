using Experiments.Images;
using Simulator.Tests.Running;

namespace Simulator.Tests.Images;

public sealed class BrowserFindingTests
{
    [Fact]
    public void Without_a_browser_the_message_says_what_to_install()
    {
        BrowserMissingException problem = Assert.Throws<BrowserMissingException>(() => Browser.Find("no-such-browser"));

        Assert.Equal("There is no browser no-such-browser. Install Chromium, Google Chrome or Microsoft Edge, or name one with --browser <path>.", problem.Message);
        Assert.Null(Browser.Installed(_ => false));
    }

    [Theory]
    [InlineData("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")]
    [InlineData("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge")]
    [InlineData("/snap/bin/chromium")]
    public void A_browser_is_found_where_it_is_installed(string path) => Assert.Equal(path, Browser.Installed(file => file == path));

    [Fact]
    public void A_folder_in_place_of_a_browser_is_told()
    {
        using var folder = new TemporaryFolder();

        Assert.StartsWith($"{folder.Path} is a folder. Name the program in it", Assert.Throws<BrowserMissingException>(() => Browser.Find(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 0", "printed nothing")]
    [InlineData("echo out of memory >&2; exit 139", "printed nothing and said: out of memory")]
    [InlineData("echo '<html>hello</html>'", "printed nothing")]
    public void A_program_that_does_not_draw_is_told_with_what_it_said(string script, string expected)
    {
        string program = Script(script, out TemporaryFolder folder);
        using (folder)
        {
            BrowserFailedException problem = Assert.Throws<BrowserFailedException>(() => BrowserPage.Print(program, "<html></html>", 1, TestContext.Current.CancellationToken));

            Assert.Contains($"The browser {program} {expected}", problem.Message, StringComparison.Ordinal);
            Assert.EndsWith("Name another one with --browser <path>.", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_cannot_be_started_is_told()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["browser"], "no program");

        BrowserFailedException problem = Assert.Throws<BrowserFailedException>(() => BrowserPage.Print(folder["browser"], "<html></html>", 1, TestContext.Current.CancellationToken));

        Assert.Contains("cannot be started", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_browser_that_hangs_is_stopped_by_an_interruption_and_leaves_no_files()
    {
        string program = Script("echo \"$@\" > \"$0.args\"; exec sleep 300", out TemporaryFolder folder);
        using (folder)
        {
            using var interruption = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            var watch = System.Diagnostics.Stopwatch.StartNew();

            Assert.ThrowsAny<OperationCanceledException>(() => BrowserPage.Print(program, "<html></html>", 1, interruption.Token));

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
            string page = File.ReadAllText(program + ".args").Split(' ').Single(word => word.StartsWith("file://", StringComparison.Ordinal)).Trim();
            Assert.False(Directory.Exists(Path.GetDirectoryName(new Uri(page).LocalPath)));
        }
    }

    private static string Script(string text, out TemporaryFolder folder)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in is a shell script");
        folder = new TemporaryFolder();
        string path = folder["browser"];
        File.WriteAllText(path, "#!/bin/sh\n" + text + "\n");
#pragma warning disable CA1416 // Skipped on Windows above.
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        return path;
    }
}
