namespace Experiments.Cluster;

/// <summary>
/// Says that a task works on a shard, so that others take the next one. Made by creating a file that must not be there yet, which is atomic on network file
/// systems too; where it is not, two tasks do the same work and both results are the same. A claim whose task died is never waited for: the round after it
/// holds what is missing.
/// </summary>
internal static class ShardClaim
{
    private const string Extension = ".claim";

    /// <summary>Name of the claim of a shard.</summary>
    /// <param name="shard">Number of the shard, from 0.</param>
    internal static string NameOf(int shard) => Path.ChangeExtension(ShardFile.NameOf(shard), Extension);

    /// <summary>Claims a shard for a task.</summary>
    /// <param name="shard">Path of the shard's file.</param>
    /// <param name="task">The task; one that was requeued goes on with what it had claimed before.</param>
    internal static bool TryTake(string shard, string task)
    {
        string path = PathOf(shard);
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(file);
            writer.Write(task);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return IsHeldBy(path, task);
        }
    }

    /// <summary>Gives a claim up.</summary>
    internal static void Drop(string shard) => File.Delete(PathOf(shard));

    /// <summary>Whether somebody has claimed a shard.</summary>
    internal static bool IsTaken(string shard) => File.Exists(PathOf(shard));

    private static string PathOf(string shard) => Path.ChangeExtension(shard, Extension);

    private static bool IsHeldBy(string path, string task)
    {
        try
        {
            return File.ReadAllText(path) == task;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
