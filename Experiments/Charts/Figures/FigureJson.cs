using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Experiments.Charts.Figures;

/// <summary>Figures as JSON.</summary>
internal static class FigureJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        // plotly's names are lower case, with an underscore only in error_x and error_y.
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        Converters = { new RoundedNumber() },
    };

    /// <summary>Writes a figure.</summary>
    /// <exception cref="InvalidOperationException">A number is NaN or infinite.</exception>
    internal static string Write(Figure figure) => JsonSerializer.Serialize(figure, Options);

    /// <summary>Six digits are finer than any screen, and keep a report small.</summary>
    private sealed class RoundedNumber : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (!double.IsFinite(value))
            {
                throw new InvalidOperationException($"A figure holds {value}, which JSON cannot.");
            }

            writer.WriteRawValue(value.ToString("G6", CultureInfo.InvariantCulture));
        }
    }
}
