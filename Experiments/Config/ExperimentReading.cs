using Experiments.Running;

namespace Experiments.Config;

/// <summary>What came of reading an experiment file.</summary>
/// <param name="Experiment">The experiment, with what-ifs reduced to what they really change; null when there are problems.</param>
/// <param name="Points">The points to run, without a sweep "as written" first; empty when there are problems.</param>
/// <param name="Sweep">The same points when something is varied, else null.</param>
/// <param name="Problems">Everything that is wrong; nothing may be run while there is any.</param>
/// <param name="Warnings">What is allowed but probably not meant.</param>
/// <param name="ResolvedYaml">The experiment as a file of its own, every parameter written out; empty when there are problems.</param>
/// <param name="Hash">SHA-256 of the resolved experiment, in hexadecimal; empty when there are problems.</param>
internal sealed record ExperimentReading(
    Experiment? Experiment,
    IReadOnlyList<Point> Points,
    SweepPoints? Sweep,
    IReadOnlyList<Diagnostic> Problems,
    IReadOnlyList<Diagnostic> Warnings,
    string ResolvedYaml,
    string Hash)
{
    /// <summary>Writes every problem and warning, one a line.</summary>
    internal void Tell(TextWriter writer)
    {
        foreach (Diagnostic problem in Problems)
        {
            writer.WriteLine(problem);
        }

        foreach (Diagnostic warning in Warnings)
        {
            writer.WriteLine($"warning: {warning}");
        }
    }
}
