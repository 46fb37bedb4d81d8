using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Simulator.Engine;

namespace Simulator.Tests.Readme;

public sealed partial class ModelDescriptionTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(ThisFolder(), "..", "..", "Simulator", "MODEL.md"));

    [Fact]
    public void Every_default_it_names_is_the_programs_default()
    {
        string table = Text[Text.IndexOf("## Defaults", StringComparison.Ordinal)..Text.IndexOf("## Parameters, ranges", StringComparison.Ordinal)];
        var checkedNames = new List<string>();
        foreach (Match row in GroupRow().Matches(table))
        {
            object? group = Value(new Scenario(), row.Groups["group"].Value);
            if (group is null or IEnumerable)
            {
                continue;
            }

            foreach (Match pair in NameAndNumber().Matches(row.Groups["values"].Value))
            {
                string written = pair.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal).Replace('−', '-');
                double value = Convert.ToDouble(Value(group, pair.Groups["name"].Value), CultureInfo.InvariantCulture);
                Assert.True(
                    double.Parse(written, CultureInfo.InvariantCulture) == value, $"{row.Groups["group"]}.{pair.Groups["name"]}: written {written}, is {value}");
                checkedNames.Add(pair.Groups["name"].Value);
            }
        }

        Assert.InRange(checkedNames.Count, 50, 100);
    }

    private static object? Value(object owner, string camelCase) =>
        owner.GetType().GetProperty(char.ToUpperInvariant(camelCase[0]) + camelCase[1..])?.GetValue(owner);

    [GeneratedRegex(@"^\| `(?<group>\w+)` \|(?<values>.*)\|$", RegexOptions.Multiline)]
    private static partial Regex GroupRow();

    [GeneratedRegex(@"`(?<name>\w+)` (?<number>−?\d[\d,.]*\d|\d)")]
    private static partial Regex NameAndNumber();

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
