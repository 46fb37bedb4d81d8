using System.Diagnostics;
using System.Text.Json;

namespace Simulator.Tests.Oracles;

/// <summary>
/// Runs a script in Debian's Python with SciPy and scikit-learn: implementations that others wrote and tested. Where they are missing the test is skipped, or fails
/// where SIMULATION_REQUIRE_SCIPY=1.
/// </summary>
internal static class Python
{
    private const string Path = "/usr/bin/python3";
    private const string Missing = "SciPy and scikit-learn are not installed for /usr/bin/python3 (Debian: apt-get install python3-scipy python3-sklearn).";

    private static readonly Lazy<bool> IsThere = new(() => File.Exists(Path) && Run("import scipy, sklearn, json; print(json.dumps(1))", "null").ExitCode == 0);

    /// <summary>Runs a script and reads what it prints.</summary>
    /// <typeparam name="T">Shape of the printed JSON.</typeparam>
    /// <param name="script">Python; <c>given</c> holds the input, and the last line prints JSON: <c>print(json.dumps(…))</c>. numpy is np.</param>
    /// <param name="given">Input, handed over as JSON.</param>
    internal static T Answer<T>(string script, object given)
    {
        if (!IsThere.Value)
        {
            Assert.False(Environment.GetEnvironmentVariable("SIMULATION_REQUIRE_SCIPY") == "1", Missing);
            Assert.Skip(Missing);
        }

        (int code, string output, string error) = Run("import json, sys\nimport numpy as np\ngiven = json.load(sys.stdin)\n" + script, JsonSerializer.Serialize(given));
        Assert.True(code == 0, error);
        return JsonSerializer.Deserialize<T>(output)!;
    }

    private static (int ExitCode, string Output, string Error) Run(string script, string input)
    {
        var start = new ProcessStartInfo(Path) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error.Result);
    }
}
