using Recommender.Core;
using Recommender.Storage.Homes;
using Recommender.Tests.Storage;
using Recommender.Training.Scheduling;
using Xunit;

namespace Recommender.Tests.Training.Scheduling;

public sealed class PipelineLockTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly RunsFolder _runs;

    public PipelineLockTests() => _runs = HomeFolder.Open(_folder.Path).RunsOf("acme");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_at_a_time_may_run_a_pipeline_and_says_who_it_is()
    {
        using var held = PipelineLock.TryAcquire(_runs, "beauty");

        Assert.NotNull(held);
        Assert.Null(PipelineLock.TryAcquire(_runs, "beauty"));
        Assert.Equal($"run, process {Environment.ProcessId}", PipelineLock.Runner(_runs, "beauty"));
    }

    [Fact]
    public void Another_pipeline_and_the_right_to_schedule_are_locks_of_their_own()
    {
        using var held = PipelineLock.TryAcquire(_runs, "beauty");
        using var other = PipelineLock.TryAcquire(_runs, "distributor");
        using var schedule = PipelineLock.TryAcquireSchedule(_runs, "beauty");

        Assert.NotNull(other);
        Assert.NotNull(schedule);
        Assert.Null(PipelineLock.TryAcquireSchedule(_runs, "beauty"));
        Assert.Equal($"schedule, process {Environment.ProcessId}", PipelineLock.Planner(_runs, "beauty"));
    }

    [Fact]
    public void A_lock_that_was_let_go_is_free_and_names_nobody()
    {
        PipelineLock.TryAcquire(_runs, "beauty")!.Dispose();

        Assert.Equal("unknown", PipelineLock.Runner(_runs, "beauty"));
        using var again = PipelineLock.TryAcquire(_runs, "beauty");
        Assert.NotNull(again);
    }

    [Fact]
    public void The_files_of_a_process_that_died_hold_nothing()
    {
        Directory.CreateDirectory(_runs.Of("beauty"));
        File.WriteAllText(Path.Combine(_runs.Of("beauty"), ".lock"), "");
        File.WriteAllText(Path.Combine(_runs.Of("beauty"), ".lock.json"), """{"process":1,"verb":"run"}""");

        using var held = PipelineLock.TryAcquire(_runs, "beauty");

        Assert.NotNull(held);
        Assert.Equal($"run, process {Environment.ProcessId}", PipelineLock.Runner(_runs, "beauty"));
    }

    [Fact]
    public void A_name_that_is_no_folder_is_refused() =>
        Assert.Contains("The pipeline name '../x' is not allowed", Assert.Throws<UserErrorException>(() => PipelineLock.TryAcquire(_runs, "../x")).Message);
}
