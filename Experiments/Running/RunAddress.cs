using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Experiments.Config;
using Experiments.Config.Yaml;
using Experiments.Store;
using Simulator.Engine;
using Simulator.Messages;
using Simulator.Policies;
using Simulator.WordOfMouth;

namespace Experiments.Running;

/// <summary>
/// The content address of a cell: SHA-256 over everything that determines its runs but the number of the replicate, which is the
/// world with every parameter written out and the content of its follower graph, the policy with the content of its messages, the
/// seed, and the version of the program. Names of policies and messages do not matter; two messages of one policy that have the
/// same content under two names stay two messages.
/// </summary>
internal static class RunAddress
{
    private static readonly ConditionalWeakTable<FollowerGraph, string> Graphs = [];

    /// <summary>Addresses of all policies of a point, in their order.</summary>
    internal static IReadOnlyList<string> Of(Point point, ulong seed)
    {
        string world = $"{Tool.Version}\n{seed}\n{World(point.Scenario with { Ensemble = null })}{(point.Worlds is { } worlds ? $"\nensemble {worlds.Address}" : "")}";
        return [.. point.Policies.Select(policy => Hash(world + Policy(policy)))];
    }

    private static string World(Scenario scenario)
    {
        WordOfMouthSettings settings = scenario.WordOfMouth with { Network = scenario.Graph is { } graph ? Graphs.GetValue(graph, Content) : null };
        return YamlText.Block(ResolvedTree.Of(scenario with { WordOfMouth = settings }));
    }

    private static string Policy(Schedule policy)
    {
        // The silent twin is no policy that sends nothing: there is no poll about its messages.
        if (ReferenceEquals(policy, Schedule.Silent))
        {
            return Schedule.SilentName;
        }

        var messages = new List<Message>();
        Message Numbered(Message message)
        {
            if (!messages.Contains(message))
            {
                messages.Add(message);
            }

            return message with { Name = $"message {messages.IndexOf(message)}" };
        }

        Schedule nameless = policy with
        {
            Name = "",
            Sends = [.. policy.Sends.Select(send => send with { Message = Numbered(send.Message) })],
            Test = policy.Test is { } test ? test with { Messages = [.. test.Messages.Select(Numbered)] } : null,
        };
        return YamlText.Block(ResolvedTree.Of(nameless)) + string.Concat(messages.Select(message => YamlText.Block(ResolvedTree.Of(message))));
    }

    /// <summary>Hash of who sees whom, in the order in which the model looks at it.</summary>
    private static string Content(FollowerGraph graph)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int person = 0; person < graph.People; person++)
        {
            ReadOnlySpan<int> viewers = graph.ViewersOf(person);
            int count = viewers.Length;
            hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in count)));
            hash.AppendData(MemoryMarshal.AsBytes(viewers));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
