using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;

namespace Experiments.Analysis.Fronts;

/// <summary>Which policies hold up when beliefs or luck turn out badly: those of the front, and the one as written, which may hold up better than any of them.</summary>
internal static class RobustnessFinding
{
    internal const string Id = "robustness";

    /// <summary>The finding; the front has at least one policy.</summary>
    internal static Finding Of(FrontResults results)
    {
        FrontRobustness robustness = results.Robustness!;
        int sign = results.Outcomes.Signs[0];
        JudgedPolicy mean = results.Front.MaxBy(policy => sign * policy.Means[0].Mean)!;
        JudgedPolicy tail = results.Front.MaxBy(policy => sign * robustness.Of(policy).WorstTenth.Mean)!;
        JudgedPolicy regret = results.Front.MinBy(policy => robustness.Of(policy).WorstRegret.Mean)!;
        return results.AsWrittenRan && robustness.TailGain(results.AsWritten, tail).Low > 0
            ? WrittenHolds(results, mean, tail)
            : OfFront(results, mean, tail, regret);
    }

    private static Finding WrittenHolds(FrontResults results, JudgedPolicy mean, JudgedPolicy tail)
    {
        FrontRobustness robustness = results.Robustness!;
        (Robustness written, AnswerOutcome gain, AnswerOutcome price) = (robustness.Of(results.AsWritten), results.Gain, results.Price);
        Robustness debt = robustness.Of(results.AsWritten, 1);
        double[] shares = [.. results.Front.Select(policy => robustness.Of(policy).BeatsSilence.Mean)];
        Interval ahead = robustness.Ahead(mean, results.AsWritten);
        return new Finding(
            Id,
            $"By {gain.Name}, the policy as written holds up better in the worst tenth than every policy of the front",
            $"In its worst tenth of {results.Drawn} the policy as written has {gain.Estimate(written.WorstTenth)} of {gain.Label}; {tail.Name}, the best of the front there, has {Compact(gain, robustness.Of(tail).WorstTenth)}, and sending nothing {gain.About(robustness.Of(results.Silent).WorstTenth.Mean)}. "
            + $"It does better than sending nothing in {Wording.Percent(written.BeatsSilence.Mean)} of all {results.Drawn}, those of the front in {Wording.Percent(shares.Min())} to {Wording.Percent(shares.Max())}; {mean.Name}, with the {FrontFindings.Best(results, 0)} mean of the front, is ahead of it in {Compact(ahead)}. "
            + $"In {price.Name} it has {price.Estimate(results.AsWritten.Means[1])} on average and {Compact(price, debt.WorstTenth)} in its worst tenth; there it does {(debt.BeatsSilence.Mean > 0.5 ? "better" : "worse")} than sending nothing in {Wording.Percent(Math.Max(debt.BeatsSilence.Mean, 1 - debt.BeatsSilence.Mean))}, {mean.Name} better than it in {Compact(robustness.Ahead(mean, results.AsWritten, 1))}. "
            + Hardly(results, mean, tail));
    }

    private static Finding OfFront(FrontResults results, JudgedPolicy mean, JudgedPolicy tail, JudgedPolicy regret)
    {
        FrontRobustness robustness = results.Robustness!;
        AnswerOutcome gain = results.Gain;
        bool tailDiffers = robustness.TailGain(tail, mean).Low > 0;
        bool regretDiffers = robustness.RegretGain(regret, mean).Low > 0;
        string also = (tailDiffers, regretDiffers) switch
        {
            (true, true) => tail == regret ? $"{tail.Name} in the worst tenth and in regret" : $"{tail.Name} in the worst tenth and {regret.Name} in regret",
            (true, false) => $"{tail.Name} in the worst tenth",
            (false, true) => $"{regret.Name} in regret",
            _ => "",
        };
        string title = also.Length > 0
            ? $"By {gain.Name}, the criterion decides: {mean.Name} is best of the front on average, {also}"
            : $"By {gain.Name}, {mean.Name} is best of the front on average, and none is clearly better in the worst tenth or in regret";
        int most = results.Front.Count(policy => robustness.Of(policy).BeatsSilence.Low > 0.5);
        string sure = most == results.Front.Count
            ? $"All policies of the front do better than sending nothing in most {results.Drawn}"
            : most == 0
                ? $"None of the front does better than sending nothing in clearly more than half of {results.Drawn}"
                : $"{Wording.Number(most)} of the {Wording.Number(results.Front.Count)} policies of the front {(most == 1 ? "does" : "do")} better than sending nothing in most {results.Drawn}";
        string written = results.AsWrittenRan
            ? $"; {mean.Name} is ahead of the policy as written in {Compact(robustness.Ahead(mean, results.AsWritten))} of them, whose worst tenth has {Compact(gain, robustness.Of(results.AsWritten).WorstTenth)}, but whose regret there is {Compact(gain, robustness.Of(results.AsWritten).WorstRegret)}"
            : "";
        return new Finding(
            Id,
            title,
            $"In its worst tenth of {results.Drawn} {mean.Name} has {gain.Estimate(robustness.Of(mean).WorstTenth)} of {gain.Label}, {(tail == mean ? "the best of the front" : $"{tail.Name}, the best of the front there, {Compact(gain, robustness.Of(tail).WorstTenth)}")}; sending nothing has {gain.About(robustness.Of(results.Silent).WorstTenth.Mean)}. {Hardly(results, mean, tail)} "
            + $"Regret, what the best of these policies would have brought more {results.Known}, is in its worst tenth {Compact(gain, robustness.Of(regret).WorstRegret)} for {regret.Name}, {(regret == mean ? "" : $"{Compact(gain, robustness.Of(mean).WorstRegret)} for {mean.Name} and ")}{Compact(gain, robustness.Of(results.Silent).WorstRegret)} for sending nothing. {sure}{written}.");
    }

    /// <summary>An interval of a share or a value without the words "95% interval", which have been said.</summary>
    internal static string Compact(Interval share) => share.HasBounds ? $"{Wording.Percent(share.Mean)} ({Wording.Percent(share.Low!.Value)} to {Wording.Percent(share.High!.Value)})" : Wording.Percent(share.Mean);

    private static string Compact(AnswerOutcome outcome, Interval value) => !value.HasBounds || value.Low == value.High
        ? outcome.About(value.Mean)
        : outcome.IsShare ? $"{Wording.Mean(value, percent: true)} ({Wording.Bounds(value, percent: true)})" : $"{Wording.Mean(value)} ({Wording.Bounds(value)})";

    // The least of nineteen noisy figures is always somebody's: a name is only worth something where the difference is.
    private static string Hardly(FrontResults results, JudgedPolicy mean, JudgedPolicy tail)
    {
        if (results.Front.Count == 1 || tail == mean)
        {
            return "";
        }

        Interval gain = results.Robustness!.TailGain(tail, mean);
        return gain.Low > 0
            ? $"Within the front, {tail.Name} is better there than {mean.Name} by {Compact(results.Gain, gain)}."
            : $"Within the front, {tail.Name} and {mean.Name} hardly differ there: the interval of their difference holds 0.";
    }
}
