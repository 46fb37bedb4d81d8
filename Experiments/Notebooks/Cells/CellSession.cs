using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace Experiments.Notebooks.Cells;

/// <summary>The cells run so far: each sees the variables, types and usings of those before it.</summary>
internal sealed class CellSession : IDisposable
{
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks",
    ];

    private readonly InteractiveAssemblyLoader _loader = new();
    private readonly Dictionary<int, string> _codes = [];
    private readonly ScriptOptions _options;
    private readonly CellGlobals _globals;
    private ScriptState<object>? _state;
    private CellOutputs? _outputs;

    /// <summary>Begins a session.</summary>
    /// <param name="folder">Paths after <c>#r</c> and <c>#load</c> are relative to it.</param>
    internal CellSession(string folder)
    {
        foreach (Assembly assembly in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic))
        {
            _loader.RegisterDependency(assembly);
        }

        _globals = new CellGlobals(value => Display(value, _outputs));
        _options = ScriptOptions.Default
            .WithReferences(CellReferences.Framework)
            .AddReferences(typeof(CellStop).Assembly)
            .WithMetadataResolver(new CellReferences(folder))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
            .WithImports(Usings)
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithAllowUnsafe(true)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8);
    }

    /// <inheritdoc/>
    public void Dispose() => _loader.Dispose();

    /// <summary>Runs a cell. What it declares stays, unless it is stopped; what it changes stays in any case.</summary>
    /// <param name="code">Its text.</param>
    /// <param name="cell">Its number, by which errors name it.</param>
    /// <param name="outputs">Takes its outputs.</param>
    /// <param name="stop">Stops it, even in an endless loop.</param>
    internal CellResult Run(string code, int cell, CellOutputs outputs, CancellationToken stop)
    {
        (string read, CellError? refused) = CellLanguage.Read(code, cell);
        if (refused is not null)
        {
            return new CellResult(refused);
        }

        _codes[cell] = read;
        try
        {
            Script<object> written = After(read, CellName.Of(cell));
            Script<object> script = After(CellChecks.In(written.GetCompilation()), CellName.Of(cell));
            if (CompilerErrors.Of(script.Compile(stop), cell) is not null)
            {
                // Told in terms of what was written.
                script = written;
                if (CompilerErrors.Of(script.Compile(stop), cell) is { } error)
                {
                    return new CellResult(error);
                }
            }

            return Run(script, cell, outputs, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Stopped(cell);
        }
    }

    /// <summary>The code as if it came next; not run.</summary>
    internal Compilation Compile(string code) => After(code, "").GetCompilation();

    private static CellResult Stopped(int cell)
    {
        const string Message = "The cell was stopped. What the cells before it declared is still there.";
        return new CellResult(new CellError(CellError.Interrupted, Message, cell, null, null, [$"{CellName.Of(cell)}: {Message}"]));
    }

    private CellResult Run(Script<object> script, int cell, CellOutputs outputs, CancellationToken stop)
    {
        _outputs = outputs;
        ScriptState<object>? state = null;
        bool showsValue = ShowsValue(script.GetCompilation());
        try
        {
            bool finished = CellThread.Run(
                async () =>
                {
                    CellConsole.Give(outputs);
                    state = await (_state is null ? script.RunAsync(_globals, _ => true, CancellationToken.None) : script.RunFromAsync(_state, _ => true, CancellationToken.None));
                    if (state.Exception is null && showsValue)
                    {
                        outputs.Add(Output("execute_result", state.ReturnValue, ("execution_count", cell)));
                    }
                },
                stop);
            if (!finished)
            {
                CellConsole.Renew();
                return Stopped(cell);
            }
        }
        catch (Exception exception)
        {
            return new CellResult(RuntimeErrors.Of(exception, cell, _codes.GetValueOrDefault));
        }
        finally
        {
            _state = state ?? _state;
        }

        return state?.Exception is { } thrown ? new CellResult(RuntimeErrors.Of(thrown, cell, _codes.GetValueOrDefault)) : CellResult.Done;
    }

    private static void Display(object? value, CellOutputs? outputs) => outputs?.Add(Output("display_data", value));

    private static JsonObject Output(string type, object? value, params ReadOnlySpan<(string Name, JsonNode Value)> more)
    {
        var output = new JsonObject { ["output_type"] = type, ["data"] = ShownValue.Of(value), ["metadata"] = new JsonObject() };
        foreach ((string name, JsonNode node) in more)
        {
            output[name] = node;
        }

        return output;
    }

    private Script<object> After(string code, string name) => _state is null
        ? CSharpScript.Create<object>(code, _options.WithFilePath(name), typeof(CellGlobals), _loader)
        : _state.Script.ContinueWith<object>(code, _options.WithFilePath(name));

    // A value is shown when the last line is an expression without a semicolon that has a value.
    private static bool ShowsValue(Compilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        return ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is { SpecialType: not SpecialType.System_Void };
    }
}
