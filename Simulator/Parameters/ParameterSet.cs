using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Simulator.Parameters;

/// <summary>An immutable group of parameters that can say everything that is wrong with it at once.</summary>
public abstract record ParameterSet
{
    /// <summary>Every value out of range and every contradiction, in this group and all groups below it.</summary>
    /// <param name="path">Dotted path of this group; empty at the root.</param>
    /// <returns>All problems; empty when the group is sound.</returns>
    public IReadOnlyList<Problem> Problems(string path = "")
    {
        var problems = new List<Problem>();
        foreach (PropertyInfo property in GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var parameter = property.GetCustomAttribute<ParameterAttribute>();
            if (parameter is null)
            {
                continue;
            }

            CheckValue(property.GetValue(this), parameter, Child(path, JsonNamingPolicy.CamelCase.ConvertName(property.Name)), problems);
        }

        problems.AddRange(Contradictions(path));
        return problems;
    }

    /// <summary>What no single range can express: sums, orders, names that must exist.</summary>
    /// <param name="path">Dotted path of this group.</param>
    protected virtual IEnumerable<Problem> Contradictions(string path) => [];

    /// <summary>Path of a member of a group.</summary>
    protected static string Child(string path, string member) => path.Length == 0 ? member : $"{path}.{member}";

    private static void CheckValue(object? value, ParameterAttribute parameter, string path, List<Problem> problems)
    {
        switch (value)
        {
            case ParameterSet group:
                problems.AddRange(group.Problems(path));
                break;
            case double number when !parameter.Allows(number):
                problems.Add(new Problem(path, $"{number} is not allowed; {parameter.Range()}."));
                break;
            case int number when !parameter.Allows(number):
                problems.Add(new Problem(path, $"{number} is not allowed; {parameter.Range()}."));
                break;
            case string:
                break;
            case IEnumerable items:
                int index = 0;
                foreach (object? item in items)
                {
                    CheckValue(item, parameter, $"{path}[{index++}]", problems);
                }

                break;
        }
    }
}
