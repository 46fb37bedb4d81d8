using Simulator.Ledgers;

namespace Experiments.Analysis.Findings;

/// <summary>Does the policy in question pay, against sending nothing?</summary>
internal static class PayFinding
{
    /// <summary>The finding; null without a policy that sends or without its silent twin.</summary>
    internal static Finding? Of(StoredResults results)
    {
        if (results.Subject is not { } subject
            || results.AsWritten.Silent is not { } silent
            || PairedDifference.Of(subject, silent, Metric.NetValue) is not { } net
            || PairedDifference.Of(subject, silent, Metric.Sales) is not { } sales)
        {
            return null;
        }

        string name = Wording.Quote(subject.Name);
        string period = Wording.Count(results.Facts.Horizon, "day", "days");
        string text =
            $"Within {period} {name} makes {Compared(sales, "sales", "more", "fewer")} than sending nothing. After the cost of sending and answering, and discounted, "
            + $"it yields {Compared(net, "currency units", "more", "less")} than silence. {Verdict(net)}";
        return new Finding("pay", Title(name, period, net), text);
    }

    private static string Title(string name, string period, Interval net)
    {
        string amount = $"{Wording.Mean(net.Mean < 0 ? net.Times(-1) : net)} currency units";
        return net.SideOf(0) switch
        {
            1 => $"{name} pays: {amount} more than sending nothing after {period}",
            -1 => $"{name} does not pay: {amount} less than sending nothing after {period}",
            _ when !net.HasBounds => $"In a single run {name} ends {amount} {(net.Mean < 0 ? "below" : "above")} sending nothing",
            _ => $"{name} and sending nothing cannot be told apart after {period}",
        };
    }

    private static string Verdict(Interval net) => net.SideOf(0) switch
    {
        1 => "In the model, with these assumptions, it pays.",
        -1 => "In the model, with these assumptions, it does not pay.",
        _ when !net.HasBounds => "One run has no interval: more replicates are needed to say whether it pays in the model, with these assumptions.",
        _ => "The interval holds zero: whether it pays in the model, with these assumptions, cannot be told from these runs.",
    };

    private static string Compared(Interval value, string unit, string more, string less)
    {
        Interval size = value.Mean < 0 ? value.Times(-1) : value;
        string bounds = size.HasBounds ? $" (95% interval {Wording.Bounds(size)})" : "";
        return $"{Wording.Mean(size)} {unit}{bounds} {(value.Mean < 0 ? less : more)}";
    }
}
