using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Experiments.Charts;

/// <summary>
/// What a chart carries when it leaves its report: inside picture files, slides and notebooks, so that it can be cited, and checked
/// against the results it was drawn from.
/// </summary>
internal sealed record ChartMetadata
{
    /// <summary>Under this name pictures and slides carry it.</summary>
    internal const string Key = "Simulation";

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Name of the chart in its report.</summary>
    public required string Chart { get; init; }

    /// <summary>The finding it shows.</summary>
    public required string Title { get; init; }

    /// <summary>How to read it, in a sentence or two.</summary>
    public required string Reading { get; init; }

    /// <summary>What a reader who cannot see it needs to know.</summary>
    public required string Alt { get; init; }

    /// <summary>What it rests on.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>SHA-256 of what is drawn, as a table, hexadecimal: another look is no other chart, other numbers are.</summary>
    public required string DataHash { get; init; }

    /// <summary>What a chart carries.</summary>
    internal static ChartMetadata Of(Chart chart)
    {
        using var table = new StringWriter();
        chart.Data.Write(table);
        return new ChartMetadata
        {
            Chart = chart.Id,
            Title = chart.Title,
            Reading = chart.Reading,
            Alt = chart.AltText,
            Provenance = chart.Provenance,
            DataHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(table.ToString()))),
        };
    }

    /// <summary>As JSON on one line.</summary>
    internal string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <summary>Reads it back; null when the text is something else.</summary>
    internal static ChartMetadata? FromJson(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ChartMetadata>(text, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
