using Experiments.Charts;

namespace Experiments.Citing;

/// <summary>A chart or picture on a slide.</summary>
/// <param name="Slide">Number of the slide, from 1.</param>
/// <param name="Name">Its name in PowerPoint.</param>
/// <param name="Metadata">What it carries; null when it carries nothing of ours.</param>
internal sealed record DeckChart(int Slide, string Name, ChartMetadata? Metadata);
