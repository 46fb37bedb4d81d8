using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Experiments;

/// <summary>Help, with examples below the help of the whole command.</summary>
/// <param name="help">The help without examples.</param>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Examples = """
        Examples:
          run experiment.yaml                            run it; the same command goes on where it was interrupted
          run experiment.yaml --set trust.loss=0.3       with another value
          run experiment.yaml --replicates 20 --quiet    quickly, printing the result folder alone
          run experiment.yaml --plan                     points, runs, expected time and disk, without running it
          submit experiment.yaml --tasks 64 --wait       on a Slurm cluster, with the same results bit for bit
          status results/cadence-1a2b3c4d                how far it is there; cancel ends it
          calibrate                                      what the facts of the case say about the parameters, and what not
          optimise                                       which policies are worth their price in trust, under all beliefs
          validate                                       the model against what was published, also where it fails
          emulate results/cadence-1a2b3c4d --at x=5      what a fitted emulator expects between the points that were run
          verify results/cadence-1a2b3c4d                are the files as they were written, and do runs come out again?
          diff results/one results/other                 what changed between two experiments, and in their results
          check experiment.yaml                          every problem at once, with line and column
          deck results/cadence-1a2b3c4d                  slides to edit: findings, charts, notes, evidence, sources
          index                                          one page over all results: results/index.html
          cite results/cadence-1a2b3c4d --format bibtex  how to cite the experiment and its charts
          cite --check deck.pptx results                 which charts of a deck are stale?
          export results/cadence-1a2b3c4d --format json  for R, Python and spreadsheets
          charts results/cadence-1a2b3c4d                every chart of the report as SVG and PNG, for slides and papers
          schema > experiment.schema.json                for the editor

        Without any arguments the case of CMO Joe is run.
        """;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is RootCommand)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(Examples);
        }

        return code;
    }
}
