using Experiments.Charts;

namespace Experiments.Deck.Slides;

/// <summary>A chart.</summary>
/// <param name="Title">The finding it shows.</param>
/// <param name="Chart">The chart.</param>
/// <param name="Points">Three sentences on it.</param>
/// <param name="Footers">What it rests on, from the whole of it to less: shown is the first that there is room for.</param>
/// <param name="Notes">How to read it, method and limits.</param>
internal sealed record ChartSlide(string Title, Chart Chart, IReadOnlyList<string> Points, IReadOnlyList<string> Footers, IReadOnlyList<string> Notes) : DeckSlide(Title, Notes);
