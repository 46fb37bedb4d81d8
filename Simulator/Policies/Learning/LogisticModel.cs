namespace Simulator.Policies.Learning;

/// <summary>A fitted chance: Λ(b + w·x) of standardised features x, or one rate for all where there was nothing to learn from.</summary>
/// <param name="Coefficients">Intercept b first, then the effects w; an intercept alone is the same chance for everybody.</param>
/// <param name="Rows">Reactions it was learned from.</param>
/// <param name="Events">How many of them were what is predicted.</param>
internal sealed record LogisticModel(double[] Coefficients, int Rows, int Events)
{
    /// <summary>Λ(x) = 1/(1 + e^(−x)).</summary>
    internal static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>b + w·x.</summary>
    internal static double Logit(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> x)
    {
        double sum = coefficients[0];
        for (int feature = 1; feature < coefficients.Length; feature++)
        {
            sum += coefficients[feature] * x[feature - 1];
        }

        return sum;
    }

    /// <summary>
    /// Fits the chance of an outcome. Where it never or always occurred no effect can be learned, and the rate of all is (events + ½)/(rows + 1), the mean of Jeffreys'
    /// posterior (Jeffreys 1946, Proc. R. Soc. A 186:453, doi:10.1098/rspa.1946.0056): not 0, since three in a hundred may well show none.
    /// </summary>
    /// <param name="rows">Standardised features, row by row.</param>
    /// <param name="outcomes">What happened, one a row; at least one.</param>
    /// <param name="penalty">λ of the ridge.</param>
    internal static LogisticModel Fit(ReadOnlySpan<double> rows, ReadOnlySpan<bool> outcomes, double penalty)
    {
        int events = outcomes.Count(true);
        if (events == 0 || events == outcomes.Length)
        {
            double rate = (events + 0.5) / (outcomes.Length + 1);
            return new LogisticModel([Math.Log(rate / (1 - rate))], outcomes.Length, events);
        }

        return new LogisticModel(RidgeLogistic.Fit(rows, outcomes, penalty), outcomes.Length, events);
    }

    /// <summary>The chance for standardised features.</summary>
    internal double Chance(ReadOnlySpan<double> x) => Logistic(Logit(Coefficients, x));
}
