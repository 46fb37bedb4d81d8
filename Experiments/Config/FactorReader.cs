using System.Globalization;
using Experiments.Config.Yaml;
using Experiments.Designs;

namespace Experiments.Config;

/// <summary>Reads the group <c>vary</c> of an experiment file: one factor a key.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class FactorReader(List<Diagnostic> problems)
{
    private const string Values = "values";
    private const string With = "with";
    private const string From = "from";
    private const string To = "to";
    private const string Steps = "steps";
    private const string Scale = "scale";
    private const string LabelKey = "label";
    private const string Say = "say";
    private const string When = "when";
    private const int MostSteps = 100_000;

    private static readonly string[] OfList = [Values, With, LabelKey, Say, When];
    private static readonly string[] OfRange = [From, To, Steps, Scale, LabelKey, Say, When];

    /// <summary>The factors of the group; those with problems are left out.</summary>
    internal IReadOnlyList<Factor> Read(MappingNode vary)
    {
        var factors = new List<Factor>();
        foreach (Entry entry in vary.Entries)
        {
            if (Path(entry.Key, entry.At) is { } path && Factor(entry, path) is { } factor)
            {
                factors.Add(factor);
            }
        }

        RefuseConflicts(factors, vary);
        RefuseConditions(factors, vary);
        return FactorLabels.Distinct(factors);
    }

    private ParameterPath? Path(string text, Place at)
    {
        ParameterPath? path = ParameterPath.Find(text, out string? problem);
        if (problem is not null)
        {
            problems.Add(new Diagnostic(at, $"vary.{text}", problem));
        }

        return path;
    }

    private Factor? Factor(Entry entry, ParameterPath path)
    {
        int before = problems.Count;
        var factor = new Factor { Path = path.Path.ToString(), Label = FactorLabels.Usual(path), Unit = path.Key.Parameter.Unit };
        switch (entry.Value)
        {
            case ListNode list:
                factor = factor with { Listed = Listed(list, null, entry) };
                break;
            case MappingNode group when group[Values] is not null:
                Know(group, OfList, entry);
                factor = factor with { Listed = Listed(group[Values]!, group[With], entry), When = Condition(group[When], entry) };
                break;
            case MappingNode group:
                Know(group, OfRange, entry);
                factor = Ranged(factor, group, path, entry) with { When = Condition(group[When], entry) };
                break;
            default:
                Wrong(entry.Value.At, entry, $"a list of values or a range is needed, found {entry.Value.Found}; for example [0.1, 0.5] or {{from: 0.1, to: 0.8}}.");
                break;
        }

        if (entry.Value is MappingNode named)
        {
            factor = factor with { Label = Text(named, LabelKey, entry) ?? factor.Label, Say = Text(named, Say, entry) ?? "" };
            if (factor.Say.Length > 0 && !factor.Say.Contains("{}", StringComparison.Ordinal) && !factor.Say.Contains("{%}", StringComparison.Ordinal))
            {
                Wrong(named[Say]!.At, entry, $"'say' has no place for the value; write {{}} or {{%}} where it belongs, for example \"every {{}} days\".");
            }
        }

        return problems.Count > before ? null : factor;
    }

    private IReadOnlyList<Level> Listed(Node values, Node? with, Entry entry)
    {
        if (values is not ListNode { Items.Count: > 0 } list)
        {
            Wrong(values.At, entry, "there is no value to run; give at least one.");
            return [];
        }

        Dictionary<string, ListNode> companions = Companions(with, list.Items.Count, entry);
        var levels = new List<Level>();
        for (int index = 0; index < list.Items.Count; index++)
        {
            Node item = list.Items[index];
            string text = YamlText.Line(item);
            if (levels.Any(level => Experiments.Designs.Condition.Same(text, level)))
            {
                Wrong(item.At, entry, $"{text} stands twice in the list.");
            }

            levels.Add(new Level(
                text,
                item is ScalarNode { IsNumber: true, IsNotFinite: false } number ? number.Double : null,
                companions.ToDictionary(companion => companion.Key, companion => YamlText.Line(companion.Value.Items[index]))));
        }

        return levels;
    }

    private Dictionary<string, ListNode> Companions(Node? with, int count, Entry entry)
    {
        var companions = new Dictionary<string, ListNode>();
        if (with is not (null or MappingNode))
        {
            Wrong(with.At, entry, "'with' is a group: other dotted paths, each with a list of as many values.");
        }

        foreach (Entry companion in (with as MappingNode)?.Entries ?? [])
        {
            if (companion.Value is not ListNode list || list.Items.Count != count)
            {
                Wrong(companion.Value.At, entry, $"'{companion.Key}' goes along with {count} values and needs a list of {count}.");
            }
            else if (Path(companion.Key, companion.At) is { } path)
            {
                companions[path.Path.ToString()] = list;
            }
        }

        return companions;
    }

    private Factor Ranged(Factor factor, MappingNode group, ParameterPath path, Entry entry)
    {
        double? from = Number(group, From, entry);
        double? to = Number(group, To, entry);
        bool isLogarithmic = group[Scale] is ScalarNode { Text: "log" };
        bool isInteger = path.Key.Type == typeof(int);
        if (group[Scale] is { } scale && scale is not ScalarNode { Text: "log" or "linear" })
        {
            Wrong(scale.At, entry, $"a scale is linear or log, found {scale.Found}.");
        }

        if (path.Key.Type != typeof(int) && path.Key.Type != typeof(double))
        {
            Wrong(entry.Value.At, entry, "this parameter is no number, so it has no range; list its values.");
            return factor;
        }

        if (from is not { } low || to is not { } high)
        {
            return factor;
        }

        if (!(low < high))
        {
            Wrong(group.At, entry, string.Create(CultureInfo.InvariantCulture, $"the range from {low} to {high} is empty; 'from' must be below 'to'."));
        }
        else if (isLogarithmic && low <= 0)
        {
            Wrong(group.At, entry, string.Create(CultureInfo.InvariantCulture, $"a logarithmic range cannot reach {low}; start above 0, or use the linear scale."));
        }
        else if (isInteger && (low != Math.Floor(low) || high != Math.Floor(high)))
        {
            Wrong(group.At, entry, "this parameter is a whole number; give whole ends.");
        }
        else
        {
            // Told once, where it stands: every point of such a range would tell it again in digits that nobody wrote.
            foreach ((string key, double end) in new[] { (From, low), (To, high) }.Where(side => !path.Key.Parameter.Allows(side.Item2)))
            {
                Wrong(group[key]!.At, entry, string.Create(CultureInfo.InvariantCulture, $"'{key}' is {end}, which is not allowed; {path.Key.Parameter.Range()}."));
            }
        }

        double? steps = group[Steps] is null ? null : Number(group, Steps, entry);
        if (steps is { } count && (count < 2 || count > MostSteps || count != Math.Floor(count)))
        {
            Wrong(group[Steps]!.At, entry, $"steps are a whole number from 2 to {MostSteps:N0}.");
            steps = null;
        }

        return factor with { Range = new FactorRange(low, high, isLogarithmic, isInteger), Steps = (int?)steps };
    }

    private string? Text(MappingNode group, string key, Entry entry)
    {
        if (group[key] is not { } node)
        {
            return null;
        }

        if (node is ScalarNode { IsNull: false } text)
        {
            return text.Text;
        }

        Wrong(node.At, entry, $"'{key}' is a text, found {node.Found}.");
        return null;
    }

    private double? Number(MappingNode group, string key, Entry entry)
    {
        if (group[key] is ScalarNode { IsNumber: true, IsNotFinite: false } number && double.IsFinite(number.Double))
        {
            return number.Double;
        }

        Wrong(group[key]?.At ?? group.At, entry, group[key] is { } node ? $"'{key}' needs a number, found {node.Found}." : $"a range needs 'from' and 'to'; '{key}' is missing.");
        return null;
    }

    private Condition? Condition(Node? when, Entry entry)
    {
        switch (when)
        {
            case null:
                return null;
            case MappingNode { Entries: [var only] } when Path(only.Key, only.At) is { } path:
                IEnumerable<Node> values = only.Value is ListNode list ? list.Items : [only.Value];
                return new Condition(path.Path.ToString(), [.. values.Select(YamlText.Line)]);
            case MappingNode { Entries.Count: 1 }:
                return null;
            default:
                Wrong(when.At, entry, "'when' names one other factor and the values at which this one is varied, for example {'policies.weekly.sends[0].message': book}.");
                return null;
        }
    }

    private void RefuseConditions(List<Factor> factors, MappingNode vary)
    {
        for (int index = 0; index < factors.Count; index++)
        {
            if (factors[index].When is { } wanted && factors.Take(index).FirstOrDefault(factor => factor.Path == wanted.Path) is { } other)
            {
                RefuseMissingLevels(EntryOf(vary, factors[index]), wanted, other);
            }
            else if (factors[index].When is { } condition)
            {
                Entry entry = EntryOf(vary, factors[index]);
                Wrong(entry.At, entry, factors.Any(factor => factor.Path == condition.Path)
                    ? $"'{condition.Path}' must stand before the factor that depends on it."
                    : $"'when' names '{condition.Path}', which is not varied; known: {string.Join(", ", factors.Take(index).Select(factor => factor.Path))}.");
            }
        }
    }

    private void RefuseMissingLevels(Entry entry, Condition condition, Factor other)
    {
        if (other.Range is not null)
        {
            Wrong(entry.At, entry, $"'when' needs listed values, but '{other.Path}' is varied over a range; list its values.");
            return;
        }

        foreach (string value in condition.Values.Where(value => !other.Listed.Any(level => Experiments.Designs.Condition.Same(value, level))))
        {
            Wrong(entry.At, entry, $"'when' names {value}, which '{other.Path}' never is; known: {string.Join(", ", other.Listed.Select(level => level.Text))}.");
        }
    }

    private void RefuseConflicts(List<Factor> factors, MappingNode vary)
    {
        var taken = new List<(string Path, string By)>();
        foreach (Factor factor in factors)
        {
            Entry entry = EntryOf(vary, factor);
            foreach (string path in factor.Paths)
            {
                if (taken.FirstOrDefault(other => Overlap(other.Path, path)) is { Path: not null } other)
                {
                    Wrong(entry.At, entry, other.Path == path
                        ? $"'{path}' is set twice{(other.By == factor.Path ? "" : $", by '{other.By}' too")}; one value cannot be set twice."
                        : $"'{path}' and '{other.Path}' overlap: one lies within the other.");
                }

                taken.Add((path, factor.Path));
            }
        }
    }

    private static bool Overlap(string one, string other)
    {
        (string shorter, string longer) = one.Length < other.Length ? (one, other) : (other, one);
        return longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase) && (longer.Length == shorter.Length || longer[shorter.Length] is '.' or '[');
    }

    private static Entry EntryOf(MappingNode vary, Factor factor) =>
        vary.Entries.First(entry => ParameterPath.Find(entry.Key, out _)?.Path.ToString() == factor.Path);

    private void Know(MappingNode group, string[] known, Entry entry)
    {
        foreach (Entry key in group.Entries.Where(key => !known.Contains(key.Key)))
        {
            problems.Add(new Diagnostic(key.At, $"vary.{entry.Key}.{key.Key}", $"unknown key{NearestName.Hint(key.Key, known)}"));
        }
    }

    private void Wrong(Place at, Entry entry, string message) => problems.Add(new Diagnostic(at, $"vary.{entry.Key}", message));
}
