namespace Experiments.Designs;

/// <summary>What a random number of a design decides; part of its address. Numbered above the purposes of the model's draws, with which it shares the seed.</summary>
internal enum DesignPurpose : byte
{
    /// <summary>Which binary digits of a Sobol' point are flipped.</summary>
    DigitFlip = 0xD0,

    /// <summary>Where in its cell a point of a Latin hypercube lies.</summary>
    PositionInCell = 0xD1,

    /// <summary>The rounds of a random permutation.</summary>
    ShuffleRound = 0xD2,

    /// <summary>Whether a round of a random permutation swaps a pair.</summary>
    ShuffleSwap = 0xD3,

    /// <summary>Swaps that the search for a maximin design tries and accepts.</summary>
    Search = 0xD4,

    /// <summary>Which base points or trajectories a bootstrap sample of a sensitivity analysis holds.</summary>
    Bootstrap = 0xD5,

    /// <summary>Where a dummy parameter lies, which nothing depends on.</summary>
    Dummy = 0xD6,

    /// <summary>Which points a resample of a stored design holds.</summary>
    Resample = 0xE8,

    /// <summary>How points of a stored design are dealt to halves or folds.</summary>
    Dealing = 0xE9,

    /// <summary>Where a particle of a calibration starts: a draw from the prior.</summary>
    Prior = 0xE0,

    /// <summary>Which survivors of a calibration are copied.</summary>
    Resampling = 0xE1,

    /// <summary>Where a particle of a calibration is proposed to move, and whether it may.</summary>
    Move = 0xE2,

    /// <summary>Seeds of a calibration's parts: its simulations, its readings, the truths of a recovery test.</summary>
    Branch = 0xE3,

    /// <summary>What an observer hears of a simulated count.</summary>
    Hearing = 0xE4,

    /// <summary>Which families a bootstrap of a posterior draws.</summary>
    FamilyBootstrap = 0xE5,

    /// <summary>Which candidates of a policy search meet in a tournament.</summary>
    Tournament = 0xF0,

    /// <summary>How two candidates of a policy search are crossed.</summary>
    Crossing = 0xF1,

    /// <summary>How a candidate of a policy search is mutated.</summary>
    Mutation = 0xF2,

    /// <summary>A candidate of a policy search that has no parents.</summary>
    Anywhere = 0xF3,
}
