namespace Experiments.Deck.Slides;

/// <summary>What a slide says; how it looks is the design's affair.</summary>
/// <param name="Title">Its headline: a finding where there is one.</param>
/// <param name="Notes">What the speaker reads: method and limits.</param>
internal abstract record DeckSlide(string Title, IReadOnlyList<string> Notes);
