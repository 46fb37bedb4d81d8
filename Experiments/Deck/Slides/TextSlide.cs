namespace Experiments.Deck.Slides;

/// <summary>A headline with text.</summary>
/// <param name="Title">The headline.</param>
/// <param name="Points">What follows, a bullet each.</param>
/// <param name="Lead">A paragraph above them; null when there is none.</param>
/// <param name="Footer">The line at the foot.</param>
/// <param name="Notes">What the speaker reads.</param>
internal sealed record TextSlide(string Title, string? Lead, IReadOnlyList<string> Points, string Footer, IReadOnlyList<string> Notes) : DeckSlide(Title, Notes);
