using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Experiments.Charts;
using Experiments.Reports;

namespace Experiments.Citing;

/// <summary>How a chart, or an experiment as a whole, is cited.</summary>
internal sealed record Citation
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Key of its entries.</summary>
    public required string Key { get; init; }

    /// <summary>Type of the entry in CSL: figure or dataset.</summary>
    public required string CslType { get; init; }

    /// <summary>What kind of thing it is, in words.</summary>
    public required string Genre { get; init; }

    /// <summary>Title of the entry.</summary>
    public required string Title { get; init; }

    /// <summary>To stand below it in print: the finding, how to read it, what it rests on.</summary>
    public required string Caption { get; init; }

    /// <summary>What a reader who cannot see it needs to know.</summary>
    public required string Alt { get; init; }

    /// <summary>What makes it again, and from what.</summary>
    public required string Note { get; init; }

    /// <summary>Version of the program that drew it.</summary>
    public required string Version { get; init; }

    /// <summary>The citation of a chart.</summary>
    internal static Citation Of(ChartMetadata chart)
    {
        Provenance from = chart.Provenance;
        return new Citation
        {
            Key = $"simulation-{from.Experiment}-{from.ShortHash}-{chart.Chart}",
            CslType = "figure",
            Genre = "Chart of a simulation experiment",
            Title = chart.Title,
            Caption = $"{Sentence(chart.Title)} {Sentence(chart.Reading)} {Rests(from)}",
            Alt = Sentence(chart.Alt),
            Note = $"Chart {chart.Chart} of experiment {from.Experiment}, {from.Hash}; {from.Points}; {from.Replicates}; seed {from.Seed}. Made by: {from.Command}",
            Version = from.Version,
        };
    }

    /// <summary>The citation of an experiment.</summary>
    internal static Citation Of(IReport report)
    {
        string question = PageParts.Heading(report.Facts);
        string[] findings = [.. report.Answer.Findings.Select(finding => Sentence(finding.Title))];
        string replicates = report.Charts.OfType<Chart>().FirstOrDefault()?.Provenance is { } from ? $"n = {from.Replicates}, " : "";
        return new Citation
        {
            Key = $"simulation-{report.Facts.Name}-{report.Facts.ShortHash}",
            CslType = "dataset",
            Genre = "Results of a simulation experiment",
            Title = question,
            Caption = $"{Sentence(question)} {string.Join(" ", findings.Take(1))} Simulation experiment {report.Facts.Name} ({report.Facts.ShortHash}), {replicates}seed {report.Facts.Seed}; "
                + $"{Program(CitedSoftware.This.Version)}.",
            Alt = string.Join(" ", findings),
            Note = $"Experiment {report.Facts.Name}, {report.Facts.Hash}; seed {report.Facts.Seed}. Made by: {report.Facts.Command}",
            Version = CitedSoftware.This.Version,
        };
    }

    /// <summary>As an entry of a BibTeX file in UTF-8.</summary>
    internal string BibTeX()
    {
        CitedSoftware software = CitedSoftware.This;
        return $$$"""
            @misc{{{{Key}}},
              author       = {{{{{BibTeXText.Escape(software.Author)}}}}},
              title        = {{{{{BibTeXText.Escape(Title)}}}}},
              year         = {{{{software.Released.Year}}}},
              howpublished = {{{{BibTeXText.Escape($"{Genre}, {Program(Version)}")}}}},
              note         = {{{{BibTeXText.Escape(Note)}}}}
            }
            """;
    }

    /// <summary>As an item of CSL-JSON (https://github.com/citation-style-language/schema).</summary>
    internal JsonObject Csl()
    {
        CitedSoftware software = CitedSoftware.This;
        return new JsonObject
        {
            ["id"] = Key,
            ["type"] = CslType,
            ["title"] = Title,
            ["author"] = new JsonArray(new JsonObject { ["literal"] = software.Author }),
            ["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(software.Released.Year, software.Released.Month, software.Released.Day)) },
            ["container-title"] = software.Title,
            ["version"] = Version,
            ["genre"] = Genre,
            ["abstract"] = Alt,
            ["note"] = Note,
        };
    }

    /// <summary>Several as one CSL-JSON file.</summary>
    internal static string CslJson(IEnumerable<Citation> citations) =>
        new JsonArray([.. citations.Select(citation => citation.Csl())]).ToJsonString(Format);

    private static string Rests(Provenance from) =>
        $"n = {from.Replicates}; {from.Intervals}; seed {from.Seed}. Simulation experiment {from.Experiment} ({from.ShortHash}), {Program(from.Version)}.";

    private static string Program(string version) => $"Simulation {version}";

    private static string Sentence(string text)
    {
        string started = text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
        return started.Length == 0 || ".!?".Contains(started[^1], StringComparison.Ordinal) ? started : started + ".";
    }
}
