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

    /// <summary>Share of all messages a policy could send that go out by lot, as pilot or exploration, whatever it learns; 0 of one that does not learn.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="horizon">Days simulated; campaigns that begin later do not count.</param>
    internal static double ByLot(Schedule policy, int horizon) => policy.Sends.Where(send => send.To.Learn is not null).Select(send =>
    {
        int campaigns = Math.Clamp(1 + ((horizon - 1 - send.First) / send.Every), 1, send.Times);
        return (send.To.Learn!.Pilot + ((campaigns - 1) * send.To.Learn.Explored)) / campaigns;
    }).DefaultIfEmpty().Max();
}
