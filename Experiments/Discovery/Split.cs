namespace Experiments.Discovery;

/// <summary>A question that a node of a tree asks of a point.</summary>
/// <param name="Dimension">Number of the factor.</param>
/// <param name="At">Values below go to the first branch; unused for categories.</param>
/// <param name="First">Categories that go to the first branch, a bit each; 0 for numbers.</param>
internal readonly record struct Split(int Dimension, double At, ulong First)
{
    /// <summary>Whether a point goes to the first branch.</summary>
    internal bool GoesFirst(LabelledPoints points, int point)
    {
        double value = points.Dimensions[Dimension].Values[point];
        return points.Dimensions[Dimension].IsCategorical ? (First & Restriction.Bit(value)) != 0 : value < At;
    }
}
