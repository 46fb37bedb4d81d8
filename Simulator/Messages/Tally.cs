namespace Simulator.Messages;

/// <summary>What a message brought so far, as the sender sees it.</summary>
internal sealed class Tally
{
    internal long Sent { get; set; }

    internal long Sales { get; set; }

    internal long Complaints { get; set; }
}
