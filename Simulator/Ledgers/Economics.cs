using Simulator.Parameters;

namespace Simulator.Ledgers;

/// <summary>What a sale brings and what sending and answering cost.</summary>
public sealed record Economics : ParameterSet
{
    /// <summary>Margin of a sale, currency units. Chosen, not measured.</summary>
    [Parameter("margin of a sale", Unit = "currency units", From = -1000000, To = 1000000)]
    public double Margin { get; init; } = 10;

    /// <summary>Sales a day per unit of trust capital without any DM.</summary>
    [Parameter("sales a day per unit of trust capital, without any DM", From = 0, To = 1)]
    public double OrganicRate { get; init; } = 0.0004;

    /// <summary>Cost of an hour of work, currency units. Chosen, not measured.</summary>
    [Parameter("cost of an hour of work", Unit = "currency units", From = 0, To = 1000000)]
    public double HourlyCost { get; init; } = 30;

    /// <summary>Work to answer one complaint, minutes. Chosen, not measured.</summary>
    [Parameter("work to answer one complaint", Unit = "minutes", From = 0, To = 100000)]
    public double MinutesPerReply { get; init; } = 5;

    /// <summary>Discount rate a year. Chosen, not measured.</summary>
    [Parameter("discount rate a year", From = 0, To = 10)]
    public double AnnualDiscountRate { get; init; } = 0.1;
}
