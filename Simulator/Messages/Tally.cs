namespace Simulator.Messages;

/// <summary>What a message brought so far, as the sender sees it.</summary>
internal sealed class Tally
{
    internal long Sent { get; set; }

    internal long Sales { get; set; }

    internal long Complaints { get; set; }

    /// <summary>Takes over the counts of a part of the recipients and leaves nothing there.</summary>
    internal void Take(Tally part)
    {
        Sent += part.Sent;
        Sales += part.Sales;
        Complaints += part.Complaints;
        (part.Sent, part.Sales, part.Complaints) = (0, 0, 0);
    }
}
