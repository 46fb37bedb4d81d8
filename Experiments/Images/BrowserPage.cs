using System.Diagnostics;
using System.Text;

namespace Experiments.Images;

/// <summary>Has a browser work a page through and print what became of it.</summary>
internal static class BrowserPage
{
    /// <summary>The browser is given up after this time and <see cref="PerPicture"/> for each picture: generous, since a busy machine may take many times the usual three seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan PerPicture = TimeSpan.FromSeconds(10);

    // No window, no sandbox trouble in containers, no network, no first-run questions, and text that is drawn alike on every machine.
    private static readonly string[] Arguments =
    [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run", "--no-default-browser-check",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-default-apps", "--disable-breakpad",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--force-color-profile=srgb", "--force-device-scale-factor=1", "--font-render-hinting=none", "--disable-lcd-text",
        "--dump-dom",
    ];

    /// <summary>Has a page worked through.</summary>
    /// <param name="browser">Path of the browser.</param>
    /// <param name="page">The page; it holds its load event back until it is done.</param>
    /// <param name="pictures">Pictures that it draws.</param>
    /// <param name="interruption">Stops it.</param>
    /// <returns>The page afterwards.</returns>
    /// <exception cref="BrowserFailedException">It printed nothing.</exception>
    internal static string Print(string browser, string page, int pictures, CancellationToken interruption)
    {
        DirectoryInfo folder = Temporary(browser);
        try
        {
            string file = Path.Combine(folder.FullName, "pictures.html");
            File.WriteAllText(file, page);
            (string output, string error) = Run(browser, Start(browser, file, folder.FullName, isSandboxed: !Environment.IsPrivilegedProcess), pictures, interruption);

            // In a container without user namespaces the sandbox cannot be set up; the page is our own and asks nothing of a network.
            if (output.Length == 0 && error.Contains("sandbox", StringComparison.OrdinalIgnoreCase))
            {
                (output, error) = Run(browser, Start(browser, file, folder.FullName, isSandboxed: false), pictures, interruption);
            }

            return output.Contains("<pre id=", StringComparison.Ordinal)
                ? output
                : throw new BrowserFailedException($"The browser {browser} printed nothing{Said(error)}. Is it Chromium, Chrome or Edge, of the last three years? Name another one with --browser <path>.");
        }
        finally
        {
            Remove(folder);
        }
    }

    private static ProcessStartInfo Start(string browser, string file, string folder, bool isSandboxed)
    {
        var start = new ProcessStartInfo(browser)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        Array.ForEach(Arguments, start.ArgumentList.Add);
        if (!isSandboxed)
        {
            start.ArgumentList.Add("--no-sandbox");
        }

        start.ArgumentList.Add("--user-data-dir=" + Path.Combine(folder, "profile"));
        start.ArgumentList.Add(new Uri(file).AbsoluteUri);
        return start;
    }

    private static (string Output, string Error) Run(string browser, ProcessStartInfo start, int pictures, CancellationToken interruption)
    {
        interruption.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new BrowserFailedException($"The browser {browser} cannot be started: {problem.Message}. Name another one with --browser <path>.");
        }

        process.StandardInput.Close();
        TimeSpan patience = Patience + (pictures * PerPicture);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(interruption);
        limit.CancelAfter(patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
            Task.WhenAll(output, error, process.WaitForExitAsync(limit.Token)).GetAwaiter().GetResult();
            return (output.Result, error.Result);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(10));
            interruption.ThrowIfCancellationRequested();
            throw new BrowserFailedException($"The browser {browser} did not end within {patience.TotalSeconds:N0} seconds. Try again on a machine that is less busy, or name another one with --browser <path>.");
        }
    }

    // The last lines that a browser wrote, without what it says on every machine that has no message bus.
    private static string Said(string error)
    {
        string[] lines = [.. error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains("dbus", StringComparison.Ordinal))];
        return lines.Length == 0 ? "" : $" and said: {string.Join(" / ", lines.TakeLast(3))}";
    }

    // A snap sees no folder of temporary files but its own.
    private static DirectoryInfo Temporary(string browser)
    {
        if (!browser.StartsWith("/snap/", StringComparison.Ordinal))
        {
            return Directory.CreateTempSubdirectory("simulation-pictures-");
        }

        string own = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "snap", Path.GetFileName(browser), "common", Path.GetRandomFileName());
        return Directory.CreateDirectory(own);
    }

    // Helper processes of a browser may write for a moment after it has ended.
    private static void Remove(DirectoryInfo folder)
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(100);
            }
        }
    }
}
