namespace Experiments.Cluster;

/// <summary>Whether other machines can see a folder, as far as its file system tells.</summary>
internal static class SharedFileSystem
{
    private const string Mounts = "/proc/self/mounts";

    private static readonly IReadOnlyList<string> Local = ["tmpfs", "ramfs", "overlay", "ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs"];

    /// <summary>Whether a folder is on a disk or in the memory of this machine. One that is exported from here is local too, so this is a reason to warn, not to refuse.</summary>
    /// <param name="path">The folder, absolute.</param>
    /// <param name="kind">Kind of its file system.</param>
    internal static bool IsSurelyLocal(string path, out string kind)
    {
        (string Point, string Kind) mount = !File.Exists(Mounts)
            ? ("", "")
            : File.ReadLines(Mounts).Select(line => line.Split(' ')).Where(fields => fields.Length > 2)
                .Select(fields => (Point: fields[1], Kind: fields[2]))
                .Where(mount => path == mount.Point || path.StartsWith(mount.Point.TrimEnd('/') + "/", StringComparison.Ordinal))
                .DefaultIfEmpty((Point: "", Kind: ""))
                .MaxBy(mount => mount.Point.Length);
        kind = mount.Kind;
        return Local.Contains(mount.Kind);
    }
}
