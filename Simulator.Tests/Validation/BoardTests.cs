using Experiments.Config;
using Experiments.Validation;
using Experiments.Validation.Studies;
using Simulator.Tests.Config;

namespace Simulator.Tests.Validation;

public sealed class BoardTests
{
    private static readonly string[] Evidence =
    [
        "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B9", "V1", "V2", "V3", "V4", "V5", "V6", "V8",
    ];

    public static TheoryData<string> Studies { get; } = [.. Study.All.Select(study => study.Name)];

    [Fact]
    public void Every_row_of_the_evidence_is_on_the_board_exactly_once() => Assert.Equal(Evidence, Board.All.Select(row => row.Id));

    [Fact]
    public void Every_row_says_what_was_published_where_and_how_well_it_is_known()
    {
        Assert.All(Board.All, row =>
        {
            Assert.NotEmpty(row.Published);
            Assert.NotEmpty(row.Source);
            Assert.Matches("[FMDA]", row.Evidence);
            Assert.Equal(row.NotTestable is null, row.Measure is not null && row.Studies.Count > 0 && row.Mapping.Length > 0 && row.Discuss is not null);
        });
    }

    [Fact]
    public void What_is_quoted_from_memory_says_so()
    {
        foreach (string id in new[] { "B7", "B9" })
        {
            BoardRow row = Board.All.Single(row => row.Id == id);
            Assert.Equal("M", row.Evidence);
            Assert.Contains("from memory, unverified", row.Source);
        }
    }

    [Fact]
    public void Rows_and_studies_need_each_other()
    {
        string[] files = [.. Directory.GetFiles(Study.Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(files, Study.All.Select(study => study.Name).Order(StringComparer.Ordinal));
        Assert.Equal(files, Board.All.SelectMany(row => row.Studies).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Studies))]
    public void A_study_is_an_experiment_with_a_question_and_a_mapping(string name)
    {
        Study study = Study.All.Single(study => study.Name == name);

        ExperimentReading reading = ExperimentFile.Read(study.File, []);

        Assert.Empty(reading.Problems);
        Assert.All(reading.Warnings, warning => Assert.Contains("only the silent twin", warning.ToString()));
        Assert.EndsWith("?", reading.Experiment!.Question);
        Assert.StartsWith("validation-", reading.Experiment.Name);
        Assert.StartsWith("# ", File.ReadAllText(study.File));
        Assert.True(reading.Experiment.Outcomes.Count > 0 || study.IsWatched);
    }

    [Theory]
    [InlineData("rows: [A1, B8]", "validate.rows[1]", "has no row 'B8'")]
    [InlineData("rows: [V1, V1]", "validate.rows[1]", "named twice")]
    [InlineData("effort: 0", "validate.effort", "not allowed")]
    [InlineData("mostReplicates: 1", "validate.mostReplicates", "not allowed")]
    [InlineData("replicates: 3", "validate.replicates", "replicates")]
    public void What_the_board_cannot_do_is_named(string settings, string path, string reason)
    {
        using var folder = new ExperimentFolder();

        string[] problems = folder.Problems($"name: board\nvalidate: {{{settings}}}\n");

        string problem = Assert.Single(problems);
        Assert.Contains(path, problem);
        Assert.Contains(reason, problem);
    }

    [Fact]
    public void A_study_gets_at_least_two_replicates_and_no_more_than_allowed()
    {
        Assert.Equal(2, new ValidationSettings { Effort = 0.01 }.ReplicatesOf(100));
        Assert.Equal(200, new ValidationSettings { Effort = 5 }.ReplicatesOf(40));
        Assert.Equal(7, new ValidationSettings { MostReplicates = 7 }.ReplicatesOf(40));
    }
}
