using System.Globalization;
using System.Text.RegularExpressions;

namespace Experiments.Config.Yaml;

/// <summary>A single value. Its type follows YAML 1.2's core schema, in which 'yes' and '1_000' are texts.</summary>
/// <param name="at">Where it begins.</param>
/// <param name="text">The text, without quotes.</param>
/// <param name="plain">Whether it is written without quotes; only such a text can be a number, true, false or nothing.</param>
internal sealed partial class ScalarNode(Place at, string text, bool plain) : Node(at)
{
    internal string Text { get; } = text;

    internal bool IsNull => plain && Text is "" or "~" or "null" or "Null" or "NULL";

    internal bool IsBoolean => plain && Text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE";

    internal bool IsInteger => plain && Integer().IsMatch(Text);

    internal bool IsNumber => plain && (Number().IsMatch(Text) || IsNotFinite);

    internal bool IsNotFinite => plain && NotFinite().IsMatch(Text);

    /// <summary>Whether it is a text, and neither a number nor a truth value nor nothing.</summary>
    internal bool IsText => !IsNull && !IsBoolean && !IsNumber;

    internal override long Size => 1;

    internal override string Found => IsNull ? "nothing" : plain ? $"'{Shortened}'" : $"the text \"{Shortened}\"";

    internal bool Boolean => Text is "true" or "True" or "TRUE";

    /// <summary>The number; infinite when it is beyond what a double holds.</summary>
    internal double Double => double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private string Shortened => Text.Length > 60 ? Text[..60] + "…" : Text;

    internal override IEnumerable<Place> Places() => [At];

    [GeneratedRegex(@"^[-+]?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^([-+]?\.?inf(inity)?|\.?nan)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NotFinite();
}
