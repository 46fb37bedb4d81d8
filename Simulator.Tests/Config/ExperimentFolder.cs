using Experiments.Config;

namespace Simulator.Tests.Config;

/// <summary>A folder for the files of one test, gone afterwards.</summary>
internal sealed class ExperimentFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("experiment-");

    internal string File(string name) => Path.Combine(_folder.FullName, name);

    internal string Write(string text, string name = "study.yaml")
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    internal ExperimentReading Read(string text, params string[] overrides) => ExperimentFile.Read(Write(text), overrides);

    /// <summary>Every problem as a user sees it, without the folder.</summary>
    internal string[] Problems(string text, params string[] overrides) => Lines(Read(text, overrides).Problems);

    internal string[] Lines(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Select(diagnostic => diagnostic.ToString().Replace(_folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];

    public void Dispose() => _folder.Delete(recursive: true);
}
