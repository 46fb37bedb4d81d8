namespace Experiments.Deck.Slides;

/// <summary>A table; over as many slides as its rows need.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Table">The table.</param>
/// <param name="Remark">A sentence below it; null when there is none.</param>
/// <param name="Footer">The line at the foot.</param>
/// <param name="Notes">What the speaker reads.</param>
internal sealed record TableSlide(string Title, DeckTable Table, string? Remark, string Footer, IReadOnlyList<string> Notes) : DeckSlide(Title, Notes);
