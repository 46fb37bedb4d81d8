using System.Text.Encodings.Web;
using System.Text.Json;
using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Running;

namespace Experiments.Reports;

/// <summary>The answer of a result folder for machines: what the page of all results and other people's scripts quote.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Question">The question, as a reader would ask it; may be empty.</param>
/// <param name="Hash">Hash of the resolved experiment.</param>
/// <param name="Findings">The findings, the most important first.</param>
internal sealed record AnswerFile(string Name, string Question, string Hash, IReadOnlyList<Finding> Findings)
{
    /// <summary>Name of the file.</summary>
    internal const string FileName = "answer.json";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The answer to an experiment.</summary>
    internal static AnswerFile Of(ExperimentFacts facts, Answer answer) => new(facts.Name, facts.Question, facts.Hash, answer.Findings);

    /// <summary>Reads the one of a folder.</summary>
    /// <returns>The answer; null when the file is missing, damaged, or belongs to another experiment.</returns>
    internal static AnswerFile? Read(string folder, string hash)
    {
        try
        {
            AnswerFile? answer = JsonSerializer.Deserialize<AnswerFile>(File.ReadAllText(Path.Combine(folder, FileName)), Format);
            return answer is not null && answer.Hash == hash && answer.Findings.All(finding => finding is not null) ? answer : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it into a folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    internal void Write(string folder) => ResultFolder.Write(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Format) + "\n");
}
