using System.Runtime.CompilerServices;

namespace Simulator.Messages;

/// <summary>One bit a person.</summary>
internal sealed class BitColumn(int capacity)
{
    private ulong[] _words = new ulong[(capacity + 63) / 64];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Has(int person)
    {
        int word = person >> 6;
        return (uint)word < (uint)_words.Length && (_words[word] >> (person & 63) & 1) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set(int person)
    {
        int word = person >> 6;
        if (word >= _words.Length)
        {
            Array.Resize(ref _words, Math.Max(word + 1, _words.Length + (_words.Length / 8)));
        }

        _words[word] |= 1UL << (person & 63);
    }
}
