namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>Spans of time in words.</summary>
internal static class Span
{
    /// <summary>A number of days as people say it: a week · three months · a year · 45 days.</summary>
    internal static string Of(int days) => days switch
    {
        1 => "a day",
        7 => "a week",
        14 => "two weeks",
        30 or 31 => "a month",
        60 or 61 => "two months",
        90 or 91 => "three months",
        180 or 182 or 183 => "half a year",
        365 or 366 => "a year",
        730 => "two years",
        1095 => "three years",
        _ => Wording.Count(days, "day", "days"),
    };
}
