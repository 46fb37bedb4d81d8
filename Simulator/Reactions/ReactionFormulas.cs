using System.Runtime.CompilerServices;

namespace Simulator.Reactions;

/// <summary>The equations of one message to one person, each a pure line. Probabilities hold R, D and T to [0, 1] where they need it.</summary>
public static class ReactionFormulas
{
    /// <summary>Chance to read: a·(floor + (1 − floor)·R)·D·C/(C + P).</summary>
    /// <param name="reading">Floor and capacity C.</param>
    /// <param name="attention">a, 0–1.</param>
    /// <param name="relationship">R, 0–1.</param>
    /// <param name="openness">D, 0–1.</param>
    /// <param name="pressure">P before the message, promotional DMs.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ReadProbability(Reading reading, double attention, double relationship, double openness, double pressure) =>
        attention * (reading.Floor + ((1 - reading.Floor) * relationship)) * openness * reading.Capacity / (reading.Capacity + pressure);

    /// <summary>Λ(x) = 1/(1 + e^(−x)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>Perceived spamminess on the logit scale.</summary>
    /// <param name="appraisal">Coefficients.</param>
    /// <param name="promotion">π, 0–1.</param>
    /// <param name="personalization">ρ, 0–1.</param>
    /// <param name="pressure">P before the message, promotional DMs.</param>
    /// <param name="repeated">Whether this copy was read before.</param>
    /// <param name="relationship">R, 0–1.</param>
    /// <param name="consents">κ, whether the person believes that following is permission.</param>
    public static double SpamLogit(
        Appraisal appraisal, double promotion, double personalization, double pressure, bool repeated, double relationship, bool consents) =>
        appraisal.Base + (appraisal.Promotion * promotion) + (appraisal.Mechanical * (1 - personalization))
        + (appraisal.Pressure * pressure) + (repeated ? appraisal.Repetition : 0)
        - (appraisal.Relationship * relationship) - (consents ? appraisal.Consent : 0);

    /// <summary>Annoyance e = max(0, (s − τ)/(1 − τ)): how far a message feels beyond what this person tolerates.</summary>
    /// <param name="spamminess">Perceived spamminess s, 0–1.</param>
    /// <param name="tolerance">τ, 0–1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Annoyance(double spamminess, double tolerance) =>
        spamminess > tolerance ? (spamminess - tolerance) / (1 - tolerance) : 0;

    /// <summary>Chance to buy an offer not bought yet: q·T·(1 − e).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double BuyProbability(double appetite, double trust, double annoyance) => appetite * trust * (1 - annoyance);

    /// <summary>Chance of praise by a reader who is not annoyed: praise·R·T.</summary>
    public static double PraiseProbability(ReactionRates rates, double relationship, double trust) => rates.Praise * relationship * trust;

    /// <summary>Chance of a complaint: complain·e.</summary>
    public static double ComplainProbability(ReactionRates rates, double annoyance) => rates.Complain * annoyance;

    /// <summary>Chance of a block: block·e².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double BlockProbability(ReactionRates rates, double annoyance) => rates.Block * annoyance * annoyance;

    /// <summary>Chance of an unfollow, if not blocked: (1 − R)·(unfollow·e + reminder·(1 − T)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double UnfollowProbability(ReactionRates rates, double relationship, double trust, double annoyance) =>
        (1 - relationship) * ((rates.Unfollow * annoyance) + (rates.Reminder * (1 - trust)));
}
