using System.Runtime.InteropServices;
using System.Text.Json;
using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Emulation;

namespace Experiments.Reports;

/// <summary>
/// Sliders for the factors that show at once what the emulators expect. The page carries what they learnt from, 8 bytes a number: 1,000 points of 10 factors
/// take 130 kB an outcome.
/// </summary>
internal static class WhatIfSection
{
    /// <summary>Writes the section; empty where no emulator was asked for.</summary>
    internal static string Write(SweepResults results)
    {
        if (results.Emulators.Count == 0)
        {
            return "";
        }

        SweepEmulator[] fitting = [.. results.Emulators.Where(emulator => emulator.Fits)];
        PageTemplate refusal = PageTemplate.Load("what-if-refusal.html");
        return PageTemplate.Load("what-if.html").Fill(
            ("offer", fitting.Length == 0 ? "" : Offer(results, fitting)),
            ("refusals", string.Concat(results.Emulators.Where(emulator => !emulator.Fits).Select(emulator => refusal.Fill(("outcome", emulator.Outcome.Label), ("reason", emulator.Refusal!))))));
    }

    /// <summary>The script of the sliders; empty where none are offered.</summary>
    internal static string Script(SweepResults results) => results.Emulators.Any(emulator => emulator.Fits) ? PageTemplate.Read("what-if.js") : "";

    private static string Offer(SweepResults results, SweepEmulator[] fitting)
    {
        string whose = results.Policies.Count > 1 ? $" The policy is {Wording.Quote(fitting[0].Policy)}." : "";
        string curves = fitting.Length > 1 ? " The curves show the outcome that is chosen beside its name." : "";
        return PageTemplate.Load("what-if-offer.html").Fill(
            ("reading", $"Move a slider and see what to expect. Above each slider runs the outcome along that factor, with all others as they stand; all curves have one scale.{curves}{whose}"),
            ("note", $"Nothing is simulated here: a Gaussian process learnt from {Wording.Count(fitting[0].Count, "combination", "combinations")} foretells what {Wording.Count(results.MostReplicates, "replicate", "replicates")} and more would come to on average. The 95% interval holds what it does not know and the luck that all combinations share; a single run strays further. It knows the ranges of the sliders and nothing beyond. The bar is the range of all combinations that were run. How well it foretells combinations that it was not shown is in the charts below."),
            ("data", Data(fitting).Replace("<", "\\u003c", StringComparison.Ordinal)));
    }

    private static string Data(SweepEmulator[] fitting) => JsonSerializer.Serialize(new
    {
        axes = fitting[0].Axes.Select(axis => new { label = axis.Factor.Label, unit = axis.Factor.Unit, low = axis.Low, high = axis.High, log = axis.IsLogarithmic, integer = axis.IsInteger }),
        outcomes = fitting.Select(emulator =>
        {
            (Emulator fitted, AnswerOutcome outcome) = (emulator.Emulator!, emulator.Outcome);
            (double centre, double spread) = fitted.Standard;
            return new
            {
                key = outcome.Key,
                label = outcome.Label,
                unit = outcome.UnitAfter.Trim(),
                scale = outcome.Scale,
                centre,
                spread,
                level = fitted.Process!.Level,
                signal = fitted.Parameters!.SignalVariance,
                nugget = fitted.Parameters.NuggetVariance,
                jitter = fitted.Process.Jitter,
                extra = fitted.ExtraVariance,
                low = fitted.Training.Means.Min(),
                high = fitted.Training.Means.Max(),
                lengths = fitted.Parameters.LengthScales,
                inputs = Packed(fitted.Training.Inputs),
                weights = Packed([.. fitted.Process.Weights]),
                noise = Packed([.. fitted.Training.Variances.Select(variance => variance / (spread * spread))]),
            };
        }),
    });

    private static string Packed(double[] numbers) => Convert.ToBase64String(MemoryMarshal.AsBytes<double>(numbers));
}
