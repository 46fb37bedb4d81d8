using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Simulator.Tests.Layers;

/// <summary>Arrows between the rooms of the model point one way.</summary>
public sealed partial class LayerTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Parameters"] = [],
        ["RandomStreams"] = Floor("RandomStreams"),
        ["People"] = Floor("People"),
        ["Messages"] = Floor("Messages"),
        ["Ledgers"] = Floor("Ledgers"),
        ["Recovery"] = Floor(),
        ["Policies"] = [.. Floor(), "Recovery"],
        ["WordOfMouth"] = [.. Floor(), "Recovery"],
        ["Reactions"] = [.. Floor(), "Recovery", "Policies"],
        ["Engine"] = [.. Floor(), "Recovery", "Policies", "WordOfMouth", "Reactions"],
    };

    public static TheoryData<string> Rooms { get; } = [.. MayUse.Keys];

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_below_it(string room)
    {
        string[] files = Directory.GetFiles(Path.Combine(ModelFolder(), room), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            foreach (Match match in RoomNamed().Matches(WithoutComments(File.ReadAllText(file))))
            {
                string used = match.Groups["using"].Success ? match.Groups["using"].Value : match.Groups["inline"].Value;
                Assert.True(used == room || MayUse[room].Contains(used), $"{room}/{Path.GetFileName(file)} uses {used}");
            }
        }
    }

    [Fact]
    public void Every_room_has_its_arrows()
    {
        string[] folders = [.. Directory.GetDirectories(ModelFolder()).Select(folder => Path.GetFileName(folder)!).Where(name => name is not "bin" and not "obj" and not "decisions")];
        Assert.Empty(folders.Except(MayUse.Keys));
    }

    [Theory, MemberData(nameof(Rooms))]
    public void A_namespace_is_its_folder(string room)
    {
        foreach (string file in Directory.GetFiles(Path.Combine(ModelFolder(), room), "*.cs"))
        {
            Assert.Contains($"namespace Simulator.{room};", File.ReadAllText(file));
        }
    }

    [Fact]
    public void The_model_knows_no_file_console_clock_or_other_source_of_chance()
    {
        string[] forbidden = ["System.Console", "System.Random", "System.Guid", "System.DateTime", "System.DateTimeOffset", "System.TimeProvider", "System.Diagnostics.Stopwatch"];
        using var assembly = new PEReader(File.OpenRead(typeof(Simulator.Engine.Simulation).Assembly.Location));
        MetadataReader metadata = assembly.GetMetadataReader();
        foreach (TypeReferenceHandle handle in metadata.TypeReferences)
        {
            TypeReference type = metadata.GetTypeReference(handle);
            string space = metadata.GetString(type.Namespace);
            Assert.DoesNotContain($"{space}.{metadata.GetString(type.Name)}", forbidden);
            Assert.False(space.StartsWith("System.IO", StringComparison.Ordinal) || space.StartsWith("YamlDotNet", StringComparison.Ordinal), space);
        }
    }

    private static string[] Floor(params string[] itself) => [.. new[] { "Parameters", "People", "Messages", "Ledgers", "RandomStreams" }.Except(itself)];

    private static string WithoutComments(string source) => Comment().Replace(source, "");

    private static string ModelFolder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Simulator");

    // A using directive, or a room named in front of a dot: inside the namespace Simulator, People.Status needs no using.
    [GeneratedRegex(@"using (static )?Simulator\.(?<using>\w+)|(?<![\w.])(Simulator\.)?(?<inline>Reactions|WordOfMouth|Recovery|RandomStreams|Engine)\.[A-Z]")]
    private static partial Regex RoomNamed();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
