using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Simulator.Tests.Cluster;

[Collection(SlurmCluster.Name)]
public sealed partial class ClusterPageTests(SlurmOnLoopback slurm)
{
    private const string Script = "Experiments/Cluster/slurm-on-loopback";

    private static readonly string Root = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));
    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "Experiments", "Cluster", "README.md"));

    [Fact]
    public void Every_command_of_the_program_is_understood()
    {
        RootCommand root = Experiments.Program.Commands();
        string[] commands = [.. Blocks().SelectMany(block => block).Select(CommandOf).OfType<string>()];

        Assert.InRange(commands.Length, 10, 30);
        Assert.All(commands, command => Assert.Empty(root.Parse(Number().Replace(command, "1").Split(' ')).Errors.Select(error => $"{command}: {error.Message}")));
    }

    [Fact]
    public async Task The_cluster_on_ones_own_machine_starts_loses_a_node_and_stops_as_written()
    {
        await slurm.Ready();
        string[] block = Blocks().Single(block => block[0].StartsWith(Script, StringComparison.Ordinal));
        string folder = Path.Combine(slurm.SharedFolder, "own");

        (int code, string output, string error) = await slurm.Try($"set -e; cd '{Root}'\n{string.Join('\n', block).Replace("/tmp/cluster", folder, StringComparison.Ordinal)}");

        Assert.True(code == 0, output + error);
        Assert.Matches(@"main\* +up +infinite +2 +idle node\[1-2\]", output);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Slurm_accepts_the_script_that_is_written_by_hand()
    {
        await slurm.Ready();
        string[] block = Blocks().Single(block => block.Any(line => line.StartsWith("#SBATCH", StringComparison.Ordinal)));
        await File.WriteAllLinesAsync(Path.Combine(slurm.SharedFolder, "by-hand"), block, TestContext.Current.CancellationToken);

        (int code, string output, string error) = await slurm.Try("sbatch --test-only by-hand");

        Assert.True(code == 0, output + error);
    }

    [Fact]
    public void Every_file_it_links_to_exists() => Assert.All(
        Link().Matches(Page).Select(match => match.Groups[1].Value), link => Assert.True(Path.Exists(Path.Combine(Root, "Experiments", "Cluster", link)), link));

    // The words of the program in a line of the shell; what parallel adds after ::: is its own.
    private static string? CommandOf(string line) => Command().Match(line) is { Success: true } match ? match.Groups[1].Value : null;

    // What the program printed is marked as text.
    private static IEnumerable<string[]> Blocks() => Fence().Matches(Page).Where(match => match.Groups[1].Value != "text")
        .Select(match => match.Groups[2].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^```(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^(?:exec |parallel )?Experiments (.*?)(?: :::.*)?$")]
    private static partial Regex Command();

    // What a scheduler puts in the place of a part's number.
    [GeneratedRegex(@"\{\}|\$\w+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\]\((?!http|#)([^)#]+)\)")]
    private static partial Regex Link();

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
