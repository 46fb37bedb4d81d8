using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps;

/// <summary>The exchange: gain against price, a point a combination, with the Pareto front.</summary>
internal static class FrontChart
{
    internal const string Id = "front";

    private const string Name = "Gain against price";

    /// <summary>Most combinations off the front that are drawn.</summary>
    private const int MostPoints = 1500;

    /// <summary>Most members of the front that are labelled.</summary>
    private const int MostLabels = 9;

    internal static ChartEntry Draw(SweepChartContext context)
    {
        SweepResults results = context.Results;
        if (!results.IsChoice)
        {
            return new OmittedChart(Id, Name, "the question is not which choice of a sender is best");
        }

        if (results.Price is not { } price || results.Choices.Count < 2)
        {
            return new OmittedChart(Id, Name, "there is no second outcome to weigh the first against");
        }

        IReadOnlyList<SweepCell> front = ParetoFront.Of(results.Choices.Select(choice => choice.Cell), results.Main, price);
        if (front.Count == 0)
        {
            return new OmittedChart(Id, Name, "no combination has both outcomes");
        }

        return context.Draw(
            Id,
            context.Answer.Title(FrontFinding.Id, Name),
            $"Across: {results.Main.Label}, {(results.Main.IsBetterHigh ? "more" : "less")} is better. Up: {price.Label}, {(price.IsBetterHigh ? "more" : "less")} is better{results.Averaging}. The line joins the choices that no other beats in one without losing in the other, by their means; their intervals are drawn.{results.LabelKeyOf(front)}",
            MeanInterval.Method,
            "On the front: " + string.Join("; ", front.Take(20).Select(cell => $"{results.LabelOf(cell)}: {results.Main.Short(cell.Of(results.Main).Interval!.Value)}, {price.Label} {price.Short(cell.Of(price).Interval!.Value)}")) + ".",
            format => Draw(context, price, front, format),
            Table(results, price, front));
    }

    private static TidyTable Table(SweepResults results, AnswerOutcome price, IReadOnlyList<SweepCell> front)
    {
        HashSet<SweepCell> members = new(front, ReferenceEqualityComparer.Instance);
        return new(
            ["policy", .. results.Factors.Select(factor => factor.Path), results.Main.AxisTitle, "low_95", "high_95", price.AxisTitle, "price_low_95", "price_high_95", "on_front"],
            [.. results.Choices.Select(choice => choice.Cell).Select(cell => (IReadOnlyList<string>)
            [
                cell.Policy, .. cell.Point.Values.Select(value => value.Text),
                .. TidyTable.Cells(cell.Of(results.Main).Interval?.Times(results.Main.Scale)), .. TidyTable.Cells(cell.Of(price).Interval?.Times(price.Scale)),
                members.Contains(cell) ? "1" : "0",
            ])]);
    }

    private static Figure Draw(SweepChartContext context, AnswerOutcome price, IReadOnlyList<SweepCell> front, Format format)
    {
        SweepResults results = context.Results;
        AnswerOutcome gain = results.Main;
        SweepCell[] cells = [.. results.Choices.Select(choice => choice.Cell).Where(cell => cell.Of(gain).Count > 0 && cell.Of(price).Count > 0)];
        double X(SweepCell cell) => cell.Of(gain).Mean * gain.Scale;
        double Y(SweepCell cell) => cell.Of(price).Mean * price.Scale;
        double[] across = SweepChartContext.Padded(gain.IsDifference ? cells.Select(X).Append(0) : cells.Select(X), 0.12);
        double[] down = SweepChartContext.Padded(price.IsDifference || price.IsShare ? cells.Select(Y).Append(0) : cells.Select(Y), 0.12);
        bool legend = results.Policies.Count > 1;
        Margin margin = format.Around(66, 14, legend ? 56 : 12, 54);
        (double width, double height) = (format.Width - format.Scaled(90), format.Plot(format.Choose(420, 360), margin));
        var data = new List<Trace>();
        int step = Math.Max(1, (cells.Length + MostPoints - 1) / MostPoints);
        foreach (string policy in results.Policies)
        {
            SweepCell[] own = [.. cells.Where((cell, index) => cell.Policy == policy && index % step == 0)];
            if (own.Length > 0)
            {
                data.Add(new ScatterTrace
                {
                    Name = policy,
                    X = [.. own.Select(X)],
                    Y = [.. own.Select(Y)],
                    Mode = "markers",
                    Marker = new Marker { Color = context.Styles[policy].Colour, Symbol = context.Styles[policy].Symbol, Size = format.Choose(8, 7), Opacity = cells.Length > 60 ? 0.4 : 0.75 },
                    Text = [.. own.Select(results.LabelOf)],
                    Hovertemplate = "%{text}<br>%{x:,.3~s} for %{y:.3~g}<extra></extra>",
                    Showlegend = true,
                });
            }
        }

        Interval[] gains = [.. front.Select(cell => cell.Of(gain).Interval!.Value.Times(gain.Scale))];
        Interval[] prices = [.. front.Select(cell => cell.Of(price).Interval!.Value.Times(price.Scale))];
        string[] labels = Labels(results, front, format);
        string[] sides = LabelPlacement.Sided(
            [.. front.Select(cell => ((X(cell) - across[0]) / (across[1] - across[0]) * width, (Y(cell) - down[0]) / (down[1] - down[0]) * height))],
            [.. labels.Select(label => label.Length == 0 ? (0.0, 0.0) : (format.WidthOf(label), format.FontSize * 1.3 * label.Split("<br>").Length))],
            width,
            height);
        data.Add(new ScatterTrace
        {
            Name = "front",
            Showlegend = false,
            X = [.. front.Select(X)],
            Y = [.. front.Select(Y)],
            Mode = "lines+markers+text",
            Line = new Line { Color = Palette.Ink, Width = 1.5, Dash = "dot" },
            Marker = new Marker { Color = front.Select(cell => context.Styles[cell.Policy].Colour).ToArray(), Symbol = front.Select(cell => context.Styles[cell.Policy].Symbol).ToArray(), Size = 11, Line = new Line { Color = Palette.Ink, Width = 1.5 } },
            ErrorX = new ErrorBars { Array = [.. gains.Select(value => value.Above)], Arrayminus = [.. gains.Select(value => value.Below)], Color = Palette.Muted, Thickness = 1, Width = 3 },
            ErrorY = new ErrorBars { Array = [.. prices.Select(value => value.Above)], Arrayminus = [.. prices.Select(value => value.Below)], Color = Palette.Muted, Thickness = 1, Width = 3 },
            Text = labels,
            Textposition = sides,
            Textfont = new Font { Color = Palette.Ink, Size = format.Smaller(1) },
            Cliponaxis = false,
            Hovertemplate = "%{x:,.3~s} for %{y:.3~g}<extra>on the front</extra>",
        });
        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = Scale(gain, across, format.Choose(7, 4)) with { Title = new AxisTitle(gain.AxisTitle, 8) },
                ["yaxis"] = Scale(price, down, 6) with { Title = new AxisTitle(Format.Wrapped(price.AxisTitle, format.Choose(60, 40)), 8) },
            },
            Showlegend = legend,
            Legend = legend ? new Legend() : null,
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }

    private static Axis Scale(AnswerOutcome outcome, double[] range, int ticks) => new()
    {
        Range = range,
        Zeroline = true,
        Nticks = ticks,
        Ticksuffix = outcome.IsShare ? "%" : null,
        Tickformat = SweepChartContext.Tickformat(outcome, range),
    };

    // Labels of a crowded front are spread evenly along it, both ends included.
    private static string[] Labels(SweepResults results, IReadOnlyList<SweepCell> front, Format format)
    {
        int most = format.Choose(MostLabels, 5);
        HashSet<int> kept = front.Count <= most ? [.. Enumerable.Range(0, front.Count)] : [.. Enumerable.Range(0, most).Select(step => step * (front.Count - 1) / (most - 1))];
        return [.. front.Select((cell, index) => kept.Contains(index) ? Format.Wrapped(results.LabelOf(cell), format.Choose(26, 14)) : "")];
    }
}
