using System.Security.Cryptography;
using Experiments;
using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Simulator.Tests.Running;

public sealed class ResultFolderTests
{
    [Fact]
    public void A_finished_folder_holds_the_results_and_nothing_temporary()
    {
        using var folder = new TemporaryFolder();

        (int code, string output, _) = SmallExperiment.Run(SmallExperiment.Plan(), folder["results"]);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(folder["results"] + Environment.NewLine, output);
        Assert.Equal(
            ["days.csv", "experiment.yaml", "manifest.json", "results.sqlite", "runs.csv"],
            Directory.GetFiles(folder["results"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_folder_carries_the_name_and_the_first_eight_digits_of_the_hash() =>
        Assert.Equal(Path.GetFullPath(Path.Combine("results", "small-01234567")), ResultFolder.Of(SmallExperiment.Plan(), null));

    [Fact]
    public void The_manifest_has_the_hash_of_every_other_file()
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallExperiment.Plan(), folder["results"], threads: 2);

        var manifest = Manifest.Read(folder["results"]);

        Assert.Equal(4, manifest.Files.Count);
        foreach ((string name, string hash) in manifest.Files)
        {
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder["results"], name)))), hash);
        }

        Assert.Equal((60, 0, 2, 3UL), (manifest.Runs, manifest.Failures, manifest.Threads, manifest.Seed));
        Assert.InRange(manifest.Finished, manifest.Started, DateTimeOffset.MaxValue);
    }

    [Fact]
    public void A_finished_experiment_is_not_touched_when_it_is_run_again()
    {
        using var folder = new TemporaryFolder();
        (_, string first, _) = SmallExperiment.Run(SmallExperiment.Plan(), folder["results"]);
        IReadOnlyDictionary<string, string> before = Manifest.Hashes(folder["results"]);

        (int code, string again, string error) = SmallExperiment.Run(SmallExperiment.Plan(), folder["results"]);

        Assert.Equal((ExitCode.Done, first), (code, again));
        Assert.Contains("Complete already", error, StringComparison.Ordinal);
        Assert.Equal(before, Manifest.Hashes(folder["results"]));
    }

    [Fact]
    public void A_file_that_was_edited_afterwards_is_named()
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallExperiment.Plan(), folder["results"]);
        File.AppendAllText(Path.Combine(folder["results"], ResultFolder.ExperimentName), "# better\n");

        (_, _, string error) = SmallExperiment.Run(SmallExperiment.Plan(), folder["results"]);

        Assert.Contains("experiment.yaml is not as it was written", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_can_be_asked_for_afterwards()
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallExperiment.Plan(), folder["results"]);
        (string Runs, string Days) csv = folder.Csv("results");
        var manifest = Manifest.Read(folder["results"]);
        File.Delete(Path.Combine(folder["results"], "runs.csv"));

        SmallExperiment.Run(SmallExperiment.Plan(), folder["results"], threads: 7);

        Assert.Equal(csv, folder.Csv("results"));
        Assert.Equal(2, Manifest.Read(folder["results"]).Threads);
        Assert.Equal(manifest.Files, Manifest.Read(folder["results"]).Files);
    }

    [Fact]
    public void A_folder_in_use_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        using var other = FolderLock.Take(folder.Path);

        Refused(folder.Path, SmallExperiment.Plan(), "in use");
        Assert.Equal([FolderLock.FileName], Directory.GetFiles(folder.Path).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void A_lock_left_by_a_crash_locks_nobody_out()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[FolderLock.FileName], "");

        Assert.Equal(ExitCode.Done, SmallExperiment.Run(SmallExperiment.Plan(), folder.Path).ExitCode);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Another_experiment_is_not_overwritten(bool finished)
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallExperiment.Plan(), folder.Path);
        Unfinish(folder, finished);

        Refused(folder.Path, SmallExperiment.Plan(hash: "fedcba9876543210"), "holds another experiment");
    }

    [Theory]
    [InlineData("schema_version", "0", true)]
    [InlineData("schema_version", "0", false)]
    [InlineData("tool_version", "0.0.9", true)]
    [InlineData("tool_version", "0.0.9", false)]
    [InlineData("tool_commit", "another", false)]
    public void A_store_of_another_version_is_not_mixed_with_this_one(string key, string value, bool finished)
    {
        Assert.SkipWhen(key == "tool_commit" && Tool.Commit is null, "This build does not know its commit.");
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallExperiment.Plan(), folder.Path);
        Unfinish(folder, finished);
        Change(folder, $"UPDATE meta SET value = '{value}' WHERE key = '{key}'");

        Refused(folder.Path, SmallExperiment.Plan(), value);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_damaged_store_is_refused(bool finished)
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallExperiment.Plan(), folder.Path);
        Unfinish(folder, finished);
        using (FileStream file = File.OpenWrite(folder[ResultStore.FileName]))
        {
            file.SetLength(file.Length / 2);
        }

        Refused(folder.Path, SmallExperiment.Plan(), "damaged");
        File.WriteAllText(folder[ResultStore.FileName], "no database at all, but long enough to be taken for one");
        Refused(folder.Path, SmallExperiment.Plan(), "damaged");
    }

    [Fact]
    public void A_folder_with_other_files_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["thesis.tex"], "");

        Refused(folder.Path, SmallExperiment.Plan(), "thesis.tex");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "");

        Refused(folder["file"], SmallExperiment.Plan(), "is a file");
        Refused(Path.Combine(folder["file"], "results"), SmallExperiment.Plan(), "cannot be used");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no folder that nobody can write.");

        Refused("/proc/self/task", SmallExperiment.Plan(), "/proc/self/task");
    }

    private static void Refused(string path, Experiments.Running.ExperimentPlan plan, string reason)
    {
        Dictionary<string, string> before = Content(path);
        (int code, string output, string error) = SmallExperiment.Run(plan, path);
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Contains("--out", error, StringComparison.Ordinal);
        Assert.Equal(before, Content(path));
    }

    private static Dictionary<string, string> Content(string path) => Directory.Exists(path) && !path.StartsWith("/proc", StringComparison.Ordinal)
        ? Directory.GetFiles(path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file)))
        : [];

    private static void Unfinish(TemporaryFolder folder, bool finished)
    {
        if (!finished)
        {
            File.Delete(folder[Manifest.FileName]);
            Change(folder, "DELETE FROM meta WHERE key = 'finished'");
        }
    }

    private static void Change(TemporaryFolder folder, string sql)
    {
        using SqliteConnection store = StoreConnection.Open(folder[ResultStore.FileName], SqliteOpenMode.ReadWrite);
        store.Execute(sql);
    }
}
