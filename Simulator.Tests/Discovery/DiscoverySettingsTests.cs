using Simulator.Tests.Config;

namespace Simulator.Tests.Discovery;

public sealed class DiscoverySettingsTests
{
    private const string Base = """
        name: study
        replicates: 2
        messages:
          book: {promotion: 0.9, personalization: 0.1, value: 0.1, copies: 3, offer: true}
        policies:
          - {name: mass, sends: [{message: book}]}
          - {name: patient, sends: [{message: book, first: 30}]}
        vary:
          scenario.trust.loss: {from: 0, to: 0.8}

        """;

    private const string Design = "design: {kind: sobol, points: 64}\n";

    private const string Asked = "analyses: [discovery]\n";

    [Theory]
    [InlineData("discovery: {policy: mas}", "discovery.policy: there is no policy 'mas'; did you mean 'mass'?")]
    [InlineData("discovery: {policy: silent}", "the silent twin does not lose")]
    [InlineData("discovery: {against: [patent]}", "discovery.against[0]: there is no policy 'patent'; did you mean 'patient'?")]
    [InlineData("discovery: {against: [mass]}", "discovery.against[0]: 'mass' cannot lose against itself")]
    [InlineData("discovery: {policy: patient, against: [silent, silent]}", "discovery.against[1]: 'silent' stands twice in the list.")]
    [InlineData("discovery: {outcome: net_valu}", "discovery.outcome: there is no outcome 'net_valu'")]
    [InlineData("discovery: {patience: 0.9}", "discovery.patience: 0.9 is not allowed")]
    public void What_is_wrong_is_named_with_its_place(string settings, string problem) => Assert.Contains(Problems(Base + Asked + Design + settings + "\n"), line => line.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void Settings_without_the_analysis_and_the_analysis_without_points_are_refused()
    {
        Assert.Contains(Problems(Base + Design + "discovery: {policy: mass}\n"), line => line.Contains("add 'analyses: [discovery]'", StringComparison.Ordinal));
        Assert.Contains(Problems(Base + Asked + "design: {kind: sobol, points: 16}\n"), line => line.Contains("16 points are too few", StringComparison.Ordinal));
        Assert.Contains(Problems(Base + Asked + "design: {kind: oneAtATime}\n"), line => line.Contains("never moves factors independently", StringComparison.Ordinal));
        Assert.Contains(Problems(Base[..Base.IndexOf("vary", StringComparison.Ordinal)] + Asked), line => line.Contains("nothing is varied", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sound_file_is_read_and_settings_change_the_folder_only_where_they_are_given()
    {
        using var folder = new ExperimentFolder();
        Assert.Empty(Problems(Base + Asked + Design + "discovery: {policy: patient, against: [mass, silent]}\n"));
        Assert.DoesNotContain("discovery:", folder.Read(Base + Design).ResolvedYaml, StringComparison.Ordinal);
        Assert.Contains("discovery:", folder.Read(Base + Asked + Design + "discovery: {patience: 0.1}\n").ResolvedYaml, StringComparison.Ordinal);
    }

    private static string[] Problems(string text)
    {
        using var folder = new ExperimentFolder();
        return folder.Problems(text);
    }
}
