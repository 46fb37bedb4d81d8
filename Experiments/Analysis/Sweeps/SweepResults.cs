using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Designs;

namespace Experiments.Analysis.Sweeps;

/// <summary>What the store of a sweep holds, typed: of each cell only what the question asks for.</summary>
/// <param name="Facts">The experiment; its sweep is not null.</param>
/// <param name="Outcomes">The outcomes that answer the question, the most important first; at least one.</param>
/// <param name="Points">The points, in their order.</param>
/// <param name="Policies">The policies that send, in the order of the experiment.</param>
/// <param name="Cells">Each policy at each point, at the end; points in order, policies within them. Cells without a run are absent.</param>
/// <param name="Horizons">The same after fewer days, by number of days, ascending; empty when none were kept.</param>
internal sealed record SweepResults(
    ExperimentFacts Facts,
    IReadOnlyList<AnswerOutcome> Outcomes,
    IReadOnlyList<SweepPoint> Points,
    IReadOnlyList<string> Policies,
    IReadOnlyList<SweepCell> Cells,
    IReadOnlyList<SweepHorizon> Horizons)
{
    // Worked out once: charts ask for them again and again, and there may be 10,000 points.
    private IReadOnlyList<SweepValue>[]? _values;
    private string[]? _touched;
    private IReadOnlyList<SweepChoice>? _choices;

    /// <summary>What is varied.</summary>
    internal Sweep Sweep => Facts.Sweep!;

    /// <summary>The factors.</summary>
    internal IReadOnlyList<Factor> Factors => Sweep.Factors;

    /// <summary>The outcome that matters most.</summary>
    internal AnswerOutcome Main => Outcomes[0];

    /// <summary>Courses over days of those cells that charts draw.</summary>
    public SweepCourses Courses { get; init; } = SweepCourses.None;

    /// <summary>Outcomes that the analyses asked for read; empty without any.</summary>
    public RunTable Runs { get; init; } = RunTable.None;

    /// <summary>Emulators of the outcomes; empty unless asked for.</summary>
    public IReadOnlyList<Emulation.SweepEmulator> Emulators { get; init; } = [];

    /// <summary>Results by segment of the audience, averaged over points; empty without segments.</summary>
    public IReadOnlyList<SegmentResults> Segments { get; init; } = [];

    /// <summary>What the best combination gains over the worst, by segment; null without segments.</summary>
    public SegmentContrast? SegmentContrast { get; init; }

    /// <summary>Messages of runs that failed, with how many runs each.</summary>
    public IReadOnlyList<(string Message, int Runs)> Failures { get; init; } = [];

    /// <summary>What a ranking found; null where nothing was ranked.</summary>
    public Selection? Selection { get; init; }

    /// <summary>Which cells reached the precision wanted; null where none was wanted.</summary>
    public PrecisionReached? Precision { get; init; }

    /// <summary>Fewest replicates of a cell.</summary>
    internal int FewestReplicates => Cells.Select(cell => cell.Replicates).DefaultIfEmpty().Min();

    /// <summary>Most replicates of a cell.</summary>
    internal int MostReplicates => Cells.Select(cell => cell.Replicates).DefaultIfEmpty().Max();

    /// <summary>The policies whose results differ between points: the others are not touched by what is varied.</summary>
    internal IReadOnlyList<string> Touched => _touched ??= [.. Policies.Where(IsTouched)];

    /// <summary>
    /// The policy that charts of a single policy show: the case; or the only one whose parameters are varied; or the one that does
    /// best somewhere.
    /// </summary>
    internal string Subject
    {
        get
        {
            if (Facts.Case is { } name && Policies.Contains(name))
            {
                return name;
            }

            IReadOnlyList<string> touched = Touched;
            return touched.Count == 1 ? touched[0] : Ranked(Main).FirstOrDefault()?.Policy ?? Policies[0];
        }
    }

    /// <summary>Numbers of the factors that no sender decides and that have several levels.</summary>
    internal IEnumerable<int> Worlds => Enumerable.Range(0, Factors.Count).Where(factor => !Factors[factor].IsLever && ValuesOf(factor).Count > 1);

    /// <summary>What a sender can choose between.</summary>
    internal IReadOnlyList<SweepChoice> Choices => _choices ??= SweepChoice.All(this, Cells);

    /// <summary>
    /// Whether the question is which choice is best. Where a particular analysis is asked for, it is what evidence says; where only worlds
    /// are varied around a case, it is what the case comes to in them.
    /// </summary>
    internal bool IsChoice => Facts.Analyses.All(name => name == Config.AnalysisNames.Emulator) && Choices.Count > 1 && (Factors.Any(factor => factor.IsLever) || (Policies.Count > 1 && Facts.Case is null));

    /// <summary>Whether every cell is a choice, so that cells may be called best and worst.</summary>
    internal bool IsRanked => IsChoice && !Worlds.Any();

    /// <summary>What choices are averaged over, in words to follow a comma; empty when they are not.</summary>
    internal string Averaging => !Worlds.Any() || Sweep.Design.Kind == Design.OneAtATime
        ? ""
        : $", averaged over {(Sweep.Design.Kind == Design.Grid ? Wording.List([.. Worlds.Select(world => Factors[world].Label)]) : "all points")}";

    /// <summary>Number of the one numeric factor along which curves are drawn; null where there is none, or several that vary on their own.</summary>
    internal int? Lever
    {
        get
        {
            int[] numeric = [.. Enumerable.Range(0, Factors.Count).Where(factor => Factors[factor].IsNumeric && ValuesOf(factor).Count > 1)];
            bool moveTogether = Sweep.Design.Kind == Design.List;
            bool alone = Factors.Count == 1 || Sweep.Design.Kind == Design.Grid;
            return numeric.Length > 0 && (moveTogether || (numeric.Length == 1 && alone && Factors.Count <= 3)) ? numeric[0] : null;
        }
    }

    /// <summary>What a gain in the most important outcome is weighed against: trust debt, or else an outcome that is better the other way; null where there is neither.</summary>
    internal AnswerOutcome? Price
    {
        get
        {
            AnswerOutcome trust = AnswerOutcome.Of(Simulator.Ledgers.Metric.TrustDebt, hasSilence: true);
            AnswerOutcome? price = Main != trust
                ? trust
                : Outcomes.Skip(1).FirstOrDefault(outcome => outcome.IsBetterHigh != Main.IsBetterHigh) ?? Outcomes.Skip(1).FirstOrDefault();
            return price is not null && Cells.Any(cell => cell.Of(price).Count > 0) ? price : null;
        }
    }

    /// <summary>The cells of one policy.</summary>
    internal IReadOnlyList<SweepCell> Of(string policy) => [.. Cells.Where(cell => cell.Policy == policy)];

    /// <summary>Cells from the best to the worst by the mean of an outcome.</summary>
    internal IReadOnlyList<SweepCell> Ranked(AnswerOutcome outcome) =>
        [.. Cells.Where(cell => cell.Of(outcome).Count > 0).OrderByDescending(cell => outcome.Sign * cell.Of(outcome).Mean)];

    /// <summary>Choices from the best to the worst by the mean of an outcome.</summary>
    internal IReadOnlyList<SweepCell> RankedChoices(AnswerOutcome outcome) =>
        [.. Choices.Select(choice => choice.Cell).Where(cell => cell.Of(outcome).Count > 0).OrderByDescending(cell => outcome.Sign * cell.Of(outcome).Mean)];

    /// <summary>The values of a factor that occur, in order of size or of the file.</summary>
    internal IReadOnlyList<SweepValue> ValuesOf(int factor) => (_values ??= [.. Enumerable.Range(0, Factors.Count).Select(Occurring)])[factor];

    private IReadOnlyList<SweepValue> Occurring(int factor)
    {
        IEnumerable<SweepValue> values = Points.Select(point => point.Values[factor]).Distinct();
        return Factors[factor].IsNumeric ? [.. values.OrderBy(value => value.Number)] : [.. values];
    }

    /// <summary>How a cell is called in a sentence: its policy where there are several, and the values of the factors.</summary>
    internal string NameOf(SweepCell cell) => Named(cell, cell.Point.With(Factors), name => Wording.Quote(name), " with ");

    /// <summary>The same by the number of the point and the policy; the policy alone where the cell has no runs.</summary>
    internal string NameOf(int point, string policy) =>
        Cells.FirstOrDefault(cell => cell.Point.Index == point && cell.Policy == policy) is { } cell ? NameOf(cell) : Wording.Quote(policy);

    /// <summary>The same for labels, where room is scarce.</summary>
    internal string LabelOf(SweepCell cell) => Named(cell, cell.Point.Short, name => name, " · ");

    /// <summary>What the values in the labels of cells are, as a sentence that follows another; empty where labels are policies alone.</summary>
    internal string LabelKeyOf(IReadOnlyList<SweepCell> cells)
    {
        IEnumerable<string> shown = Factors.Where((_, factor) => cells.Any(cell => cell.Point.Values[factor] != SweepValue.Any)).Select(factor => factor.Label);
        return cells.Any(cell => LabelOf(cell) != cell.Policy) ? $" Labels: {(Policies.Count > 1 ? "policy · " : "")}{string.Join(" · ", shown)}." : "";
    }

    private string Named(SweepCell cell, string values, Func<string, string> policy, string joint) => values.Length == 0 || (Policies.Count > 1 && !Touched.Contains(cell.Policy))
        ? policy(cell.Policy)
        : Policies.Count == 1 ? values : policy(cell.Policy) + joint + values;

    private bool IsTouched(string policy)
    {
        SweepCell? first = null;
        foreach (SweepCell cell in Cells)
        {
            if (cell.Policy != policy)
            {
                continue;
            }

            first ??= cell;
            if (Outcomes.Any(outcome => Differs(cell.Of(outcome), first.Of(outcome))))
            {
                return true;
            }
        }

        return false;
    }

    // Cells may have different numbers of replicates; what they have in common is alike where nothing was changed.
    private static bool Differs(ReplicateSample one, ReplicateSample other)
    {
        for (int replicate = 0; replicate < Math.Min(one.Values.Count, other.Values.Count); replicate++)
        {
            if (!one[replicate].Equals(other[replicate]))
            {
                return true;
            }
        }

        return false;
    }
}
