namespace Experiments.Deck.Slides;

/// <summary>The first slide, or the one before an experiment.</summary>
/// <param name="Title">The question.</param>
/// <param name="Lines">What stands below it.</param>
/// <param name="IsFirst">Whether it is the first slide.</param>
/// <param name="Notes">What the speaker reads.</param>
internal sealed record OpeningSlide(string Title, IReadOnlyList<string> Lines, bool IsFirst, IReadOnlyList<string> Notes) : DeckSlide(Title, Notes);
