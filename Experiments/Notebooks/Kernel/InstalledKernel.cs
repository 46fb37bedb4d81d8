using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Experiments.Store;

namespace Experiments.Notebooks.Kernel;

/// <summary>The folder by which Jupyter knows the kernel: kernel.json, and the Python program that it starts.</summary>
/// <param name="folder">The folder; it need not exist.</param>
internal sealed class InstalledKernel(string folder)
{
    private const string SpecName = "kernel.json";
    private const string ProgramName = "kernel.py";
    private const string Mark = "simulation";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 1, NewLine = "\n" };

    /// <summary>True when a kernel of this name is there, whoever wrote it.</summary>
    internal bool Exists => Directory.Exists(folder);

    /// <summary>True when it was written by <see cref="Write"/>.</summary>
    internal bool IsOurs => Spec()?["metadata"]?[Mark] is JsonObject;

    /// <summary>The command of its engine, in one line; null when it is not ours.</summary>
    internal string? Engine => Spec()?["metadata"]?[Mark]?["engine"] is JsonArray words ? string.Join(' ', words.Select(word => (string?)word)) : null;

    /// <summary>Writes it.</summary>
    /// <param name="python">The Python that runs it.</param>
    /// <param name="force">Also over a kernel that another program wrote.</param>
    /// <exception cref="RefusedException">Another program wrote the one that is there.</exception>
    internal void Write(string python, bool force)
    {
        RefuseAnothers(force);
        if (Exists)
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, ProgramName), Program(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var spec = new JsonObject
        {
            ["argv"] = new JsonArray(python, Path.Combine(folder, ProgramName), "-f", "{connection_file}"),
            ["display_name"] = KernelSpec.DisplayName,
            ["language"] = KernelSpec.Language,
            ["interrupt_mode"] = "message",

            // Keeps a warning of Python's debugger, which the kernel does not use, out of the log.
            ["env"] = new JsonObject { ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1" },
            ["metadata"] = new JsonObject
            {
                [Mark] = new JsonObject
                {
                    ["version"] = Tool.Version,
                    ["engine"] = new JsonArray([.. EngineProgram.Words().Select(word => JsonValue.Create(word))]),
                    ["language_info"] = KernelSpec.LanguageInfo(),
                },
            },
        };
        File.WriteAllText(Path.Combine(folder, SpecName), spec.ToJsonString(Indented) + "\n");
    }

    /// <summary>Removes it.</summary>
    /// <exception cref="RefusedException">Another program wrote the one that is there.</exception>
    internal void Remove(bool force)
    {
        RefuseAnothers(force);
        Directory.Delete(folder, recursive: true);
    }

    private void RefuseAnothers(bool force)
    {
        if (Exists && !IsOurs && !force)
        {
            throw new RefusedException(
                $"{folder} holds a kernel {KernelSpec.Name} that another program installed, such as .NET Interactive. --force replaces or removes it all the same.");
        }
    }

    private JsonNode? Spec()
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, SpecName)));
        }
        catch (Exception problem) when (problem is JsonException or IOException)
        {
            return null;
        }
    }

    private static string Program()
    {
        using Stream stream = typeof(InstalledKernel).Assembly.GetManifestResourceStream("Notebooks." + ProgramName)!;
        return new StreamReader(stream).ReadToEnd();
    }
}
