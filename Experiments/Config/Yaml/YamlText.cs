using System.Text;
using System.Text.RegularExpressions;

namespace Experiments.Config.Yaml;

/// <summary>Writes nodes as YAML: the same nodes always give the same text, so that a hash of it means something.</summary>
internal static partial class YamlText
{
    private const int WidthOfFlow = 110;

    /// <summary>One line: <c>{mean: 0.7, concentration: 5}</c>.</summary>
    internal static string Line(Node node) => node switch
    {
        MappingNode group => "{" + string.Join(", ", group.Entries.Select(entry => $"{Word(entry.Key)}: {Line(entry.Value)}")) + "}",
        ListNode list => "[" + string.Join(", ", list.Items.Select(Line)) + "]",
        ScalarNode { IsNull: true } => "null",
        ScalarNode { IsText: false } value => value.Text,
        ScalarNode value => Word(value.Text),
        _ => throw new ArgumentException("an unknown kind of node.", nameof(node)),
    };

    /// <summary>Many lines, with the smallest groups on one line each.</summary>
    internal static string Block(MappingNode root)
    {
        var text = new StringBuilder();
        Group(text, root, "");
        return text.ToString();
    }

    private static void Group(StringBuilder text, MappingNode group, string indent)
    {
        foreach (Entry entry in group.Entries)
        {
            text.Append(indent).Append(Word(entry.Key)).Append(':');
            if (FitsOnOneLine(entry.Value))
            {
                text.Append(' ').Append(Line(entry.Value)).Append('\n');
            }
            else if (entry.Value is MappingNode inner)
            {
                text.Append('\n');
                Group(text, inner, indent + "  ");
            }
            else
            {
                text.Append('\n');
                Items(text, (ListNode)entry.Value, indent + "  ");
            }
        }
    }

    private static void Items(StringBuilder text, ListNode list, string indent)
    {
        foreach (Node item in list.Items)
        {
            if (item is MappingNode { Entries.Count: > 0 } group)
            {
                var inner = new StringBuilder();
                Group(inner, group, indent + "  ");
                inner[indent.Length] = '-';
                text.Append(inner);
            }
            else
            {
                text.Append(indent).Append("- ").Append(Line(item)).Append('\n');
            }
        }
    }

    private static bool FitsOnOneLine(Node node) => node switch
    {
        MappingNode group => group.Entries.All(entry => entry.Value is ScalarNode) && Line(group).Length <= WidthOfFlow,
        ListNode list => list.Items.All(item => item is ScalarNode),
        _ => true,
    };

    private static string Word(string text) => SafeWord().IsMatch(text) && !Reserved().IsMatch(text) ? text : Quoted(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\u0085' or '\u2028' or '\u2029' or '\ufeff' => $"\\u{(int)letter:x4}",
                _ when char.IsControl(letter) => $"\\x{(int)letter:x2}",
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"^[A-Za-z_/]([A-Za-z0-9 _./()-]*[A-Za-z0-9_./()-])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex SafeWord();

    /// <summary>Words that some reader of YAML takes for something other than a text.</summary>
    [GeneratedRegex(@"^(null|true|false|yes|no|on|off|y|n|inf(inity)?|nan)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
