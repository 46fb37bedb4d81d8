namespace Experiments.Images;

/// <summary>Finds an installed browser that can draw: Chrome, Chromium or Edge, which share one engine and one command line.</summary>
internal static class Browser
{
    private const string Advice = "Install Chromium, Google Chrome or Microsoft Edge, or name one with --browser <path>";

    private static readonly string[] Commands =
    [
        "google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge-stable", "microsoft-edge", "chrome", "msedge",
    ];

    /// <summary>Path of the browser that is to draw.</summary>
    /// <param name="given">A path, or a command that the shell would find; null means to look where browsers are installed.</param>
    /// <exception cref="BrowserMissingException">There is none.</exception>
    internal static string Find(string? given) => given is null
        ? Installed(File.Exists) ?? throw new BrowserMissingException($"No browser was found to draw with. {Advice}.")
        : File.Exists(given)
            ? Path.GetFullPath(given)
            : OnPath(given, File.Exists) ?? throw new BrowserMissingException(Directory.Exists(given)
                ? $"{given} is a folder. Name the program in it, for example {Path.Combine(given, "Contents", "MacOS", "Google Chrome")}."
                : $"There is no browser {given}. {Advice}.");

    /// <summary>The first that is there, of all places where browsers are installed; null when there is none.</summary>
    /// <param name="exists">Whether a file exists.</param>
    internal static string? Installed(Func<string, bool> exists) =>
        Commands.Select(command => OnPath(command, exists)).FirstOrDefault(path => path is not null) ?? Places().FirstOrDefault(exists);

    private static string? OnPath(string command, Func<string, bool> exists)
    {
        if (command.Length == 0 || command.IndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]) >= 0)
        {
            return null;
        }

        string[] endings = OperatingSystem.IsWindows() ? ["", ".exe"] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, command + ending)))
            .FirstOrDefault(exists);
    }

    private static IEnumerable<string> Places()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        foreach (string program in new[] { "Google Chrome", "Chromium", "Microsoft Edge" })
        {
            yield return $"/Applications/{program}.app/Contents/MacOS/{program}";
            yield return Path.Combine(home, "Applications", $"{program}.app", "Contents", "MacOS", program);
        }

        foreach (Environment.SpecialFolder folder in new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData })
        {
            string root = Environment.GetFolderPath(folder);
            yield return Path.Combine(root, "Google", "Chrome", "Application", "chrome.exe");
            yield return Path.Combine(root, "Chromium", "Application", "chrome.exe");
            yield return Path.Combine(root, "Microsoft", "Edge", "Application", "msedge.exe");
        }

        yield return "/snap/bin/chromium";
        yield return "/opt/google/chrome/chrome";
    }
}
