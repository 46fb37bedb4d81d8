namespace Experiments.Notebooks;

/// <summary>A point of an experiment: one combination of what is varied.</summary>
/// <param name="Point">Number of the point, from 0.</param>
/// <param name="Name">What it is called in results.</param>
/// <param name="Varied">The values that set it apart.</param>
public record PointRow(int Point, string Name, VariedValues Varied)
{
    /// <summary>A varied value as a number.</summary>
    /// <param name="path">A dotted path, or the end of one.</param>
    /// <exception cref="NotebookException">There is no such path, or the value is no number.</exception>
    public double Number(string path) => Varied.Number(path);

    /// <summary>A varied value as the experiment writes it.</summary>
    /// <param name="path">A dotted path, or the end of one.</param>
    /// <exception cref="NotebookException">There is no such path.</exception>
    public string Text(string path) => Varied[path];
}
