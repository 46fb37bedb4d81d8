using Simulator.RandomStreams;

namespace Experiments.Analysis.Sweeps;

/// <summary>
/// Resamples of the replicates, drawn from the same generator as the runs, so that a report is the same whenever and wherever it is
/// written. Its addresses have a purpose number that the model does not use.
/// </summary>
/// <param name="seed">Seed of the experiment.</param>
/// <param name="count">Replicates to draw from.</param>
internal readonly struct Resampling(uint seed, int count)
{
    /// <summary>"Bootstrap" as a purpose: the model's purposes are small numbers.</summary>
    private const uint Tag = 0xB0000000;

    /// <summary>The replicate drawn, 0 to one below the count.</summary>
    /// <param name="resample">Number of the resample.</param>
    /// <param name="draw">Number of the draw within it.</param>
    internal int Index(int resample, int draw)
    {
        RandomBlock block = Philox4x32.Generate(seed, 0, (uint)draw, (uint)resample, Tag, 0);
        return Math.Min(count - 1, (int)(block.FineUniform0 * count));
    }
}
