using Simulator.Recovery;

namespace Simulator.Reactions;

/// <summary>The parameters of sections 4 and 5 that a reaction depends on.</summary>
internal sealed record ReactionParameters(
    Reading Reading,
    Appraisal Appraisal,
    ReactionRates Rates,
    TrustDynamics Trust,
    RelationshipDynamics Relationship,
    OpennessDynamics Openness,
    int Cooldown);
