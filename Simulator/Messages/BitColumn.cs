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
    internal void Set(int person) => SetAndTell(person);

    /// <summary>Sets the bit and returns what it was: 1 or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int SetAndTell(int person)
    {
        int word = person >> 6;
        if ((uint)word >= (uint)_words.Length)
        {
            Grow(word);
        }

        ref ulong bits = ref _words[word];
        int before = (int)(bits >> (person & 63)) & 1;
        bits |= 1UL << (person & 63);
        return before;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int word) => Array.Resize(ref _words, Math.Max(word + 1, _words.Length + (_words.Length / 8)));
}
