using Experiments.Designs;
using MathNet.Numerics.Distributions;
using Simulator.RandomStreams;

namespace Experiments.Calibration;

/// <summary>Random numbers of a calibration, by address: seed, purpose, generation, step and particle decide them, and nothing else, so that resuming gives the same bytes.</summary>
internal static class CalibrationDraws
{
    /// <summary>A seed of its own for a part of the work.</summary>
    /// <param name="seed">Seed of the whole.</param>
    /// <param name="kind">Which kind of part, from 0.</param>
    /// <param name="number">Which part of that kind.</param>
    internal static ulong Branch(ulong seed, int kind, ulong number)
    {
        RandomBlock block = DesignDraws.Block(seed, DesignPurpose.Branch, 0, number, kind);
        return ((ulong)block.Word0 << 32) | block.Word1;
    }

    /// <summary>Overwrites a span with independent standard normal numbers.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="purpose">What they decide.</param>
    /// <param name="number">Number among draws of the same purpose and part.</param>
    /// <param name="part">Subdivision of the purpose: the generation.</param>
    /// <param name="normals">Overwritten.</param>
    internal static void Normals(ulong seed, DesignPurpose purpose, ulong number, int part, Span<double> normals)
    {
        for (int index = 0; index < normals.Length; index += 2)
        {
            // Dimension 0 holds what else is decided about the particle.
            RandomBlock block = DesignDraws.Block(seed, purpose, 1 + (index / 2), number, part);
            normals[index] = Normal.InvCDF(0, 1, block.FineUniform0);
            if (index + 1 < normals.Length)
            {
                normals[index + 1] = Normal.InvCDF(0, 1, block.FineUniform1);
            }
        }
    }

    /// <summary>Address of a particle in a step.</summary>
    internal static ulong At(int step, int particle) => ((ulong)(uint)step << 32) | (uint)particle;
}
