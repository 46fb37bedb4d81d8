using Simulator.Policies;

namespace Experiments.Analysis.Context;

/// <summary>The roles of policies.</summary>
internal static class ContextRoles
{
    /// <summary>The role of a policy.</summary>
    internal static ContextRole Of(Schedule policy)
    {
        bool knows = policy.SignalNoise <= 0;
        return policy switch
        {
            _ when policy.Sends.Any(send => send.To.Learn is not null) => knows ? ContextRole.LearnedKnown : ContextRole.Learned,
            _ when policy.Sends.Any(send => send.To.SignalAtLeast > 0) => knows ? ContextRole.Known : ContextRole.Guessed,
            _ => ContextRole.Everybody,
        };
    }
}
