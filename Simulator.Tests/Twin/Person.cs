using Simulator.Ledgers;
using Simulator.Messages;

namespace Simulator.Tests.Twin;

/// <summary>One follower of the plain model, section 2 and 3: an object with plain numbers, brought up to date every day.</summary>
internal sealed class Person
{
    private static readonly int FlowCount = Enum.GetValues<Flow>().Length;

    internal required int Index { get; init; }

    internal required int Segment { get; init; }

    internal required double R0 { get; init; }

    internal required double T0 { get; init; }

    internal required double Tolerance { get; init; }

    internal required double Attention { get; init; }

    internal required double Appetite { get; init; }

    internal required double Reach { get; init; }

    internal required double Misjudgement { get; init; }

    internal required bool Consents { get; init; }

    /// <summary>Day of arrival; 0 for the initial audience.</summary>
    internal required int ArrivedOn { get; init; }

    /// <summary>Hazard that this person bears before leaving, drawn once; −ln of a uniform number.</summary>
    internal required double ExitBudget { get; init; }

    /// <summary>f, trust lost that will soon be forgiven.</summary>
    internal double F { get; set; }

    /// <summary>s, trust lost that is long remembered.</summary>
    internal double S { get; set; }

    internal required double R { get; set; }

    internal double D { get; set; } = 1;

    internal double P { get; set; }

    internal double HazardSpent { get; set; }

    internal bool Follows { get; set; } = true;

    internal bool HasComplained { get; set; }

    internal bool Harmed { get; set; }

    internal int? LastVoice { get; set; }

    /// <summary>What happened with this person so far, by flow.</summary>
    internal int[] Counts { get; } = new int[FlowCount];

    internal List<int> DeliveryDays { get; } = [];

    internal HashSet<(Message Message, int Offer)> Bought { get; } = [];

    internal HashSet<(Message Message, int Offer, int Copy)> CopiesRead { get; } = [];

    /// <summary>T = T0 − f − s, unclamped.</summary>
    internal double T => T0 - F - S;

    internal double ClampedT => Math.Min(1, Math.Max(0, T));

    /// <summary>Lose(k): x = T·k.</summary>
    internal void Lose(double k, double rememberedShare) => Split(T * k, rememberedShare);

    /// <summary>Gain(k): x = −(1 − T)·k.</summary>
    internal void Gain(double k, double rememberedShare) => Split(-(1 - T) * k, rememberedShare);

    /// <summary>Whether this person may speak up on a day.</summary>
    internal bool MaySpeak(int day, int cooldown) => LastVoice is not { } last || day - last >= cooldown;

    private void Split(double x, double rememberedShare)
    {
        S += rememberedShare * x;
        F += (1 - rememberedShare) * x;
    }
}
