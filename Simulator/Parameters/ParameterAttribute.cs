namespace Simulator.Parameters;

/// <summary>What a parameter means and which values it may take. Checks, the JSON schema and error messages all read it here.</summary>
/// <param name="meaning">One line for a reader who does not know the model.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string meaning) : Attribute
{
    /// <summary>One line for a reader who does not know the model.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Unit of the value, empty for shares, probabilities and coefficients.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Smallest allowed value.</summary>
    public double From { get; init; } = double.NegativeInfinity;

    /// <summary>Largest allowed value.</summary>
    public double To { get; init; } = double.PositiveInfinity;

    /// <summary>Whether <see cref="From"/> and <see cref="To"/> themselves are excluded.</summary>
    public bool Exclusive { get; init; }

    /// <summary>Whether a finite value lies in the range.</summary>
    public bool Allows(double value) =>
        double.IsFinite(value) && (Exclusive ? value > From && value < To : value >= From && value <= To);

    /// <summary>The range in words, for example "from 0 to 1" or "above 0".</summary>
    public string Range()
    {
        string unit = Unit.Length == 0 ? "" : " " + Unit;
        return (double.IsFinite(From), double.IsFinite(To), Exclusive) switch
        {
            (true, true, false) => $"from {From:0.######} to {To:0.######}{unit}",
            (true, true, true) => $"between {From:0.######} and {To:0.######}{unit}, both excluded",
            (true, false, false) => $"{From:0.######}{unit} or more",
            (true, false, true) => $"above {From:0.######}{unit}",
            (false, true, false) => $"{To:0.######}{unit} or less",
            (false, true, true) => $"below {To:0.######}{unit}",
            _ => "any finite number",
        };
    }
}
