using System.Runtime.CompilerServices;
using Simulator.People;

namespace Simulator.Messages;

/// <summary>One bit a person, in native memory; whoever opened it frees it.</summary>
internal sealed class BitColumn(int capacity)
{
    private Column<ulong> _words = new((capacity + 63L) / 64);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Has(int person)
    {
        int word = person >> 6;
        return word < _words.Length && (_words[word] >> (person & 63) & 1) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set(int person) => SetAndTell(person);

    /// <summary>Sets the bit and returns what it was: 1 or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int SetAndTell(int person)
    {
        int word = person >> 6;
        if (word >= _words.Length)
        {
            Grow(word + 1L);
        }

        ref ulong bits = ref _words[word];
        int before = (int)(bits >> (person & 63)) & 1;
        bits |= 1UL << (person & 63);
        return before;
    }

    /// <summary>Makes room for so many people: bits of people in different words may then be set by several threads at once.</summary>
    internal void Reserve(int people)
    {
        long words = (people + 63L) / 64;
        if (words > _words.Length)
        {
            Grow(words);
        }
    }

    /// <summary>Gives the memory back; nobody has the bit any more.</summary>
    internal void Free() => _words.Free();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(long words) => _words.Grow(Math.Max(words, _words.Length + (_words.Length / 8)));
}
