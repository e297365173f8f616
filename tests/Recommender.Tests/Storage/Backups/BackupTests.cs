using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Storage.Backups;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;
using Recommender.Tests.Storage.Snapshots;
using Xunit;

namespace Recommender.Tests.Storage.Backups;

public sealed class BackupTests : IDisposable
{
    readonly DraftSnapshot _draft = new();
    readonly TemporaryFolder _folder = new();

    public BackupTests()
    {
        _draft.Publish("one");
        _draft.Publish(new string('x', 300_000));
        TenantKey.Ensure(_draft.Dataset.Tenant, _draft.Writer);
        Directory.CreateDirectory(Path.Combine(_draft.Home.Models, "default", "als", "0001"));
        File.WriteAllText(Path.Combine(_draft.Home.Models, "default", "als", "0001", "an empty one with a long name äöü " + new string('n', 120)), "");
    }

    string Archive => _folder.File("backup.tar.gz");

    public void Dispose()
    {
        _draft.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_restored_home_equals_the_one_backed_up_byte_for_byte_and_mode_for_mode()
    {
        File.WriteAllText(Path.Combine(_draft.Home.Path, "unrelated.txt"), "of the project around the home");
        using var staging = _draft.Dataset.CreateStaging(_draft.Writer);
        File.WriteAllText(staging.File("purchases.parquet"), "half");

        var written = Write();
        var home = HomeFolder.Open(_folder.File("restored"));
        var restored = Restore.Run(Archive, home, progress: null, TestContext.Current.CancellationToken);

        staging.Dispose();
        File.Delete(Path.Combine(_draft.Home.Path, "unrelated.txt"));
        Assert.Equal(Content(_draft.Home.Path), Content(home.Path));
        Assert.Equal((written.Files, written.Bytes), (restored.Files, restored.Bytes));
        Assert.True(Verification.Run(home, progress: null, TestContext.Current.CancellationToken).IsSound);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(home.Data, "default", "key")));
    }

    [Fact]
    public void The_locks_of_models_stay_where_they_are()
    {
        var locked = Path.Combine(_draft.Home.Models, "default", "als", ".lock");
        using var held = Assert.IsType<FileStream>(FileLock.TryTake(locked));

        Write();
        Restore.Run(Archive, HomeFolder.Open(_folder.File("restored")), progress: null, TestContext.Current.CancellationToken);

        Assert.True(File.Exists(locked));
        Assert.True(Directory.Exists(_folder.File("restored/models/default/als/0001")));
        Assert.False(File.Exists(_folder.File("restored/models/default/als/.lock")));
    }

    [Fact]
    public void Run_logs_come_along_as_far_as_they_went_and_what_can_be_made_again_does_not()
    {
        var log = LogOf("shop");
        DurableLines.Append(log, "first");
        File.AppendAllText(log, "torn");
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(log)!, "steps", "ab"));
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(log)!, "steps", "ab", "step.json"), "{}");
        Directory.CreateDirectory(Path.Combine(_draft.Home.Scores, "default", "als"));
        File.WriteAllText(Path.Combine(_draft.Home.Scores, "default", "als", "scores.json"), "{}");
        var later = new Immediate(step =>
        {
            if (step is { Step: "writing" }) DurableLines.Append(log, "later");
        });

        Backup().Write(Archive, later, TestContext.Current.CancellationToken);
        Restore.Run(Archive, HomeFolder.Open(_folder.File("restored")), progress: null, TestContext.Current.CancellationToken);

        Assert.Equal("first\n", File.ReadAllText(_folder.File("restored/runs/default/shop/log.jsonl")));
        Assert.Single(Directory.GetFiles(_folder.File("restored/runs"), "*", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(_folder.File("restored/scores")));
        Assert.Contains("later", File.ReadAllText(log), StringComparison.Ordinal);
    }

    [Fact]
    public void The_archive_holds_keys_so_only_its_owner_may_read_it()
    {
        Write();

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Readers_go_on_while_a_backup_is_taken()
    {
        using var reader = File.OpenRead(_draft.Dataset.Current.Purchases);
        Assert.Equal('x', reader.ReadByte());

        Write();

        Assert.Equal(299_999, reader.Read(new byte[300_000]));
        Assert.Equal(300_000, new FileInfo(HomeFolder.Open(_draft.Home.Path).Dataset("default", "retail").Current.Purchases).Length);
    }

    [Fact]
    public void A_backup_is_never_written_into_the_home_or_over_a_file()
    {
        File.WriteAllText(Archive, "older");

        Assert.Contains("exists already", Assert.Throws<UserErrorException>(() => Write()).Message);
        Assert.Contains("lies inside the home", Assert.Throws<UserErrorException>(() => Write(Path.Combine(_draft.Home.Path, "data", "b.tar.gz"))).Message);
        Assert.Equal("older", File.ReadAllText(Archive));
    }

    [Fact]
    public void A_link_in_the_home_is_refused_because_it_would_not_come_back()
    {
        File.CreateSymbolicLink(Path.Combine(_draft.Home.Models, "link"), "/etc/hostname");

        Assert.Contains("is a link", Assert.Throws<UserErrorException>(() => Write()).Message);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_cancelled_backup_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Immediate(step =>
        {
            if (step.Step == "writing") stop.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() => Backup().Write(Archive, progress, stop.Token));

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    string LogOf(string pipeline)
    {
        var folder = _draft.Home.RunsOf("default").Of(pipeline);
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, RunsFolder.LogName);
    }

    Backup Backup() => new(_draft.Home, _draft.Writer, TimeProvider.System);

    BackupResult Write(string? archive = null) => Backup().Write(archive ?? Archive, progress: null, TestContext.Current.CancellationToken);

    static Dictionary<string, string> Content(string home) => Directory.GetFiles(home, "*", SearchOption.AllDirectories)
        .Where(path => !Path.GetFileName(path).StartsWith(".lock", StringComparison.Ordinal))
        .ToDictionary(
            path => Path.GetRelativePath(home, path),
            path => $"{Convert.ToHexString(File.ReadAllBytes(path))} {(OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path))}");

    sealed class Immediate(Action<WorkProgress> report) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => report(value);
    }
}
