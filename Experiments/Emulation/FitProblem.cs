using Experiments.Analysis;

namespace Experiments.Emulation;

/// <summary>Reasons not to use an emulator, each with what to change.</summary>
internal static class FitProblem
{
    /// <summary>Fewest points for each input (Loeppky, Sacks and Welch 2009, Choosing the sample size of a computer experiment, Technometrics 51:366, doi:10.1198/TECH.2009.08040).</summary>
    internal const int PointsPerInput = 10;

    /// <summary>Fewest different values of an input, and of the outcome. Chosen: with fewer, what lies between them is a guess that leaving points out cannot test.</summary>
    internal const int DistinctValues = 5;

    /// <summary>Most correlation between two inputs. Chosen.</summary>
    private const double MostCorrelation = 0.95;

    /// <summary>The covariance matrix could not be factorised.</summary>
    internal const string Unsolvable = "No Gaussian process could be fitted: the equations stayed unsolvable from every start. Points that (nearly) repeat each other with different outcomes are the usual cause: run more replicates.";

    /// <summary>Why these points cannot teach an emulator; null where they can.</summary>
    internal static string? Of(TrainingSet training)
    {
        if (training.Count == 0)
        {
            return "There is no point with a result: every run failed or has no such outcome. Mend the failures, or choose another outcome.";
        }

        if (training.Dimensions == 0)
        {
            return "Nothing is varied, so there is nothing to learn. Vary at least one numeric parameter.";
        }

        if (training.Means.Any(mean => !double.IsFinite(mean)) || training.Variances.Any(variance => !(variance >= 0 && double.IsFinite(variance))))
        {
            return "Some means or variances are no finite numbers. Leave such points out.";
        }

        if (training.Count < PointsPerInput * training.Dimensions)
        {
            return $"There are {Wording.Count(training.Count, "point", "points")} for {Wording.Count(training.Dimensions, "factor", "factors")}; an emulator needs about {PointsPerInput} points a factor, here {Wording.Number(PointsPerInput * training.Dimensions)}. Run more points, or vary fewer factors.";
        }

        for (int dimension = 0; dimension < training.Dimensions; dimension++)
        {
            int values = training.DistinctValues(dimension);
            if (training.IsAskedAtItsValues && values < 2)
            {
                return $"{Wording.Quote(training.Names[dimension])} takes one value only, so that nothing tells what it does. Run other values of it, or leave it out.";
            }

            if (values < DistinctValues && !training.IsAskedAtItsValues)
            {
                return $"{Wording.Quote(training.Names[dimension])} takes {Wording.Count(values, "value", "values")} only; what lies between fewer than {DistinctValues} cannot be learnt. Give it a range (from, to) in a sobol or latinHypercube design, or leave it out.";
            }
        }

        int outcomes = training.Means.Distinct().Count();
        if (outcomes == 1)
        {
            return "The outcome is the same at every point, so there is nothing to learn. Choose an outcome that the factors move, or wider ranges.";
        }

        return outcomes < DistinctValues
            ? $"The outcome takes {Wording.Number(outcomes)} different values only; an emulator draws a smooth surface and would invent what lies between. Choose another outcome, or run more replicates."
            : Together(training);
    }

    /// <summary>Why a fitted emulator must not be used; null where it may.</summary>
    internal static string? Of(LeaveOneOut check, TrainingSet training)
    {
        if (!(check.Q2 >= LeaveOneOut.LeastQ2))
        {
            double noise = training.Variances.Average() / check.Simulated.Select(value => value - check.Simulated.Average()).Average(difference => difference * difference);
            string change = noise > 0.5 * (1 - LeaveOneOut.LeastQ2)
                ? $"About {Wording.Percent(Math.Min(1, noise))} of the differences between points are the luck of few replicates: run more replicates"
                : "Run more points, or narrower ranges; an outcome that jumps or is rare and skewed may not be smooth enough";
            return $"It does not foretell points that were left out well enough: Q² is {Wording.Rounded(check.Q2, 0.01)}, the bar is {Wording.Number(LeaveOneOut.LeastQ2)}. {change}.";
        }

        return check.IsOverconfident
            ? $"Its intervals are too narrow: of the points left out, {Wording.PercentEstimate(check.Coverage)} lie inside their 95% interval. Run more points where the outcome bends or jumps, or more replicates."
            : null;
    }

    private static string? Together(TrainingSet training)
    {
        double[][] columns = [.. Enumerable.Range(0, training.Dimensions).Select(dimension => Enumerable.Range(0, training.Count).Select(point => training.Inputs[(point * training.Dimensions) + dimension]).ToArray())];
        for (int one = 0; one < columns.Length; one++)
        {
            for (int other = 0; other < one; other++)
            {
                if (Math.Abs(MathNet.Numerics.Statistics.Correlation.Pearson(columns[one], columns[other])) > MostCorrelation)
                {
                    return $"{Wording.Quote(training.Names[other])} and {Wording.Quote(training.Names[one])} move together in this design, so that nothing tells their effects apart. Use a sobol or latinHypercube design.";
                }
            }
        }

        return null;
    }
}
