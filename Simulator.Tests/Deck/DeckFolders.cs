using Experiments.Config;
using Simulator.Tests.Running;

namespace Simulator.Tests.Deck;

/// <summary>Result folders of small real experiments, run once for all tests of decks.</summary>
public sealed class DeckFolders : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DeckFolders()
    {
        Case = Run("cmo-joe", "--replicates", "4", "--set", "scenario.horizon=40");
        Sweep = Run("cadence", "--replicates", "3", "--set", "scenario.horizon=45", "--set", "horizons=[14, 30]");
    }

    /// <summary>The case of CMO Joe, small.</summary>
    internal string Case { get; }

    /// <summary>A sweep of one lever, small.</summary>
    internal string Sweep { get; }

    /// <summary>A path in the folder of these tests.</summary>
    internal string this[string name] => _folder[name];

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a command line and gives its code, what it printed and what it said.</summary>
    internal static (int Code, string Output, string Error) Do(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = Experiments.Program.RunAsync(args, output, error).GetAwaiter().GetResult();
        return (code, output.ToString().TrimEnd(), error.ToString().TrimEnd());
    }

    private string Run(string name, params string[] options)
    {
        string path = _folder[name];
        (int code, _, string error) = Do(["run", Path.Combine(ShippedExperiments.Folder, name + ".yaml"), "--out", path, "--quiet", "--set", "scenario.audience.size=900", .. options]);
        return code == Experiments.ExitCode.Done ? path : throw new InvalidOperationException(error);
    }
}
