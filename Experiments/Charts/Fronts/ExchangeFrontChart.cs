using Experiments.Analysis;
using Experiments.Analysis.Fronts;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;
using Experiments.Charts.Sweeps;

namespace Experiments.Charts.Fronts;

/// <summary>The front of a search: the first objective against the second, with intervals, the knee, sending nothing and the policy as written.</summary>
internal static class ExchangeFrontChart
{
    internal const string Id = "front";

    internal static Chart Draw(FrontChartContext context)
    {
        FrontResults results = context.Results;
        (AnswerOutcome gain, AnswerOutcome price) = (results.Gain, results.Price);
        return context.Draw(
            Id,
            context.Answer.Title(FrontFindings.Exchange, "The front"),
            $"Across: {gain.Label}, {Better(results, 0)} is better. Up: {price.Label}, {Better(results, 1)} is better. Each mark with a name is a policy that no other beats in both; the table below says what it does. The grey ones were judged again too and are beaten.{(results.KneeIndex is null ? "" : " The diamond is the knee of the front.")}",
            MeanInterval.Method,
            "On the front: " + string.Join("; ", results.Front.Take(20).Select(policy => $"{policy.Name}: {FrontFindings.Short(results, policy, 0)}, {price.Label} {FrontFindings.Short(results, policy, 1)}")) + ".",
            format => Draw(results, format),
            Table(results));
    }

    private static string Better(FrontResults results, int objective) => results.Outcomes.Signs[objective] > 0 ? "more" : "less";

    private static TidyTable Table(FrontResults results) => new(
        ["policy", "candidate", .. results.Outcomes.Objectives.SelectMany(outcome => new[] { outcome.AxisTitle, $"{outcome.Key}_low_95", $"{outcome.Key}_high_95" }), "on_front", "is_knee"],
        [.. Drawn(results).Select(policy => (IReadOnlyList<string>)
        [
            policy.Name, TidyTable.Cell(policy.Number),
            .. results.Outcomes.Objectives.SelectMany((outcome, index) => TidyTable.Cells(policy.Means[index].Times(outcome.Scale))),
            results.Front.Contains(policy) ? "1" : "0", results.KneeIndex is { } knee && results.Front[knee] == policy ? "1" : "0",
        ])]);

    private static IEnumerable<JudgedPolicy> Beaten(FrontResults results) => results.Finalists.Where(policy => results.Front.All(member => member.Number != policy.Number));

    private static IEnumerable<JudgedPolicy> Drawn(FrontResults results) => [.. results.Front, results.Silent, results.AsWritten, .. Beaten(results)];

    private static Figure Draw(FrontResults results, Format format)
    {
        (AnswerOutcome gain, AnswerOutcome price) = (results.Gain, results.Price);
        Interval[] Gains(IEnumerable<JudgedPolicy> policies) => [.. policies.Select(policy => policy.Means[0].Times(gain.Scale))];
        Interval[] Prices(IEnumerable<JudgedPolicy> policies) => [.. policies.Select(policy => policy.Means[1].Times(price.Scale))];

        // Policies far behind the front would squeeze it: the front, its references and their intervals set the scale.
        JudgedPolicy[] named = [.. results.Front, results.Silent, results.AsWritten];
        double[] across = SweepChartContext.Padded(Gains(named).SelectMany(Ends), 0.1);
        double[] up = SweepChartContext.Padded(Prices(named).SelectMany(Ends), 0.1);
        JudgedPolicy[] beaten = [.. Beaten(results).Where(policy => Inside(policy.Means[0].Mean * gain.Scale, across) && Inside(policy.Means[1].Mean * price.Scale, up))];
        Margin margin = format.Around(66, 14, 12, 54);
        (double width, double height) = (format.Width - format.Scaled(90), format.Plot(format.Choose(440, 380), margin));
        (double X, double Y) At(JudgedPolicy policy) => (((policy.Means[0].Mean * gain.Scale) - across[0]) / (across[1] - across[0]) * width, ((policy.Means[1].Mean * price.Scale) - up[0]) / (up[1] - up[0]) * height);
        string[] labels = Labels(results, At, format);
        string[] sides = LabelPlacement.Sided(
            [.. named.Select(At)],
            [.. labels.Select(label => label.Length == 0 ? (0.0, 0.0) : (format.WidthOf(label), format.FontSize * 1.3))],
            width,
            height);
        int front = results.Front.Count;
        var data = new List<Trace>();
        if (beaten.Length > 0)
        {
            data.Add(new ScatterTrace
            {
                Name = "judged again and beaten",
                X = [.. beaten.Select(policy => policy.Means[0].Mean * gain.Scale)],
                Y = [.. beaten.Select(policy => policy.Means[1].Mean * price.Scale)],
                Mode = "markers",
                Marker = new Marker { Color = Palette.Axis, Size = 6, Opacity = 0.7 },
                Text = [.. beaten.Select(policy => Format.Wrapped(results.InWords(policy), 60))],
                Hovertemplate = "%{text}<br>%{x:,.3~s} for %{y:.3~g}<extra>beaten</extra>",
            });
        }

        ScatterTrace Marks(string name, IReadOnlyList<JudgedPolicy> policies, int first, Marker marker, string mode, Line? line) => new()
        {
            Name = name,
            X = [.. Gains(policies).Select(value => value.Mean)],
            Y = [.. Prices(policies).Select(value => value.Mean)],
            Mode = mode,
            Line = line,
            Marker = marker,
            ErrorX = Bars(Gains(policies)),
            ErrorY = Bars(Prices(policies)),
            Text = labels[first..(first + policies.Count)],
            Textposition = sides[first..(first + policies.Count)],
            Textfont = new Font { Color = Palette.Ink, Size = format.Smaller(1) },
            Cliponaxis = false,
            Hovertemplate = "%{x:,.3~s} for %{y:.3~g}<extra>" + name + "</extra>",
        };
        data.Add(Marks(
            "front",
            results.Front,
            0,
            new Marker
            {
                Color = Palette.Good,
                Size = 10,
                Symbol = Enumerable.Range(0, front).Select(index => index == results.KneeIndex ? "diamond" : "circle").ToArray(),
                Line = new Line { Color = Palette.Ink, Width = 1.5 },
            },
            front > 1 ? "lines+markers+text" : "markers+text",
            new Line { Color = Palette.Ink, Width = 1.5, Dash = "dot" }));
        data.Add(Marks("sending nothing", [results.Silent], front, new Marker { Color = Palette.Muted, Symbol = "square", Size = 10 }, "markers+text", null));
        data.Add(Marks("as written", [results.AsWritten], front + 1, new Marker { Color = Palette.Bad, Symbol = "x", Size = 10 }, "markers+text", null));
        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = Scale(gain, across, format.Choose(7, 4)) with { Title = new AxisTitle(gain.AxisTitle, 8) },
                ["yaxis"] = Scale(price, up, 6) with { Title = new AxisTitle(Format.Wrapped(price.AxisTitle, format.Choose(60, 40)), 8) },
            },
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }

    private static IEnumerable<double> Ends(Interval interval) => [interval.Low ?? interval.Mean, interval.High ?? interval.Mean];

    private static bool Inside(double value, double[] range) => value >= range[0] && value <= range[1];

    private static ErrorBars Bars(IReadOnlyList<Interval> values) => new()
    {
        Array = [.. values.Select(value => value.Above)],
        Arrayminus = [.. values.Select(value => value.Below)],
        Color = Palette.Muted,
        Thickness = 1,
        Width = 3,
    };

    private static Axis Scale(AnswerOutcome outcome, double[] range, int ticks) => new()
    {
        Range = range,
        Zeroline = true,
        Nticks = ticks,
        Ticksuffix = outcome.IsShare ? "%" : null,
        Tickformat = SweepChartContext.Tickformat(outcome, range),
    };

    // The knee, the ends and the references always have their labels; the others where they are not too near to one that has.
    private static string[] Labels(FrontResults results, Func<JudgedPolicy, (double X, double Y)> at, Format format)
    {
        int count = results.Front.Count;
        double room = format.Scaled(format.Choose(46, 40));
        var kept = new List<int>();
        foreach (int index in new[] { results.KneeIndex ?? 0, 0, count - 1 }.Concat(Enumerable.Range(0, count)))
        {
            (double x, double y) = at(results.Front[index]);
            if (!kept.Contains(index) && (index == 0 || index == count - 1 || kept.All(other => Math.Abs(at(results.Front[other]).X - x) + Math.Abs(at(results.Front[other]).Y - y) > room)))
            {
                kept.Add(index);
            }
        }

        return
        [
            .. results.Front.Select((policy, index) => index == results.KneeIndex ? $"{policy.Name}, the knee" : kept.Contains(index) ? policy.Name : ""),
            results.Silent.Name,
            results.AsWritten.Name,
        ];
    }
}
