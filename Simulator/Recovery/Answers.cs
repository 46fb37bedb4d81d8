using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.RandomStreams;

namespace Simulator.Recovery;

/// <summary>Answers to complaints: a part of the complainer's lost trust comes back, and nobody sees the complaint any more.</summary>
/// <remarks>No bonus beyond what was lost: de Matos, Henrique and Rossi (2007), doi:10.1177/1094670507303012, find no significant gain in loyalty.</remarks>
internal static class Answers
{
    /// <summary>Answers what is due on a day.</summary>
    internal static void Send(VoiceLog voices, Cohorts cohorts, Response response, in Draws draws, int day)
    {
        int madeBy = day - Math.Max(1, response.Delay);
        while (voices.TryTakeComplaint(madeBy, out Complaint complaint))
        {
            RandomBlock draw = draws.Block(Purpose.Answer, complaint.Complainer, complaint.Day, complaint.Ordinal);
            if (RandomBlock.Uniform(draw.Word0) >= response.Rate)
            {
                continue;
            }

            Roster roster = cohorts.Of(complaint.Complainer);
            roster.Book(Flow.Answers, complaint.Complainer);
            if (complaint.VoiceIndex >= 0)
            {
                voices.MarkAnswered(complaint.VoiceIndex);
            }

            if (roster.IsPresent(complaint.Complainer))
            {
                roster.Restore(complaint.Complainer, response.Restore);
            }
        }
    }
}
