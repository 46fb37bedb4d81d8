using System.CommandLine;

namespace Experiments.Config;

/// <summary>The verb <c>schema</c>: what editors need to complete and check an experiment file.</summary>
internal static class SchemaCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        var command = new Command("schema", "JSON Schema of an experiment file, with which editors complete and check it");
        command.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.WriteLine(ExperimentSchema.Text());
            return ExitCode.Done;
        });
        return command;
    }
}
