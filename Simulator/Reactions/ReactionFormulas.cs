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

    /// <summary>What the message itself adds to perceived spamminess, on the logit scale: base + promotion·π + mechanical·(1 − ρ).</summary>
    /// <param name="appraisal">Coefficients.</param>
    /// <param name="promotion">π, 0–1.</param>
    /// <param name="personalization">ρ, 0–1.</param>
    public static double StrangerLogit(Appraisal appraisal, double promotion, double personalization) =>
        appraisal.Base + (appraisal.Promotion * promotion) + (appraisal.Mechanical * (1 - personalization));

    /// <summary>What the reader adds: pressure·P + repetition·[read before] − relationship·R − consent·κ.</summary>
    /// <param name="appraisal">Coefficients.</param>
    /// <param name="pressure">P before the message, promotional DMs.</param>
    /// <param name="repeated">1 if this copy was read before, else 0: a number, since a branch on it would often be predicted wrongly.</param>
    /// <param name="relationship">R, 0–1.</param>
    /// <param name="consents">κ, 1 if the person believes that following is permission, else 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double PersonalLogit(Appraisal appraisal, double pressure, int repeated, double relationship, int consents) =>
        (appraisal.Pressure * pressure) + (appraisal.Repetition * repeated)
        - (appraisal.Relationship * relationship) - (appraisal.Consent * consents);

    /// <summary>Annoyance e = max(0, (s − τ)/(1 − τ)): how far a message feels beyond what this person tolerates.</summary>
    /// <param name="spamminess">Perceived spamminess s, 0–1.</param>
    /// <param name="tolerance">τ, 0–1; whoever tolerates everything (1) is never annoyed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Annoyance(double spamminess, double tolerance) =>
        Math.Max(0, spamminess - tolerance) / Math.Max(1 - tolerance, double.Epsilon);

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
