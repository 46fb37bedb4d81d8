using System.Diagnostics;
using Experiments;
using Experiments.Notebooks.Kernel;
using Simulator.Tests.Running;

namespace Simulator.Tests.Notebooks.Kernel;

/// <summary>Real Jupyter, with the kernel installed in a folder of its own. Its kernels listen on the loopback alone.</summary>
internal sealed class Jupyter : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly TemporaryFolder _folder = new();
    private readonly string _python;

    private Jupyter(string python) => _python = python;

    internal string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();

    /// <summary>Installs the kernel; skips the test where Jupyter is missing, unless it is required.</summary>
    internal static async Task<Jupyter> WithKernel()
    {
        if (PythonSearch.OnPath() is not { } python || await Start(python, ["-c", "import nbconvert, nbformat, jupyter_client"], []).Ended() is not (0, _))
        {
            const string Missing = "no Jupyter is installed";
            Assert.False(Environment.GetEnvironmentVariable("SIMULATION_REQUIRE_JUPYTER") == "1", Missing);
            Assert.Skip(Missing);
            throw new UnreachableException();
        }

        var jupyter = new Jupyter(python);
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.True(await Program.RunAsync(["notebook", "kernel", "install", "--prefix", jupyter.Folder], output, error) == ExitCode.Done, error.ToString());
        Assert.Contains(Path.Combine(jupyter.Folder, "share", "jupyter", "kernels", ".net-csharp"), output.ToString());
        return jupyter;
    }

    /// <summary>Runs Python, by whose side Jupyter is installed, to its end.</summary>
    internal async Task<string> Python(params string[] words)
    {
        (int code, string text) = await Start(_python, words, Variables()).Ended();
        Assert.True(code == 0, text);
        return text;
    }

    /// <summary>Starts Python and lets it run.</summary>
    internal Process Begin(params string[] words) => Start(_python, words, Variables()).Process;

    private static Running Start(string program, IEnumerable<string> words, IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return new Running(Process.Start(start)!);
    }

    private IEnumerable<(string Name, string Value)> Variables() =>
    [
        ("JUPYTER_DATA_DIR", Path.Combine(Folder, "share", "jupyter")),
        ("JUPYTER_CONFIG_DIR", Path.Combine(Folder, "config")),
        ("JUPYTER_RUNTIME_DIR", Path.Combine(Folder, "runtime")),
        ("IPYTHONDIR", Path.Combine(Folder, "ipython")),
    ];

    private sealed record Running(Process Process)
    {
        internal async Task<(int Code, string Text)> Ended()
        {
            using var patience = new CancellationTokenSource(Patience);
            Task<string> output = Process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> error = Process.StandardError.ReadToEndAsync(patience.Token);
            string text = await output;
            string told = await error;
            await Process.WaitForExitAsync(patience.Token);
            int code = Process.ExitCode;
            Process.Dispose();
            return (code, code == 0 ? text : told + text);
        }
    }
}
