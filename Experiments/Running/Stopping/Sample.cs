namespace Experiments.Running.Stopping;

/// <summary>The values of one policy at one point by replicate, NaN where a run failed. Memory: 8 bytes a replicate.</summary>
internal sealed class Sample
{
    private double[] _values = [];

    /// <summary>Replicates that have been asked for and are complete.</summary>
    internal int Count { get; private set; }

    /// <summary>The values of the complete replicates.</summary>
    internal ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    /// <summary>Keeps a value.</summary>
    internal void Set(int replicate, double value)
    {
        MakeRoom(replicate + 1);
        _values[replicate] = value;
    }

    /// <summary>Notes that all replicates below a number are complete; those without a value failed.</summary>
    internal void Complete(int count)
    {
        MakeRoom(count);
        Count = Math.Max(Count, count);
    }

    private void MakeRoom(int count)
    {
        int before = _values.Length;
        if (count > before)
        {
            Array.Resize(ref _values, Math.Max(count, before * 3 / 2));
            _values.AsSpan(before).Fill(double.NaN);
        }
    }
}
