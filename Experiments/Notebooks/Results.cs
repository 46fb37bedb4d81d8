using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Config;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Store;
using Simulator.Ledgers;

namespace Experiments.Notebooks;

/// <summary>
/// The results of an experiment, typed, for LINQ; with the findings and the charts of its report. Tables are read when they are first asked
/// for and kept: a run takes about 400 bytes, a day of an outcome of a policy about 130.
/// </summary>
[TypeFormatterSource(typeof(PolyglotFormatters))]
public sealed class Results : IRichOutput
{
    private readonly ExperimentPlan _plan;
    private readonly ResultTables _tables;
    private readonly Lazy<IReport> _report;
    private readonly Lazy<IReadOnlyList<RunRow>> _runs;
    private readonly Lazy<IReadOnlyList<HorizonRow>> _horizons;
    private readonly Lazy<IReadOnlyList<SegmentRow>> _segments;

    private Results(string folder, ExperimentPlan plan)
    {
        (Folder, _plan) = (folder, plan);
        _tables = new ResultTables(Path.Combine(folder, ResultStore.FileName), plan.Layout().VariedPaths);
        _report = new(() => ReportWriter.Compose(folder, plan));
        (_runs, _horizons, _segments) = (new(_tables.Runs), new(_tables.Horizons), new(_tables.Segments));
    }

    /// <summary>Name of the experiment.</summary>
    public string Name => _plan.Name;

    /// <summary>Path of the folder that holds the results. Its name, without the path, is what a notebook shows: the path is another one elsewhere.</summary>
    public string Folder { get; }

    /// <summary>Its question, as a reader would ask it; may be empty.</summary>
    public string Question => _plan.Question;

    /// <summary>Hash of the resolved experiment, hexadecimal, whole: the same hash means the same results.</summary>
    public string Hash => _plan.Hash;

    /// <summary>Seed of all draws.</summary>
    public ulong Seed => _plan.Seed;

    /// <summary>Days simulated, as the experiment is written.</summary>
    public int Horizon => _plan.Facts().Horizon;

    /// <summary>The command that makes the results again, from the folder of the project.</summary>
    public string Command => _plan.Facts().Command;

    /// <summary>What the experiment in particular cannot tell, in sentences.</summary>
    public IReadOnlyList<string> Limits => _plan.Limits;

    /// <summary>The policies, the silent twin first.</summary>
    public IReadOnlyList<string> Policies => _tables.Policies();

    /// <summary>Dotted paths of what is varied, in the order of the experiment.</summary>
    public IReadOnlyList<string> Varied => _plan.Layout().VariedPaths;

    /// <summary>The points: one where nothing is varied.</summary>
    public IReadOnlyList<PointRow> Points => _tables.Points();

    /// <summary>All runs at their end: points in order, policies within them, replicates within those.</summary>
    public IReadOnlyList<RunRow> Runs => _runs.Value;

    /// <summary>All runs after the numbers of days at which the experiment keeps them; empty when it keeps none.</summary>
    public IReadOnlyList<HorizonRow> Horizons => _horizons.Value;

    /// <summary>All runs by segment of the audience; empty without segments.</summary>
    public IReadOnlyList<SegmentRow> Segments => _segments.Value;

    /// <summary>The runs that failed; empty when all went well.</summary>
    public IReadOnlyList<FailureRow> Failures => _tables.Failures();

    /// <summary>The indices of a design for sensitivity, outcome by outcome and factor by factor; empty for other designs.</summary>
    public IReadOnlyList<IndexRow> Indices => _report.Value is not SensitivityReport { Results: { } found }
        ? []
        : [.. IndexEntry.All(found).Select(entry => new IndexRow(
            entry.Of.Policy,
            entry.Of.Outcome.Metric,
            entry.Kind,
            found.Factors[entry.Factor].Path,
            found.Factors[entry.Factor].Label,
            entry.Other is { } other ? found.Factors[other].Path : null,
            Estimate.Of(entry.Value, entry.Kind is "first" or "total" or "second" ? Estimate.Percent : "")))];

    /// <summary>The findings of the report, the most important first.</summary>
    public IReadOnlyList<Finding> Findings => [.. _report.Value.Answer.Findings.Select(finding => new Finding(finding.Id, finding.Title, finding.Text))];

    /// <summary>Names of the charts of the report, in the order of its argument.</summary>
    public IReadOnlyList<string> ChartNames => [.. _report.Value.Charts.OfType<Charts.Chart>().Select(chart => chart.Id)];

    /// <summary>Opens a result folder.</summary>
    /// <param name="folder">The folder, for example "results/cadence-a463215f": from the notebook's folder or one above it.</param>
    /// <exception cref="NotebookException">It is not there, not finished, of another version of the program, or changed since.</exception>
    public static Results Load(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        string path = NotebookFolders.Find(folder);
        try
        {
            return new Results(path, FinishedReport.Plan(path));
        }
        catch (RefusedException refusal)
        {
            throw new NotebookException(refusal.Message, refusal);
        }
    }

    /// <summary>Opens the newest finished results of an experiment, in the folders "results" from the notebook's folder upwards.</summary>
    /// <param name="name">Name of the experiment, for example "cadence".</param>
    /// <exception cref="NotebookException">There are none.</exception>
    public static Results Latest(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Load(NotebookFolders.Latest(name));
    }

    /// <summary>
    /// Runs an experiment into the project's folder "results", or finds it done there: what determines the results determines the folder,
    /// so that a notebook that ran once opens at once, and one on a fresh clone runs what it needs.
    /// </summary>
    /// <param name="experiment">Name of a shipped experiment, path of an experiment file (.yaml), or the text of one.</param>
    /// <param name="replicates">Replicates of every point and policy; null takes the experiment's.</param>
    /// <param name="seed">Seed of all draws; null takes the experiment's.</param>
    /// <param name="set">Values by dotted path, for example "scenario.horizon=90".</param>
    /// <param name="cancellation">Stops; running the same cell again goes on.</param>
    /// <exception cref="NotebookException">There is no such experiment, it has problems, or it could not be run; the message names all that is wrong.</exception>
    public static Results Run(
        string experiment, int? replicates = null, int? seed = null, IEnumerable<string>? set = null, CancellationToken cancellation = default)
    {
        ExperimentReading reading = Setup.Reading(experiment, replicates, seed, set);
        return Run(reading, NotebookFolders.Results, cancellation);
    }

    /// <summary>Runs an experiment into its folder below another one, or finds it done there.</summary>
    internal static Results Run(ExperimentReading reading, string results, CancellationToken cancellation)
    {
        var plan = ExperimentPlan.Of(reading, reading.Experiment!);
        string folder = Path.Combine(results, $"{plan.Name}-{plan.Facts().ShortHash}");
        var messages = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, messages, ErrorIsTerminal: false, ShowsProgress: false);
        int code = new ExperimentRun(
            plan,
            new RunOptions { Out = folder, Quiet = true },
            terminal,
            finished => ReportWriter.Write(finished.Folder, finished.Plan),
            (_, _) => { }).Complete(cancellation);
        cancellation.ThrowIfCancellationRequested();
        return code == ExitCode.Done || (code == ExitCode.SomeRunsFailed && Manifest.IsIn(folder))
            ? Load(folder)
            : throw new NotebookException(messages.ToString().Trim());
    }

    /// <summary>What a varied parameter is called in the report.</summary>
    /// <param name="path">Its dotted path, or the end of one.</param>
    /// <exception cref="NotebookException">There is no such path.</exception>
    public string LabelOf(string path)
    {
        string whole = Points[0].Varied.Find(path);
        return _plan.Sweep?.Sweep.Factors.FirstOrDefault(factor => factor.Path == whole)?.Label ?? whole;
    }

    /// <summary>The runs of one policy, at all points.</summary>
    /// <param name="policy">Its name.</param>
    /// <exception cref="NotebookException">There is no policy of that name.</exception>
    public IReadOnlyList<RunRow> Of(string policy) => Policies.Contains(policy)
        ? [.. Runs.Where(run => run.Policy == policy)]
        : throw new NotebookException($"There is no policy '{policy}'{NearestName.Hint(policy, Policies)}");

    /// <summary>Some outcomes by day: one row a point, policy, outcome and day.</summary>
    /// <param name="metrics">Outcomes that exist by day.</param>
    /// <exception cref="NotebookException">An outcome does not exist by day.</exception>
    public IReadOnlyList<DayRow> Days(params IReadOnlyCollection<Metric> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        if (metrics.Select(MetricInfo.Of).FirstOrDefault(info => !info.IsDaily) is { } never)
        {
            throw new NotebookException($"'{never.Name}' does not exist by day; it is in the table of runs.");
        }

        return _tables.Days(metrics);
    }

    /// <summary>A chart of the report.</summary>
    /// <param name="name">Its name, for example "net-value"; see <see cref="ChartNames"/>.</param>
    /// <exception cref="NotebookException">There is no such chart, or it is left out of this report; the message says why.</exception>
    public Chart Chart(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return _report.Value.Charts.FirstOrDefault(entry => entry.Id == name) switch
        {
            Charts.Chart chart => Notebooks.Chart.Of(chart),
            Charts.OmittedChart omitted => throw new NotebookException($"The chart '{name}' is left out of this report: {omitted.Reason}."),
            _ => throw new NotebookException($"There is no chart '{name}'{NearestName.Hint(name, ChartNames)}"),
        };
    }

    /// <summary>A finding of the report.</summary>
    /// <param name="id">Its key, for example "pay", or the beginning of it.</param>
    /// <exception cref="NotebookException">There is no such finding.</exception>
    public Finding Finding(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return Findings.FirstOrDefault(finding => finding.Id == id)
            ?? Findings.FirstOrDefault(finding => finding.Id.StartsWith(id + "-", StringComparison.Ordinal))
            ?? throw new NotebookException($"There is no finding '{id}'{NearestName.Hint(id, Findings.Select(finding => finding.Id))}");
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToMimeBundle() => Outline().ToMimeBundle();

    /// <summary>Name, hash and size in a line.</summary>
    public override string ToString() => $"{Name}, {Words.Count(Points.Count, "point", "points")}, {Words.Count(Policies.Count, "policy", "policies")}, {Words.Count(Runs.Count, "run", "runs")}";

    /// <summary>What a chart drawn from these results rests on, in a line.</summary>
    internal string Provenance()
    {
        int[] replicates = [.. Runs.GroupBy(run => (run.Point, run.Policy)).Select(cell => cell.Count())];
        string count = replicates.Length == 0 ? "no" : replicates.Min() == replicates.Max() ? Words.Number(replicates.Min()) : $"{Words.Number(replicates.Min())} to {Words.Number(replicates.Max())}";
        return $"n = {count} replicates · seed {Seed} · experiment {_plan.Facts().ShortHash}";
    }

    // No path: a notebook is shown on other machines.
    private Prose Outline() => Prose.Say(
        $"**{Name}** – {(Question.Length > 0 ? Question : "an experiment without a question")}",
        $"{Words.Count(Points.Count, "point", "points")}{(Varied.Count > 0 ? $" (varied: {Words.List(_plan.Sweep?.Sweep.Factors.Select(factor => factor.Label) ?? Varied.Select(VariedValues.LastName))})" : "")}, policies {Words.List(Policies.Select(Words.Quote))}; {Provenance()}.");
}
