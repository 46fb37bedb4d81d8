namespace Experiments.Validation.Rows;

/// <summary>V6: restricting bulk senders helps the others.</summary>
internal static class BulkSendersRow
{
    internal static BoardRow Row { get; } = new("V6", "Restricting bulk senders helps the others", Standing.OutOfSample)
    {
        Published = "+25% response for the remaining senders; agreement would be +10% to +40%",
        Source = "LinkedIn 2014, company report",
        Evidence = "F",
        NotTestable = "This needs a market of many senders who share the attention of the same inboxes. The model has one sender so far, so nothing can be said about it.",
    };
}
