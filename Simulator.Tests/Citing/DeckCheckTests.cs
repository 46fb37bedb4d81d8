using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Experiments;
using Experiments.Charts;
using Experiments.Citing;
using Experiments.Images;
using Experiments.Reports;
using Simulator.Tests.Running;
using P = DocumentFormat.OpenXml.Presentation;

namespace Simulator.Tests.Citing;

/// <summary>A chart in a deck does not go stale unnoticed.</summary>
public sealed class DeckCheckTests : IClassFixture<DeckCheckTests.Folder>
{
    private readonly Folder _folder;

    /// <summary>A small experiment, run once, and its deck.</summary>
    public sealed class Folder : IAsyncLifetime
    {
        internal TemporaryFolder Temporary { get; } = new();

        internal string Results => Temporary["results/sweep-first"];

        internal string Deck => Temporary["deck.pptx"];

        public async ValueTask InitializeAsync()
        {
            File.WriteAllText(Temporary["sweep.yaml"], SmallSweep.Yaml("5"));
            await Run("run", Temporary["sweep.yaml"], "--out", Results, "--quiet");
            Assert.Equal(ExitCode.Done, (await Run("deck", Results, "--out", Deck)).Code);
        }

        public ValueTask DisposeAsync()
        {
            Temporary.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    public DeckCheckTests(Folder folder) => _folder = folder;

    [Fact]
    public async Task A_deck_of_the_results_as_they_are_is_current()
    {
        (int code, string output, _) = await Run("cite", "--check", _folder.Deck, _folder.Results);

        Assert.Equal(ExitCode.Done, code);
        Assert.Matches(@"[1-9]\d* current, 0 stale, 0 unknown\.", output);
        Assert.DoesNotContain("STALE", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_chart_of_the_report_is_found_in_the_deck_by_what_it_carries()
    {
        string[] charts = [.. FinishedReport.Open(_folder.Results).Charts.OfType<Chart>().Select(chart => chart.Id).Order(StringComparer.Ordinal)];

        (_, string output, _) = await Run("cite", "--check", _folder.Deck, _folder.Temporary["results"]);

        Assert.All(charts, chart => Assert.Matches($@"slide \d+ +current +sweep {chart}\r?\n", output));
    }

    [Fact]
    public async Task After_a_parameter_changed_every_chart_is_stale_and_the_command_fails()
    {
        string changed = _folder.Temporary["changed"];
        await Run("run", _folder.Temporary["sweep.yaml"], "--set", "trust.loss=0.3", "--out", changed, "--quiet");

        (int code, string output, _) = await Run("cite", "--check", _folder.Deck, changed);

        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Matches(@"0 current, [1-9]\d* stale, 0 unknown\.", output);
        Assert.Contains("The experiment changed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_results_that_lie_beside_each_other_the_newest_counts_unless_the_older_are_named()
    {
        string results = _folder.Temporary["beside"];
        await Run("run", _folder.Temporary["sweep.yaml"], "--out", Path.Combine(results, "older"), "--quiet");
        await Run("run", _folder.Temporary["sweep.yaml"], "--set", "trust.loss=0.3", "--out", Path.Combine(results, "newer"), "--quiet");
        string manifest = Path.Combine(results, "newer", "manifest.json");
        File.WriteAllText(manifest, Regex.Replace(File.ReadAllText(manifest), "\"finished\": \"[^\"]+\"", "\"finished\": \"2999-01-01T00:00:00+00:00\""));

        (int beside, string output, _) = await Run("cite", "--check", _folder.Deck, results);
        (int named, _, _) = await Run("cite", "--check", _folder.Deck, Path.Combine(results, "older"), Path.Combine(results, "newer"));

        Assert.Equal(ExitCode.SomeRunsFailed, beside);
        Assert.Contains("the newest results are", output, StringComparison.Ordinal);
        Assert.Matches(@"0 current, [1-9]\d* stale, 0 unknown\.", output);
        Assert.Equal(ExitCode.Done, named);
    }

    [Fact]
    public async Task A_deck_whose_tags_another_program_dropped_is_known_by_its_names()
    {
        string path = _folder.Temporary["no-tags.pptx"];
        File.Copy(_folder.Deck, path, overwrite: true);
        using (var deck = PresentationDocument.Open(path, isEditable: true))
        {
            foreach (SlidePart slide in deck.PresentationPart!.SlideParts)
            {
                slide.Slide.Descendants<P.CustomerDataList>().ToList().ForEach(tags => tags.Remove());
                slide.DeleteParts(slide.GetPartsOfType<UserDefinedTagsPart>());
            }
        }

        (_, string expected, _) = await Run("cite", "--check", _folder.Deck, _folder.Results);
        (int code, string output, _) = await Run("cite", "--check", path, _folder.Results);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(expected, output);
    }

    [Fact]
    public async Task An_experiment_that_no_folder_holds_is_unknown()
    {
        string other = _folder.Temporary["other"];
        File.WriteAllText(_folder.Temporary["other.yaml"], SmallSweep.Yaml("3").Replace("name: sweep", "name: other", StringComparison.Ordinal));
        await Run("run", _folder.Temporary["other.yaml"], "--out", other, "--quiet");

        (int code, string output, _) = await Run("cite", "--check", _folder.Deck, other);

        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Matches(@"0 current, 0 stale, [1-9]\d* unknown\.", output);
        Assert.Contains("None of the folders holds the experiment sweep", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_inserted_by_hand_is_known_by_its_file_and_a_logo_is_not()
    {
        string path = _folder.Temporary["by-hand.pptx"];
        File.Copy(_folder.Deck, path, overwrite: true);
        ChartMetadata chart = ChartMetadata.Of(FinishedReport.Open(_folder.Results).Charts.OfType<Chart>().First());
        using (var deck = PresentationDocument.Open(path, isEditable: true))
        {
            PresentationPart presentation = deck.PresentationPart!;
            string first = presentation.Presentation.SlideIdList!.Elements<P.SlideId>().First().RelationshipId!;
            var slide = (SlidePart)presentation.GetPartById(first);
            Insert(slide, "A chart", PngText.With(Pixel.Png, 96, [(ChartMetadata.Key, chart.ToJson())]));
            Insert(slide, "Our logo", Pixel.Png);
        }

        (int code, string output, _) = await Run("cite", "--check", path, _folder.Results);

        Assert.Equal(ExitCode.Done, code);
        Assert.Matches($@"slide 1 +current +sweep {chart.Chart}\r?\n", output);
        Assert.Contains("“Our logo”", output, StringComparison.Ordinal);
        Assert.Contains("1 picture carries no provenance", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_experiment_with_other_numbers_is_stale_with_the_reason()
    {
        IReadOnlyList<DeckChart> charts = DeckCharts.Read(_folder.Deck);
        ChartMetadata carried = charts.First(chart => chart.Metadata is not null).Metadata!;
        ChartMetadata older = carried with { DataHash = new string('0', 64), Provenance = carried.Provenance with { Version = "0.0.9" } };

        CheckedChart verdict = DeckCheck.Of([new DeckChart(1, "chart", older)], FolderCharts.Read([_folder.Results], new HashSet<string>(), _ => { }))[0];

        Assert.Equal(Currency.Stale, verdict.Currency);
        Assert.Contains("gives other numbers: it was drawn by version 0.0.9", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_deck_and_a_folder_without_results_are_refused()
    {
        Assert.Contains("cannot be read as a PowerPoint presentation", (await Run("cite", "--check", _folder.Temporary["sweep.yaml"], _folder.Results)).Error, StringComparison.Ordinal);
        Assert.Contains("Name the deck", (await Run("cite", "--check", _folder.Temporary["no.pptx"], _folder.Results)).Error, StringComparison.Ordinal);
        Assert.Contains("There is no folder", (await Run("cite", "--check", _folder.Deck, _folder.Temporary["no"])).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, (await Run("cite", "--check", _folder.Deck, _folder.Temporary["no"])).Code);
    }

    private static void Insert(SlidePart slide, string name, byte[] png)
    {
        ImagePart image = slide.AddImagePart(ImagePartType.Png);
        using (var bytes = new MemoryStream(png))
        {
            image.FeedData(bytes);
        }

        slide.Slide.CommonSlideData!.ShapeTree!.Append(new P.Picture(
            new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = 900, Name = name }, new P.NonVisualPictureDrawingProperties(), new P.ApplicationNonVisualDrawingProperties()),
            new P.BlipFill(new DocumentFormat.OpenXml.Drawing.Blip { Embed = slide.GetIdOfPart(image) }),
            new P.ShapeProperties()));
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await Program.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
