namespace Experiments.Validation.Rows;

/// <summary>A9: others will copy what visibly works.</summary>
internal static class ImitationRow
{
    internal static BoardRow Row { get; } = new("A9", "Others will copy what visibly works", Standing.Pattern)
    {
        Published = "a prediction",
        Source = "The case of CMO Joe",
        Evidence = "A",
        NotTestable = "This needs a market of many senders who share the patience of the same inboxes and copy each other. The model has one sender so far, so nothing can be said about it.",
    };
}
