namespace Simulator.WordOfMouth;

/// <summary>
/// A real follower graph among the initial audience: who sees what a person says in public.
/// Stored as compressed rows; 4 bytes an edge.
/// </summary>
public sealed class FollowerGraph
{
    private readonly int[] _start;
    private readonly int[] _viewers;

    private FollowerGraph(int[] start, int[] viewers) => (_start, _viewers) = (start, viewers);

    /// <summary>Number of people.</summary>
    public int People => _start.Length - 1;

    /// <summary>Number of edges.</summary>
    public int Edges => _viewers.Length;

    /// <summary>Builds a graph.</summary>
    /// <param name="people">Number of people; indices are 0 … people − 1.</param>
    /// <param name="edges">Pairs (viewer, speaker): the viewer follows the speaker and sees what the speaker says.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside 0 … people − 1.</exception>
    public static FollowerGraph Of(int people, IReadOnlyCollection<(int Viewer, int Speaker)> edges)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 1);
        ArgumentNullException.ThrowIfNull(edges);
        var start = new int[people + 1];
        foreach ((int viewer, int speaker) in edges)
        {
            if ((uint)viewer >= (uint)people || (uint)speaker >= (uint)people)
            {
                throw new ArgumentOutOfRangeException(nameof(edges), $"the edge {viewer} → {speaker} names a person outside 0 … {people - 1}.");
            }

            start[speaker + 1]++;
        }

        for (int person = 0; person < people; person++)
        {
            start[person + 1] += start[person];
        }

        var next = start.AsSpan(0, people).ToArray();
        var viewers = new int[edges.Count];
        foreach ((int viewer, int speaker) in edges)
        {
            viewers[next[speaker]++] = viewer;
        }

        return new FollowerGraph(start, viewers);
    }

    /// <summary>The people who see what a person says in public; empty for people who joined later.</summary>
    public ReadOnlySpan<int> ViewersOf(int speaker) =>
        speaker < People ? _viewers.AsSpan(_start[speaker].._start[speaker + 1]) : [];
}
