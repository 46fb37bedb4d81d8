using Experiments.Analysis;
using Experiments.Charts;
using Experiments.Store;

namespace Experiments.Emulation;

/// <summary>A history match in words.</summary>
internal static class MatchAnswer
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    /// <summary>Matches and writes what came of it.</summary>
    /// <param name="targets">What was observed, with the emulator of each.</param>
    /// <param name="seed">Seed of the points that are judged.</param>
    /// <param name="file">Takes what is left by tenths as CSV; null for none.</param>
    /// <param name="output">Takes the answer.</param>
    /// <exception cref="RefusedException">An emulator does not fit.</exception>
    internal static void Write(IReadOnlyList<(MatchTarget Target, SweepEmulator Emulator)> targets, ulong seed, string? file, TextWriter output)
    {
        string[] refused = [.. targets.Where(pair => !pair.Emulator.Fits).Select(pair => $"{pair.Target.Name}: {pair.Emulator.Refusal}")];
        if (refused.Length > 0)
        {
            throw new RefusedException($"Not matched, since no emulator fits for {string.Join(Environment.NewLine, refused)}");
        }

        var match = HistoryMatch.Of(targets, seed);
        output.WriteLine($"What was observed leaves {Wording.PercentEstimate(match.Left)} of the space, by {Wording.Number(HistoryMatch.Judged)} points judged with emulators (implausibility of at most {HistoryMatch.Cutoff} for every observation). It is not confirmed there, only not ruled out.");
        output.WriteLine();
        foreach ((int index, (MatchTarget target, SweepEmulator emulator)) in targets.Index())
        {
            output.WriteLine($"  {target.Name}, {Observed(target)}: alone it leaves {Wording.PercentEstimate(match.LeftBy(index))}. Q² {Wording.Rounded(emulator.Emulator!.Check!.Q2, 0.001)}, coverage {Wording.Percent(emulator.Emulator.Check.Coverage.Mean)}.");
        }

        output.WriteLine();
        output.WriteLine("What is left of each factor, with the share that is left by tenths of its range, low to high:");
        for (int axis = 0; axis < match.Axes.Count; axis++)
        {
            EmulatedAxis side = match.Axes[axis];
            IReadOnlyList<double> depth = match.DepthOf(axis);
            string bars = string.Concat(depth.Select(share => share == 0 ? '·' : Bars[(int)Math.Min(7, 8 * share / Math.Max(depth.Max(), 1e-9))]));
            string range = match.RangeOf(axis) is { } left
                ? $"{(left is { Low: < 0.02, High: > 0.98 } ? "its whole range, " : "")}{EmulateCommand.Shown(side.Value(left.Low))} to {EmulateCommand.Shown(side.Value(left.High))}"
                : "nothing";
            output.WriteLine($"  {bars}  {side.Factor.Path}: {range} (run from {EmulateCommand.Shown(side.Low)} to {EmulateCommand.Shown(side.High)})");
        }

        output.WriteLine();
        string best = string.Join(", ", match.Axes.Select((side, axis) => $"{side.Factor.Path}={EmulateCommand.Shown(side.Value(match.Points[(match.Best * match.Axes.Count) + axis]))}"));
        output.WriteLine($"Least is said against {best} (implausibility {Wording.Rounded(match.Implausibility[match.Best], 0.01)}).");
        if (match.Left.Mean == 0)
        {
            output.WriteLine("Nothing is left: within these ranges no parameters bring about what was observed. Widen the ranges, question an observation, or the model.");
        }

        if (file is not null)
        {
            Table(match).Write(file);
            output.WriteLine($"Written by tenths: {file}.");
        }
    }

    /// <summary>What is left of each factor by tenths of its range, for other programs.</summary>
    internal static TidyTable Table(HistoryMatch match) => new(
        ["factor", "label", "tenth", "from", "to", "share_not_ruled_out"],
        [.. match.Axes.SelectMany((side, axis) => match.DepthOf(axis).Select((share, tenth) => (IReadOnlyList<string>)
            [side.Factor.Path, side.Factor.Label, TidyTable.Cell(tenth + 1), TidyTable.Cell(side.Value(tenth / 10.0)), TidyTable.Cell(side.Value((tenth + 1) / 10.0)), TidyTable.Cell(share)]))]);

    private static string Observed(MatchTarget target)
    {
        string Value(double value) => target.Outcome.About(value);
        return (double.IsFinite(target.Low), double.IsFinite(target.High)) switch
        {
            (true, true) when target.Low < target.High => $"{Value(target.Low)} to {Value(target.High)}",
            (true, true) => $"{Value(target.Low)} ± {Value(target.Deviation)}",
            (true, false) => $"at least {Value(target.Low)}",
            _ => $"at most {Value(target.High)}",
        };
    }
}
