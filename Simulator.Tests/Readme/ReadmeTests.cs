using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Simulator.Engine;

namespace Simulator.Tests.Readme;

public sealed class ReadmeTests
{
    private const string Program = "dotnet run -c Release --project Experiments";

    private static readonly string Root = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "README.md"));

    [Fact]
    public void The_first_command_runs_the_case_and_the_second_runs_the_tests()
    {
        Assert.Equal([Program], Block("## Run the case", "```"));
        Assert.Equal(["dotnet test Simulation.sln -c Release"], Block("## Run the tests", "```"));
    }

    [Fact]
    public async Task Every_other_command_works()
    {
        string folder = Directory.CreateTempSubdirectory("readme").FullName;
        try
        {
            foreach (string command in Block("## Ask something else", "```").Where(line => !line.EndsWith("benchmark", StringComparison.Ordinal)))
            {
                Assert.StartsWith(Program + " -- ", command);
                string[] words = command[(Program.Length + 4)..].Split(' ');
                string[] args = [.. words.Select(word => word.EndsWith(".yaml", StringComparison.Ordinal) ? Path.Combine(Root, word) : word)];
                using var output = new StringWriter();
                using var error = new StringWriter();

                int exit = await Experiments.Program.RunAsync(args[0] == "run" && !args.Contains("--plan") ? Smaller(args, folder) : args, output, error);

                Assert.True(exit == 0, $"{command}: {error}");
                Assert.NotEmpty(output.ToString());
            }

            Assert.All(
                new[] { "experiment.yaml", "manifest.json", "results.sqlite", "report.html", "runs.csv", "days.csv", "charts" },
                name => Assert.True(Path.Exists(Path.Combine(folder, "out", name)), name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_experiment_it_writes_out_has_no_problems()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, Block("## Ask something else", "```yaml"));
            Experiments.Config.ExperimentReading reading = Experiments.Config.ExperimentFile.Read(file, []);
            Assert.Empty(reading.Problems);
            Assert.Empty(reading.Warnings);
            Assert.Equal(20, reading.Points.Count);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void It_lists_every_shipped_experiment() => Assert.All(
        Experiments.Config.ShippedExperiments.Files().Select(Path.GetFileNameWithoutExtension).Where(name => !name!.EndsWith("-full", StringComparison.Ordinal)), name => Assert.Contains($"| `{name}` |", Readme));

    [Fact]
    public void The_policy_of_ones_own_compiles_and_sells()
    {
        string code = string.Join('\n', Block("## Ask something else", "```csharp"));

        string printed = CompileAndRun("using System;\n" + code);

        Assert.Matches(@"^\d+ sales, trust debt .*%\s+trust capital after a week: [\d,]+\s*$", printed);
    }

    [Fact]
    public void No_line_is_a_placeholder() => Assert.DoesNotContain(Readme.Split('\n'), line => line.Length > 2 && line.All(char.IsUpper));

    [Fact]
    public void Every_file_it_links_to_exists() => Assert.All(
        System.Text.RegularExpressions.Regex.Matches(Readme, @"\]\((?!http)([^)#]+)\)").Select(match => match.Groups[1].Value),
        link => Assert.True(Path.Exists(Path.Combine(Root, link)), link));

    // The same command on a tenth of the people and two replicates.
    private static string[] Smaller(string[] args, string folder) =>
    [
        .. args.Select((word, index) => index > 0 && args[index - 1] == "--replicates" ? "2" : word),
        "--set", "scenario.audience.size=2100", "--set", "scenario.horizon=90", "--out", Path.Combine(folder, "out"),
    ];

    private static IReadOnlyList<string> Block(string heading, string fence)
    {
        string[] lines = Readme[Readme.IndexOf(heading, StringComparison.Ordinal)..].Split('\n');
        int start = Array.IndexOf(lines, fence) + 1;
        return lines[start..Array.IndexOf(lines, "```", start)];
    }

    private static string CompileAndRun(string code)
    {
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Append(typeof(Simulation).Assembly.Location)
            .Distinct()
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("readme", [CSharpSyntaxTree.ParseText(code)], references);
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));

        TextWriter console = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            MethodInfo main = Assembly.Load(image.ToArray()).EntryPoint!;
            main.Invoke(null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString();
    }

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
