namespace Experiments.Images;

/// <summary>What a picture holds besides its figure. Metadata it always carries.</summary>
internal enum PictureFrame
{
    /// <summary>The finding as title, the figure, and a line of provenance: a picture that stands alone.</summary>
    Whole,

    /// <summary>The figure alone: for a slide that has title and provenance itself.</summary>
    Plot,
}
