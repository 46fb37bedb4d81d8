using Experiments.Calibration;
using Experiments.Config;
using Experiments.Optimisation;
using Experiments.Validation;

namespace Experiments.Running.Methods;

/// <summary>A kind of method: its verb is also the key of its settings in an experiment file.</summary>
/// <param name="Verb">The verb, for example calibrate.</param>
/// <param name="Description">What the verb does, for its help.</param>
/// <param name="Shipped">Name of the shipped experiment that the verb takes where no file is named.</param>
/// <param name="NeedsFactors">Whether something has to be named under <c>vary</c>.</param>
/// <param name="IsAsked">Whether an experiment holds its settings.</param>
/// <param name="Of">The method of an experiment that asks for it.</param>
internal sealed record MethodKind(string Verb, string Description, string Shipped, bool NeedsFactors, Func<Experiment, bool> IsAsked, Func<ExperimentPlan, IMethod> Of)
{
    /// <summary>All kinds. New ones go into the list.</summary>
    internal static IReadOnlyList<MethodKind> All { get; } =
    [
        new("calibrate", "Find the parameter sets that agree with the facts of the case", "calibration", true, experiment => experiment.Calibrate is not null, plan => new CalibrationMethod(plan)),
        new("optimise", "Search for the policies that no other beats in every objective", "best-policy", true, experiment => experiment.Optimise is not null, plan => new PolicySearch(plan)),
        new("validate", "Hold the model against published figures, row by row", "validation", false, experiment => experiment.Validate is not null, plan => new ValidationMethod(plan)),
    ];

    /// <summary>The kind that an experiment asks for; null when its points are simply run.</summary>
    internal static MethodKind? AskedBy(Experiment experiment) => All.FirstOrDefault(kind => kind.IsAsked(experiment));
}
