using System.Runtime.CompilerServices;
using Simulator.Ledgers;
using Simulator.People;
using Simulator.Policies;
using Simulator.Recovery;

namespace Simulator.Engine;

/// <summary>
/// Memory that one run takes at its peak, worked out beforehand. People who came and to whom nothing happened take their traits and little more: the pages of their state are never written.
/// Praise may bring more people than expected. The program itself, about 0.1 GB, comes on top, and so do the notes of a learning policy beyond its pilot, and the mailings of a policy of one's own that changes its message from person to person.
/// </summary>
internal static class Footprint
{
    /// <summary>What a newcomer's state takes: exit budget, status, and marks.</summary>
    private const int UntouchedBytes = sizeof(double) + (2 * sizeof(byte));

    /// <summary>Bytes a person in the outbox where one mailing a day is put in at once: with the headroom of the list.</summary>
    private const double OutboxBytes = sizeof(int) * (1 + (1.0 / Outbox.Headroom));

    /// <summary>The same where people are put in one by one or mailing by mailing: as the list grows, the old one is beside the new one.</summary>
    private const double GrowingOutboxBytes = 2 * sizeof(int);

    /// <summary>Lists of mailings that there are while theirs grows.</summary>
    private const int MailingLists = 2;

    /// <summary>Bytes of a note of a learning policy: its features twice (as noted, and in a row of the fit) and what it is about. Counted from its fields.</summary>
    private const int NoteBytes = 200;

    /// <summary>Bytes of the books of a cohort for each day: flows, levels and sums.</summary>
    private static readonly int BookBytes = (Enum.GetValues<Flow>().Length * sizeof(int)) + (4 * sizeof(int)) + (10 * sizeof(double));

    /// <summary>Buffers of a cohort: those of a slice of a mailing. Counted from its fields.</summary>
    private const int BufferBytes = 32_768;

    /// <summary>Bytes of a run of one policy.</summary>
    internal static long BytesOf(Scenario scenario, IPolicy policy)
    {
        bool areSeveral = Cohorts.AreSeveralIn(scenario.Audience);
        double people = PeopleBy(scenario, scenario.Horizon);
        double touched = policy is Schedule schedule ? Touched(schedule, scenario) : people;
        double traits = Followers.TraitBytes - (areSeveral ? 2 * Followers.RareTraitBytes : 0);
        double asked = areSeveral && AsksForSignals(policy) ? Followers.RareTraitBytes : 0;
        double cohorts = areSeveral ? Math.Ceiling(people / Cohorts.Size) : 1;
        return (long)((people * (traits + UntouchedBytes))
            + (touched * (Followers.StateBytes - UntouchedBytes + asked + (2 * policy.RememberedMessages)))
            + (policy is Schedule plan ? plan.Sends.Sum(send => OfSend(send, scenario, touched)) + OfOutbox(plan, scenario, touched) : touched * GrowingOutboxBytes)
            + (cohorts * ((scenario.Horizon * (double)BookBytes) + BufferBytes)));
    }

    /// <summary>Parts of a run that several threads can work on at a time: the cohorts of the audience it begins with.</summary>
    internal static int PartsOf(Scenario scenario) =>
        Cohorts.AreSeveralIn(scenario.Audience) ? ((scenario.Audience.Size - 1) / Cohorts.Size) + 1 : 1;

    private static double PeopleBy(Scenario scenario, double day) =>
        scenario.Audience.Size * (1 + (scenario.Audience.Inflow * Math.Min(day, scenario.Horizon)));

    private static double OfSend(Send send, Scenario scenario, double touched)
    {
        double campaigns = Math.Min(send.Times, Math.Max(0, (scenario.Horizon - send.First - 1) / send.Every) + 1);
        double offers = send.NewOfferEvery > 0 ? Math.Ceiling(campaigns / send.NewOfferEvery) : 1;
        double bits = offers * (send.Message.Copies + (send.Message.Offer ? 1 : 0));
        double notes = send.To.Learn is { } learn ? learn.Pilot * NoteBytes : 0;
        return touched * ((bits / 8) + notes);
    }

    // The list keeps the size of its longest day: at most one on which every line sends. Where the audience grows between campaigns, the collector may be late with the shorter one.
    private static double OfOutbox(Schedule schedule, Scenario scenario, double touched)
    {
        double people = schedule.Sends.Sum(send => Math.Min(send.Times, Math.Ceiling((double)send.Over / send.Every)) / send.Over);
        bool isOneMailing = schedule.Test is null && schedule.Sends is [{ To.Learn: null } only] && (only.Times == 1 || (only.Over <= only.Every && scenario.Audience.Inflow <= 0));
        double one = isOneMailing ? OutboxBytes : GrowingOutboxBytes;
        return touched * ((people * one) + (schedule.Test is { } test ? one + OfTrial(test) : 0));
    }

    // A mailing begins wherever the next person of the trial gets another variant.
    private static double OfTrial(VariantTest test) =>
        test.Share * (test.Messages.Count - 1) / test.Messages.Count * MailingLists * Unsafe.SizeOf<Mailing>();

    private static bool AsksForSignals(IPolicy policy) =>
        policy is not Schedule schedule || schedule.Sends.Any(send => send.To.SignalAtLeast > 0 || send.To.Learn is not null);

    // People who came after the last message were touched by none.
    private static double Touched(Schedule schedule, Scenario scenario)
    {
        if (schedule.Sends.Count == 0 && schedule.Test is null)
        {
            return 0;
        }

        double last = schedule.Test is { } test ? test.First + test.DecideAfter : -1;
        foreach (Send send in schedule.Sends)
        {
            double wait = send.To.Learn is { } learn ? send.Over + learn.Wait : 0;
            last = Math.Max(last, send.First + ((send.Times - 1.0) * send.Every) + send.Over - 1 + wait);
        }

        return PeopleBy(scenario, last + 1);
    }
}
