using System.Runtime.CompilerServices;
using Simulator.RandomStreams;

namespace Simulator.People;

/// <summary>
/// Traits that are rarely asked for, drawn again whenever they are: a draw is addressed by person, so it gives the same bits each time. Kept for everybody they would take 8
/// bytes a person, a twelfth of what a big audience takes.
/// </summary>
internal sealed class TraitsOnDemand(Founding founding, Draws draws)
{
    /// <summary>A, people.</summary>
    internal float Reach(int person, int segment) => founding.Segments[segment].Reach.At(NormalScore.Of(Block(person).Word1));

    /// <summary>z, standard normal.</summary>
    internal float Misjudgement(int person) => (float)NormalScore.Of(Block(person).Word2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RandomBlock Block(int person) => draws.Block(Purpose.Traits, person, day: 0, Founding.RareTraits);
}
