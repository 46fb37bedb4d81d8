using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Designs;
using MathNet.Numerics.Distributions;
using Simulator.Ledgers;
using Simulator.RandomStreams;

namespace Simulator.Tests.Analysis.Inquiries;

/// <summary>Results of a sweep made up for a test: runs of each level with outcomes whose distribution is known.</summary>
internal static class SyntheticSweep
{
    internal const string Blast = "one blast";

    /// <summary>Independent normal values from the generator of the runs: the same in every test.</summary>
    /// <param name="stream">Tells samples apart.</param>
    /// <param name="count">How many.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="deviation">Their standard deviation.</param>
    internal static double[] Normals(uint stream, int count, double mean, double deviation) => [.. Enumerable.Range(0, count).Select(replicate =>
        Normal.InvCDF(mean, deviation, Math.Clamp(Philox4x32.Generate(1, 0, (uint)replicate, stream, 7, 0).FineUniform0, 1e-12, 1 - 1e-12)))];

    internal static ReplicateSample Sample(params double[] values) => new(values);

    /// <summary>A sweep over one factor.</summary>
    /// <param name="label">Label of the factor.</param>
    /// <param name="levels">Its levels.</param>
    /// <param name="runs">Values by replicate, of a policy at a level after some days; null days mean the end. Null where there are none.</param>
    /// <param name="metrics">The outcomes asked for.</param>
    /// <param name="horizons">Days after which runs are kept.</param>
    /// <param name="path">Path of the factor.</param>
    internal static SweepResults Of(
        string label, double[] levels, Func<int, string, Metric, int?, double[]?> runs, IReadOnlyList<Metric> metrics, int[] horizons, string path = "scenario.trust.loss")
    {
        string[] policies = [Blast, "monthly"];
        SweepPoint[] points = [.. levels.Select((level, index) => Point(index, level))];
        var groups = new Dictionary<RunGroup, IReadOnlyDictionary<Metric, ReplicateSample>>();
        foreach (SweepPoint point in points)
        {
            foreach (string policy in policies.Append("silent"))
            {
                foreach (int? days in horizons.Select(day => (int?)day).Append(null))
                {
                    groups[new RunGroup(point.Index, policy, days)] = metrics
                        .Select(metric => (metric, Values: runs(point.Index, policy, metric, days)))
                        .Where(outcome => outcome.Values is not null)
                        .ToDictionary(outcome => outcome.metric, outcome => new ReplicateSample(outcome.Values!));
                }
            }
        }

        var factor = new Factor { Path = path, Label = label, Listed = [.. points.Select(point => new Level(point.Values[0].Text, point.Values[0].Number, new Dictionary<string, string>()))] };
        var facts = new ExperimentFacts("made-up", "Is it so?", 1, 100, Blast, 365, 1000, "0123456789abcdef") { Sweep = new Sweep(new Design { Kind = Design.Grid }, [factor]) };
        return new SweepResults(facts, [AnswerOutcome.Of(Metric.TrustDebt, true)], points, policies, [], []) { Runs = new RunTable(groups) };
    }

    private static SweepPoint Point(int index, double level)
    {
        string text = level.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new SweepPoint(index, text, [new SweepValue(text, level)]);
    }
}
