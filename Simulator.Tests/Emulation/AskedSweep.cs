using Experiments;
using Simulator.Tests.Running;

namespace Simulator.Tests.Emulation;

/// <summary>A small sweep, run once for all tests of the verb.</summary>
public sealed class AskedSweep : IAsyncLifetime
{
    private const string Yaml = """
        name: asked
        replicates: 4
        seed: 3
        outcomes: [trust_debt]
        analyses: [emulator]
        scenario: {horizon: 14, audience: {size: 400}}
        messages: {book: {promotion: 0.9, personalization: 0.1, value: 0.1, copies: 3, offer: true}}
        policies: [{name: weekly, sends: [{message: book, every: 7, times: 2}]}]
        vary:
          scenario.trust.loss: {from: 0.05, to: 0.8}
          scenario.audience.tolerance.mean: {from: 0.4, to: 0.8}
        design: {kind: sobol, points: 32}
        """;

    private readonly TemporaryFolder _folder = new();

    /// <summary>The result folder.</summary>
    internal string Results => _folder["out"];

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_folder["asked.yaml"], Yaml);
        (int code, _, string error) = await Run("run", _folder["asked.yaml"], "--out", Results, "--quiet");
        Assert.True(code == ExitCode.Done, error);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a command line.</summary>
    internal static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await Program.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
