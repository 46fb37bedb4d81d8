using Experiments.Analysis;
using Experiments.Validation.Studies;
using Simulator.Ledgers;

namespace Experiments.Validation.Rows;

/// <summary>A1–A6: the case, and the case in a world where no trust is lost.</summary>
internal static class CaseRows
{
    internal const string Study = "case";
    internal const string NullStudy = "case-without-trust-loss";
    internal const string Policy = "one blast";

    /// <summary>People following on day 0 in both studies.</summary>
    private const int AudienceSize = 21_000;

    private const string Case = "The case of CMO Joe";

    private const string Mapping = "Nothing is mapped: the model was built for this case. 21,000 followers, three texts over three days, watched for a year: with the same seed and replicates the very runs of the report of the shipped case.";

    /// <summary>The rows.</summary>
    internal static IReadOnlyList<BoardRow> All { get; } =
    [
        .. EvidencePattern.All(null).Where(pattern => !pattern.IsOtherReading).Select(Row),
        new("A6", "With no loss of trust at all, the same five patterns fit", Standing.Pattern)
        {
            Published = "a hypothesis: delayed damage through eroding trust. It must be able to come out false",
            Source = Case,
            Evidence = "A",
            Studies = [NullStudy],
            Mapping = "The share of trust lost at full annoyance is set to 0 and everything else stays as it is; each of A1–A5 must still have its mean in its band.",
            Measure = results => [.. Lines(results, NullStudy).Where(line => !line.Pattern.IsOtherReading).Select(line => Figure(line) with { Label = $"{line.Pattern.Id}, {line.Pattern.Name}, no trust lost" })],
            Discuss = row => row.Verdict == Verdict.Inside
                ? "So the hypothesis can come out false: a world without any loss of trust leaves the same five traces. The case cannot tell whether trust was harmed, and no finding about delayed damage may be drawn from it. What would tell is in the shipped experiment “null”."
                : "The five patterns do not all survive without the loss of trust. If that held up, the case would say something about trust after all; look first at which pattern moved.",
        },
    ];

    private static BoardRow Row(EvidencePattern pattern) => new(pattern.Id, Capital(pattern.Name), Standing.Calibrated)
    {
        Published = pattern.Id == "A3" ? "“several hundred” in one report, “thousands” in the other" : pattern.Figure,
        Source = Case,
        Evidence = "F",
        Studies = [Study],
        Mapping = Mapping + (pattern.Id == "A4" ? " “No dip” means a change of at least minus one standard deviation of the silent twin’s first seven days." : ""),
        Measure = results => [.. Lines(results, Study).Where(line => line.Pattern.Id.TrimEnd('′') == pattern.Id).Select(Figure)],
        Discuss = row => pattern.Id == "A3"
            ? "The model is set to the smaller of two reports that contradict each other. If “thousands” is right, the model sells far too few books, and every profit in it is too low."
            : row.Verdict == Verdict.Inside ? "The defaults were chosen so that this fits: it shows that one population can produce it together with the other four, no more." : "The defaults were chosen so that this fits; something has changed since.",
    };

    /// <summary>The patterns held against a study, as in the report of the case.</summary>
    private static IReadOnlyList<EvidenceLine> Lines(StudyResults results, string study) => EvidenceCheck.Of(
        metric => [.. results.Of(study, Policy, metric).Where(double.IsFinite)],
        EvidenceCheck.Deviation([.. results.Of(study, "silent", Metric.FollowersDay7).Where(double.IsFinite)]),
        AudienceSize);

    private static Measured Figure(EvidenceLine line) => new(
        line.Pattern.IsOtherReading ? "books sold by the messages, held against “thousands”" : line.Pattern.Name, line.Mean, new Band(line.Pattern.Low, line.Pattern.High), line.Pattern.Unit == "share" ? Unit.Share : Unit.Count)
    {
        RunsInside = line.ShareInside,
        Instead = line.Pattern.IsOtherReading ? "the other report, “thousands”" : null,
        Published = line.Pattern.Id switch { "A1" => EvidencePattern.CaseComplaints, "A5" => EvidencePattern.CasePollNegative, _ => null },
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
