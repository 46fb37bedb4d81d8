using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Charts.Figures;
using Experiments.Sensitivity;

namespace Experiments.Charts.Sweeps.Sensitivity;

/// <summary>The plane of elementary effects: how much a factor moves the outcome, and how much that depends on everything else.</summary>
internal static class MorrisChart
{
    internal const string Id = "screening";

    /// <summary>How the intervals were computed.</summary>
    internal const string Method = "95% percentile intervals, 1,000 bootstrap samples of trajectories";

    /// <summary>Most labels on a page.</summary>
    private const int MostLabels = 12;

    /// <summary>Factors with effects below this share of the largest have no label: they crowd the corner, and stand in the table. Chosen.</summary>
    private const double LeastLabelled = 0.15;

    internal static ChartEntry Draw(SensitivityContext context, SensitivityOutcome outcome)
    {
        SensitivityResults results = context.Results;
        string id = $"{Id}-{results.KeyOf(outcome)}";
        (int Factor, MorrisEstimate Effect)[] order = MorrisFinding.Ordered(outcome);
        if (order.Length == 0)
        {
            return new OmittedChart(id, $"Elementary effects on {outcome.Name}{results.Whose(outcome)}", outcome.Objection is null ? "the design is for shares of variance" : "nothing drives it that these runs show; the answer says why");
        }

        double scale = outcome.Outcome.Scale;
        return context.Draw(
            id,
            context.Answer.Title(MorrisFinding.IdOf(results, outcome), $"What moves {outcome.Name}"),
            $"Each mark is a factor. Across: the mean size (μ*) of the change in {outcome.Label}{results.Whose(outcome)} when the factor alone is moved, per range of the factor, by steps of at least a quarter of it. Up: how much that change differs (σ) from place to place. Near the bottom: about the same everywhere. On or above the dashed line (σ = μ*): it depends strongly on the other factors, or on where in its range. Near the corner: it hardly matters, and has no label.",
            Method,
            string.Join("; ", order.Take(12).Select(entry => $"{results.Factors[entry.Factor].Label}: {Wording.Estimate(entry.Effect.Size.Times(scale))}, σ {Wording.Estimate(entry.Effect.Spread.Times(scale))}")) + ".",
            format => Figure(results, outcome, order, format),
            new TidyTable(
                ["policy", "outcome", "unit", "factor", "path", "mu_star", "mu_star_low_95", "mu_star_high_95", "mu", "mu_low_95", "mu_high_95", "sigma", "sigma_low_95", "sigma_high_95", "sigma_luck", "effects"],
                [.. order.Select(entry => (IReadOnlyList<string>)
                [
                    outcome.Policy, outcome.Label, outcome.Outcome.Unit, results.Factors[entry.Factor].Label, results.Factors[entry.Factor].Path,
                    .. TidyTable.Cells(entry.Effect.Size.Times(scale)), .. TidyTable.Cells(entry.Effect.Mean.Times(scale)), .. TidyTable.Cells(entry.Effect.Spread.Times(scale)),
                    TidyTable.Cell(entry.Effect.Luck * scale), TidyTable.Cell(entry.Effect.Size.Count),
                ])]));
    }

    private static Figure Figure(SensitivityResults results, SensitivityOutcome outcome, (int Factor, MorrisEstimate Effect)[] order, Format format)
    {
        Interval[] sizes = [.. order.Select(entry => entry.Effect.Size.Times(outcome.Outcome.Scale))];
        Interval[] spreads = [.. order.Select(entry => entry.Effect.Spread.Times(outcome.Outcome.Scale))];
        double[] across = [0, 1.12 * sizes.Max(size => size.High ?? size.Mean)];
        double[] up = [0, 1.12 * spreads.Max(spread => spread.High ?? spread.Mean)];
        Margin margin = format.Around(70, 18, 16, 58);
        (double width, double height) = (format.Width - format.Scaled(96), format.Plot(format.Choose(460, 380), margin));
        int most = format.Choose(MostLabels, 6);
        string[] labels = [.. order.Select((entry, place) => place < most && sizes[place].Mean >= LeastLabelled * sizes[0].Mean ? format.Wrapped(results.Factors[entry.Factor].Label, format.Choose(24, 14), format.Choose(14, 11) * format.FontSize) : "")];
        string[] sides = LabelPlacement.Sided(
            [.. sizes.Select((size, place) => (size.Mean / across[1] * width, spreads[place].Mean / up[1] * height))],
            [.. labels.Select(label => label.Length == 0 ? (0.0, 0.0) : (format.WidthOf(label), format.FontSize * 1.3 * label.Split("<br>").Length))],
            width,
            height);
        double diagonal = Math.Min(across[1], up[1]);
        return new Figure(
            [
                new ScatterTrace { Name = "σ = μ*", X = [0, diagonal], Y = [0, diagonal], Mode = "lines", Line = new Line { Color = Palette.Muted, Width = 1.2, Dash = "dash" }, Hoverinfo = "skip" },
                new ScatterTrace
                {
                    Name = "factors",
                    X = [.. sizes.Select(size => size.Mean)],
                    Y = [.. spreads.Select(spread => spread.Mean)],
                    Mode = "markers+text",
                    Marker = new Marker { Color = Palette.Good, Size = 9 },
                    ErrorX = new ErrorBars { Array = [.. sizes.Select(size => size.Above)], Arrayminus = [.. sizes.Select(size => size.Below)], Color = Palette.Axis, Thickness = 1, Width = 2 },
                    ErrorY = new ErrorBars { Array = [.. spreads.Select(spread => spread.Above)], Arrayminus = [.. spreads.Select(spread => spread.Below)], Color = Palette.Axis, Thickness = 1, Width = 2 },
                    Text = labels,
                    Textposition = sides,
                    Textfont = new Font { Color = Palette.Ink, Size = format.Smaller(1) },
                    Cliponaxis = false,
                    Hovertemplate = "%{text}<br>μ* %{x:,.3~s}, σ %{y:,.3~s}<extra></extra>",
                },
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = Scale(outcome.Outcome, across, format.Choose(7, 4), $"mean size of the effect (μ*), {Unit(outcome.Outcome)} per range", format),
                    ["yaxis"] = Scale(outcome.Outcome, up, 6, $"scatter of the effect (σ), {Unit(outcome.Outcome)} per range", format),
                },
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });
    }

    private static Axis Scale(AnswerOutcome outcome, double[] range, int ticks, string title, Format format) => new()
    {
        Range = range,
        Nticks = ticks,
        Tickformat = SweepChartContext.Tickformat(outcome, range),
        Title = new AxisTitle(format.Wrapped(title, format.Choose(60, 36), format.Width * 0.6), 8),
    };

    private static string Unit(AnswerOutcome outcome) => outcome.IsShare ? "percentage points" : outcome.Unit;
}
