using System.Diagnostics;
using Recommender.Core;
using Recommender.Storage.Homes;
using Xunit;

namespace Recommender.Tests.Storage.Homes;

public sealed class WriterLockTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly List<string> _said = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_lock_makes_the_home()
    {
        using var writer = Acquire("import", TimeSpan.Zero);

        Assert.Equal("{\"format\":1}\n", File.ReadAllText(_folder.File("home.json")));
        Assert.Equal(0, writer.Cleared);
        Assert.Empty(_said);
    }

    [Fact]
    public void A_second_writer_is_told_who_is_at_work_and_refused_after_the_wait()
    {
        using var first = Acquire("import", TimeSpan.Zero);

        var failure = Assert.Throws<UserErrorException>(() => Acquire("data forget", TimeSpan.FromMilliseconds(350)));

        Assert.Equal([$"Another writer (import, process {Environment.ProcessId}) is at work in {_folder.Path}; waiting."], _said);
        Assert.Contains($"(import, process {Environment.ProcessId}) is still at work", failure.Message);
    }

    [Fact]
    public async Task A_second_writer_gets_in_when_the_first_has_ended()
    {
        var first = Acquire("import", TimeSpan.Zero);
        var second = Task.Run(() => Acquire("import", TimeSpan.FromSeconds(30)), TestContext.Current.CancellationToken);
        while (_said.Count == 0) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);

        first.Dispose();

        using var got = await second;
        Assert.Single(_said);
    }

    [Fact]
    public void Waiting_can_be_cancelled()
    {
        using var first = Acquire("import", TimeSpan.Zero);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));

        Assert.Throws<OperationCanceledException>(
            () => WriterLock.Acquire(HomeFolder.Open(_folder.Path), "import", TimeSpan.FromMinutes(1), _said.Add, stop.Token));
    }

    [Fact]
    public void The_lock_of_another_process_ends_when_that_process_is_killed()
    {
        if (!File.Exists("/usr/bin/flock")) Assert.Skip("flock(1) is missing: it stands in for another process that holds the lock.");
        Acquire("import", TimeSpan.Zero).Dispose();
        File.WriteAllText(_folder.File(".lock.json"), """{"process":4711,"verb":"import"}""");
        using var other = Process.Start(new ProcessStartInfo("/usr/bin/flock", ["--no-fork", _folder.File(".lock"), "sleep", "60"]))!;
        try
        {
            WaitUntilLocked();

            var failure = Assert.Throws<UserErrorException>(() => Acquire("train", TimeSpan.Zero));
            Assert.Contains("(import, process 4711)", failure.Message);
        }
        finally
        {
            other.Kill();
            other.WaitForExit();
        }

        using var writer = Acquire("train", TimeSpan.FromSeconds(5));
        Assert.NotNull(writer);
    }

    [Fact]
    public void Leftovers_of_dead_writers_are_cleared_counted_and_reported_and_nothing_else_is_touched()
    {
        string[] dead = ["data/default/retail/.staging-99-1/purchases.parquet", "data/default/retail/.staging-99-2", ".staging-99-3"];
        string[] alive = ["data/default/retail/20260101T000000Z-0123456789ab/snapshot.json", "data/default/key", "project/.staging-1-1/x"];
        foreach (var path in dead.Concat(alive))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(path))!);
            File.WriteAllText(_folder.File(path), "x");
        }

        using var writer = Acquire("import", TimeSpan.Zero);

        Assert.Equal(3, writer.Cleared);
        Assert.Equal([$"Cleared 3 leftovers of interrupted work in {_folder.Path}."], _said);
        Assert.All(dead, path => Assert.False(File.Exists(_folder.File(path))));
        Assert.All(alive, path => Assert.True(File.Exists(_folder.File(path))));
    }

    [Fact]
    public void A_newer_home_is_refused_by_writers_too_and_the_lock_is_free_again()
    {
        var home = HomeFolder.Open(_folder.Path);
        File.WriteAllText(_folder.File("home.json"), """{"format":2}""");

        Assert.Contains("has format 2", Assert.Throws<UserErrorException>(
            () => WriterLock.Acquire(home, "import", TimeSpan.Zero, _said.Add, TestContext.Current.CancellationToken)).Message);

        File.Delete(_folder.File("home.json"));
        Acquire("import", TimeSpan.Zero).Dispose();
    }

    void WaitUntilLocked()
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10);)
        {
            try
            {
                using var probe = new FileStream(_folder.File(".lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                return;
            }
            TestContext.Current.CancellationToken.WaitHandle.WaitOne(20);
        }
        Assert.Fail("flock(1) never took the lock.");
    }

    WriterLock Acquire(string verb, TimeSpan wait) =>
        WriterLock.Acquire(HomeFolder.Open(_folder.Path), verb, wait, _said.Add, TestContext.Current.CancellationToken);
}
