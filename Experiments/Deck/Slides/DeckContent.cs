namespace Experiments.Deck.Slides;

/// <summary>What a deck says.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Description">Which experiments it is from.</param>
/// <param name="Made">When the youngest of its results were finished.</param>
/// <param name="Slides">Its slides.</param>
internal sealed record DeckContent(string Title, string Description, DateTimeOffset Made, IReadOnlyList<DeckSlide> Slides);
