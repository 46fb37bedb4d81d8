using System.Text.Json;
using System.Text.Json.Nodes;
using Experiments.Config;
using Experiments.Config.Yaml;
using NJsonSchema;

namespace Simulator.Tests.Config;

public sealed class The_schema_accepts_what_the_program_accepts
{
    [Fact]
    public async Task Every_shipped_experiment()
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(ExperimentSchema.Text(), TestContext.Current.CancellationToken);
        Assert.NotEmpty(ShippedExperiments.Files());
        Assert.All(ShippedExperiments.Files(), file => Assert.Empty(schema.Validate(Json(File.ReadAllText(file)))));
    }

    [Fact]
    public async Task And_the_same_resolved()
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(ExperimentSchema.Text(), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Json(ExperimentFile.Read(ShippedExperiments.Case, []).ResolvedYaml)));
    }

    [Theory]
    [InlineData("nam: x")]
    [InlineData("scenario: {trust: {los: 1}}")]
    [InlineData("scenario: {trust: {loss: 2}}")]
    [InlineData("scenario: {audience: {attention: {mean: 1}}}")]
    [InlineData("messages: {book: {offer: maybe}}")]
    [InlineData("policies: [{name: p, sends: [{first: 2}]}]")]
    [InlineData("replicates: 0")]
    [InlineData("replicates: {atMots: 3}")]
    public async Task But_not_what_it_refuses(string line)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(ExperimentSchema.Text(), TestContext.Current.CancellationToken);
        Assert.NotEmpty(schema.Validate(Json(line)));
    }

    [Fact]
    public void Meaning_unit_range_and_default_of_a_parameter_are_in_it()
    {
        JsonNode horizon = JsonNode.Parse(ExperimentSchema.Text())!["properties"]!["scenario"]!["properties"]!["horizon"]!;
        Assert.Equal("""{"type":"integer","minimum":1,"maximum":65000,"default":365,"description":"days simulated (days)"}""", horizon.ToJsonString());
    }

    private static string Json(string yaml) => Node(YamlReader.Read(yaml, "test", [])!)!.ToJsonString();

    private static JsonNode? Node(Node node) => node switch
    {
        MappingNode group => new JsonObject(group.Entries.Select(entry => KeyValuePair.Create(entry.Key, Node(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Node)]),
        ScalarNode { IsNull: true } => null,
        ScalarNode { IsBoolean: true } truth => truth.Boolean,
        ScalarNode { IsNumber: true } number => JsonNode.Parse(JsonSerializer.Serialize(number.Double)),
        ScalarNode text => text.Text,
        _ => throw new InvalidOperationException(),
    };
}
