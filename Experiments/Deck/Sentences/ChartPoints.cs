using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Experiments.Charts;
using Experiments.Charts.Sweeps;
using Experiments.Charts.Sweeps.Inquiries;
using Experiments.Reports;
using Simulator.Policies;

namespace Experiments.Deck.Sentences;

/// <summary>
/// The headline of a chart and the sentences beside it: from the findings it shows, from the results it is drawn from, from what it says to
/// a reader who cannot see it. No sentence is cut; what has been said on a slide before is said again only when there is nothing else.
/// </summary>
/// <param name="report">What the charts are from.</param>
internal sealed class ChartPoints(IReport report)
{
    /// <summary>Sentences a chart.</summary>
    internal const int Count = 3;

    /// <summary>Longest sentence beside a chart.</summary>
    private const int Longest = 290;

    /// <summary>Longest the three may be together. Chosen: what fits beside a chart.</summary>
    private const int LongestTogether = 640;

    /// <summary>Longest headline of a chart whose own has been used. Chosen: two lines.</summary>
    private const int LongestHeadline = 165;

    /// <summary>The findings that charts of a report without a sweep show, beside the one they are named after.</summary>
    private static readonly Dictionary<string, string[]> Shown = new()
    {
        [SalesAndTrustChart.Id] = ["trust", "pay"],
        [NetValueChart.Id] = ["haste", "pay", "rank"],
        [LeadChart.Id] = ["rank"],
        [ExchangeChart.Id] = ["trust"],
        [IcebergChart.Id] = ["iceberg", "no dip"],
        [PollChart.Id] = ["poll"],
        [CurveChart.Id] = ["optimum"],
        [LevelsChart.Id] = ["best", "selection"],
        [FrontChart.Id] = ["front", "best"],
        [HorizonMapChart.Id] = ["overtaking", "optimum"],
        [PowerChart.Id] = ["power"],
        [EvidenceChart.Id] = ["evidence"],
        [TellApartChart.Id] = ["tell-apart"],
        [VoiceChart.Id] = ["voice", "filters"],
        [PollStepsChart.Id] = ["poll-steps", "filters"],
        [WorstCasesChart.Id] = ["worst-cases", "worst-cases-rest"],
        [BoxChart.Id] = ["box"],
        [BoxMapChart.Id] = ["box"],
        [BoxTradeOffChart.Id] = ["box"],
        [BoxTreeChart.Id] = ["tree"],
    };

    private readonly HashSet<string> _said = [];

    /// <summary>A headline that no slide before it has, and three sentences.</summary>
    /// <param name="chart">The chart.</param>
    internal (string Headline, IReadOnlyList<string> Points) Of(Chart chart)
    {
        (string Sentence, bool StandsAlone)[] candidates = [.. Candidates(chart)];
        string headline = _said.Contains(Bare(chart.Title))
            ? Headlines(chart).Concat(candidates.Where(part => part.StandsAlone && IsTelling(part.Sentence)).Select(part => Bare(part.Sentence)))
                .FirstOrDefault(sentence => sentence.Length <= LongestHeadline && !_said.Contains(sentence)) ?? chart.Title
            : chart.Title;
        _said.Add(Bare(headline));
        var points = new List<string>();
        Take(points, candidates, part => !_said.Contains(Bare(part)) && !Bare(headline).Contains(Bare(part), StringComparison.Ordinal));
        Take(points, candidates, part => !Bare(headline).Contains(Bare(part), StringComparison.Ordinal));
        Take(points, [.. SplitText.Of(chart.Reading)], _ => true);
        _said.UnionWith(points.Select(Bare));
        return (headline, points);
    }

    private IEnumerable<string> Headlines(Chart chart)
    {
        if (report is not SweepReport { Results: { } results })
        {
            return [];
        }

        var say = new SweepSentences(results);
        IEnumerable<string> effects = results.Outcomes.SelectMany(say.EffectHeadlines);
        IEnumerable<string> extremes = results.Outcomes.SelectMany(say.ExtremeHeadlines);
        return chart.Id is FactorPanelsChart.Id or CurveChart.Id ? effects.Concat(extremes) : extremes.Concat(effects);
    }

    // A sentence that speaks of the one before it is taken only after that one.
    private static void Take(List<string> points, (string Sentence, bool StandsAlone)[] candidates, Predicate<string> wanted)
    {
        bool taken = false;
        foreach ((string sentence, bool standsAlone) in candidates)
        {
            bool isNew = sentence.Length <= Longest && points.Sum(point => point.Length) + sentence.Length <= LongestTogether && !points.Contains(sentence) && wanted(sentence) && IsTelling(sentence);
            taken = points.Count < Count && (standsAlone || taken) && isNew;
            if (taken)
            {
                points.Add(sentence);
            }
        }
    }

    // A question, or what merely says what is held against what, is for the page.
    private static bool IsTelling(string sentence) => !sentence.EndsWith('?') && !sentence.StartsWith("Means of ", StringComparison.Ordinal) && !sentence.StartsWith("What ", StringComparison.Ordinal) && !sentence.StartsWith("Labels: ", StringComparison.Ordinal);

    private static string Bare(string sentence) => sentence.TrimEnd('.');

    private IEnumerable<(string Sentence, bool StandsAlone)> Candidates(Chart chart)
    {
        IEnumerable<(string, bool)> found = Found(chart);
        if (report is not SweepReport { Results: { } results })
        {
            // A scatter of policies is told policy by policy.
            return (chart.Id == ExchangeChart.Id ? Alone(Drawn(chart).Take(2)) : []).Concat(found).Concat(Alone(report is Report plain ? Computed(plain.Results, chart) : [])).Concat(Alone(Drawn(chart)));
        }

        // Where an analysis was asked for, or one lever was varied, the finding says it best; elsewhere what is computed for the chart at hand.
        IEnumerable<(string, bool)> computed = Alone(Computed(results, chart));
        bool isSegments = chart.Id is SegmentEffectChart.Id or SegmentChart.Id;
        return InquiryCharts.Ids.Contains(chart.Id) || isSegments || chart.Id is CurveChart.Id or HorizonMapChart.Id
            ? found.Concat(isSegments ? Alone(Drawn(chart)) : []).Concat(computed)
            : computed.Concat(found);
    }

    private static IEnumerable<(string Sentence, bool StandsAlone)> Alone(IEnumerable<string> sentences) => sentences.Select(sentence => (sentence, true));

    private IEnumerable<(string Sentence, bool StandsAlone)> Found(Chart chart)
    {
        string[] ids = Shown.GetValueOrDefault(chart.Id, []);
        foreach (Finding finding in report.Answer.Findings.Where(finding => finding.Title == chart.Title).Concat(ids.SelectMany(id => report.Answer.Findings.Where(finding => finding.Id == id))).Distinct())
        {
            // What factors do is said from the results, in sentences.
            if (finding.Id.StartsWith(EffectsFinding.Id + "-", StringComparison.Ordinal) && report is SweepReport { Results.Sweep.Design.FillsSpace: false })
            {
                continue;
            }

            foreach ((string, bool) part in SplitText.Of(finding.Text))
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<string> Computed(StoredResults results, Chart chart) => chart.Id switch
    {
        FunnelChart.Id => PolicySentences.Funnel(results),
        WhereaboutsChart.Id => PolicySentences.Whereabouts(results),
        _ => [],
    };

    private static IEnumerable<string> Computed(SweepResults results, Chart chart)
    {
        var say = new SweepSentences(results);
        AnswerOutcome outcome = results.Outcomes.FirstOrDefault(candidate => chart.Id == MapChart.IdOf(candidate) || chart.Id == TailChart.IdOf(candidate)) ?? results.Main;
        IEnumerable<string> others = results.Outcomes.Where(other => other != outcome).SelectMany(say.Effects);
        return chart.Id switch
        {
            FanChart.Id => say.Fans().Concat(say.Extremes(outcome)),
            FactorPanelsChart.Id or TornadoChart.Id => say.Effects(outcome).Concat(others),
            FrontChart.Id => (results.Price is { } price ? say.Front(price) : []).Concat(say.Extremes(outcome)),
            _ when chart.Id.StartsWith(TailChart.Id + "-", StringComparison.Ordinal) => say.Tails(outcome).Concat(say.Effects(outcome)),
            _ when chart.Id.StartsWith(MapChart.Id + "-", StringComparison.Ordinal) => say.Extremes(outcome).Concat(say.Effects(outcome)),
            CurveChart.Id => say.Effects(outcome).Concat(others).Concat(say.Extremes(outcome)),
            _ => say.Extremes(outcome).Concat(results.Outcomes.Skip(1).SelectMany(say.Extremes)).Concat(say.Effects(outcome)),
        };
    }

    // What the chart tells those who cannot see it; first of what its headline speaks of, then of the policy in question.
    private IEnumerable<string> Drawn(Chart chart)
    {
        string[] names = report is Report { Results: { } results } ? [.. results.AsWritten.Policies.Select(policy => policy.Name)] : [];
        string subject = report is Report { Results.Subject.Name: { } name } ? name : "";
        string Named(string clause) => names.FirstOrDefault(name => clause.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase) || clause.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase)) ?? "";
        return SplitText.Clauses(chart.AltText)
            .Select((clause, index) => (Clause: clause, Name: Named(clause), index))
            .Where(entry => Bare(entry.Clause) != chart.Title)
            .OrderBy(entry => entry.Name.Length > 0 && chart.Title.Contains(Wording.Quote(entry.Name), StringComparison.Ordinal) ? 0 : entry.Name == subject ? 1 : 2)
            .ThenBy(entry => entry.index)
            .Select(entry => entry.Name.Length > 0 ? (entry.Name == Schedule.SilentName ? "Sending nothing" : Wording.Quote(entry.Name)) + entry.Clause[entry.Name.Length..] : entry.Clause)
            .Select(clause => clause.Replace(" of " + Schedule.SilentName + " ", " of sending nothing ", StringComparison.Ordinal));
    }
}
