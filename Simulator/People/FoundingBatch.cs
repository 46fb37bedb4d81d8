using Simulator.RandomStreams;

namespace Simulator.People;

/// <summary>Random blocks of consecutive people, drawn together.</summary>
internal sealed class FoundingBatch
{
    /// <summary>People in a batch: its words stay in the first-level cache.</summary>
    internal const int Capacity = 256;

    private readonly int[] _people = new int[Capacity];
    private readonly uint[] _tags = new uint[Capacity];

    /// <summary>One block a person, from the last <see cref="Draw"/>.</summary>
    internal BlockColumns Words { get; } = new(Capacity);

    /// <summary>Draws one block of traits for each of some people.</summary>
    internal void Draw(in Draws draws, int first, int count, int ordinal)
    {
        for (int index = 0; index < count; index++)
        {
            _people[index] = first + index;
        }

        _tags.AsSpan(0, count).Fill(Draws.Tag(Purpose.Traits, ordinal));
        PhiloxBatch.Fill(draws, _people.AsSpan(0, count), _tags.AsSpan(0, count), day: 0, Words);
    }
}
