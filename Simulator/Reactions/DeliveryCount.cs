using System.Runtime.CompilerServices;
using Simulator.People;

namespace Simulator.Reactions;

/// <summary>Numbers the messages delivered to a person on a day, so that each has draws of its own.</summary>
internal static class DeliveryCount
{
    /// <summary>Notes one more delivery; returns its number today, from 0.</summary>
    /// <exception cref="OverflowException">More than 255 messages to one person on one day.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Next(Followers people, int person, int day)
    {
        int ordinal = people.DeliveryAfter[person] == day + 1 ? people.DeliveriesThatDay[person] : 0;
        people.DeliveryAfter[person] = (ushort)(day + 1);
        people.DeliveriesThatDay[person] = checked((byte)(ordinal + 1));
        return ordinal;
    }
}
