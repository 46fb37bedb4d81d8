using System.Text.Json.Nodes;
using Experiments;
using Experiments.Notebooks.Kernel;
using Experiments.Store;
using Simulator.Tests.Running;

namespace Simulator.Tests.Notebooks.Kernel;

public sealed class InstalledKernelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Kernel => _folder["kernel"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_holds_all_that_Jupyter_needs_to_start_it()
    {
        var kernel = new InstalledKernel(Kernel);
        Assert.False(kernel.Exists);
        kernel.Write("/some/python", force: false);

        JsonNode spec = JsonNode.Parse(File.ReadAllText(Path.Combine(Kernel, "kernel.json")))!;
        Assert.Equal(["/some/python", Path.Combine(Kernel, "kernel.py"), "-f", "{connection_file}"], spec["argv"]!.AsArray().Select(word => (string)word!));
        Assert.Equal((".NET (C#)", "C#", "message"), ((string?)spec["display_name"], (string?)spec["language"], (string?)spec["interrupt_mode"]));
        Assert.Contains("class CSharpKernel(Kernel):", File.ReadAllText(Path.Combine(Kernel, "kernel.py")));
        Assert.True(kernel.IsOurs);
        Assert.EndsWith("Experiments.dll notebook engine", kernel.Engine);
    }

    [Fact]
    public void It_replaces_and_removes_itself()
    {
        var kernel = new InstalledKernel(Kernel);
        kernel.Write("/one", force: false);
        kernel.Write("/other", force: false);
        Assert.Contains("/other", File.ReadAllText(Path.Combine(Kernel, "kernel.json")));
        kernel.Remove(force: false);
        Assert.False(Directory.Exists(Kernel));
    }

    [Theory]
    [InlineData("""{"argv": ["dotnet", "interactive", "jupyter", "{connection_file}"], "display_name": ".NET (C#)", "language": "C#"}""")]
    [InlineData("not JSON")]
    public void A_kernel_that_another_program_installed_stays_unless_forced(string spec)
    {
        Directory.CreateDirectory(Kernel);
        string file = Path.Combine(Kernel, "kernel.json");
        File.WriteAllText(file, spec);
        var kernel = new InstalledKernel(Kernel);

        Assert.Contains("--force", Assert.Throws<RefusedException>(() => kernel.Write("/python", force: false)).Message);
        Assert.Throws<RefusedException>(() => kernel.Remove(force: false));
        Assert.Equal(spec, File.ReadAllText(file));

        kernel.Write("/python", force: true);
        Assert.True(kernel.IsOurs);
    }

    [Fact]
    public async Task The_verbs_tell_what_is_there_and_what_to_do()
    {
        string[] prefix = ["--prefix", _folder.Path];
        string there = Path.Combine(_folder.Path, "share", "jupyter", "kernels", ".net-csharp");
        Assert.Contains($"{there} does not exist: the kernel is not installed. Install it: notebook kernel install", (await Run(["list", .. prefix])).Output);
        Assert.Contains("nothing was removed", (await Run(["uninstall", .. prefix])).Output);

        (int code, _, string error) = await Run(["install", .. prefix, "--python", _folder["no-python"]]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("does not start, or has no ipykernel. Install it there", error);
        Assert.False(Directory.Exists(there));

        (code, _, error) = await Run(["install", .. prefix, "--user"]);
        Assert.Equal((ExitCode.BadInput, "--prefix and --user name two places. Leave one of them out."), (code, error.Trim()));
    }

    private static async Task<(int Code, string Output, string Error)> Run(string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await Program.RunAsync(["notebook", "kernel", .. words], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
