namespace Simulator.Tests.Running;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("simulation-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Path of a file or folder inside.</summary>
    internal string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Both CSV files of a result folder inside, byte for byte.</summary>
    internal (string Runs, string Days) Csv(string folder) =>
        (File.ReadAllText(System.IO.Path.Combine(this[folder], "runs.csv")), File.ReadAllText(System.IO.Path.Combine(this[folder], "days.csv")));
}
