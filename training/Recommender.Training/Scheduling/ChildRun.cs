using System.Diagnostics;
using System.Globalization;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Training.Scheduling;

/// <summary>Runs a pipeline as a process of its own, so that one that runs out of memory never takes the scheduler down.</summary>
sealed class ChildRun(ChildProgram program, HomeFolder home, string tenant, TimeProvider clock)
{
    // What a run needs to end cleanly when it is asked to.
    static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public async Task<RunOutcome> RunAsync(ScheduledPipeline pipeline, CancellationToken stopping) => IsAtWork(pipeline.Name) is { } other
        ? new(RunEnd.Skipped, $"it is at work already ({other})")
        : await OutcomeAsync(pipeline, ["run", pipeline.File], RunReport.Read, stopping);

    /// <summary>Looks whether the live version was left behind; it is <see cref="RunEnd.Refused"/> where it was.</summary>
    public Task<RunOutcome> CheckDriftAsync(ScheduledPipeline pipeline, CancellationToken stopping) =>
        OutcomeAsync(pipeline, ["drift", "--pipeline", pipeline.File], DriftFinding.Read, stopping);

    async Task<RunOutcome> OutcomeAsync(ScheduledPipeline pipeline, IReadOnlyList<string> words, Func<int, string, string?, RunOutcome> read, CancellationToken stopping)
    {
        var notes = new RunNotes(home.RunsOf(tenant).Of(pipeline.Name));
        var run = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        using var limit = new CancellationTokenSource(Limit(pipeline.Options), clock);
        var (exitCode, output) = await EndAsync(words, notes.FileOf(run), limit.Token, stopping);

        var outcome = read(exitCode, output, notes.LastWords(run));
        notes.Rename(run, outcome.RunId);
        notes.Prune();
        return Judged(outcome with { RunId = outcome.RunId ?? run }, stopping.IsCancellationRequested, limit.IsCancellationRequested ? pipeline.Options.TimeoutMinutes : null);
    }

    // What ended well did so in time; what did not was ended by whoever asked it to.
    static RunOutcome Judged(RunOutcome outcome, bool isStopped, int? limit) => outcome.End switch
    {
        not RunEnd.Failed => outcome,
        _ when isStopped => outcome with { End = RunEnd.Stopped, Message = "the scheduler was asked to end" },
        _ when limit is { } minutes => outcome with { Message = $"it took longer than {minutes} min and was ended; give it more with timeout_minutes" },
        _ => outcome,
    };

    static TimeSpan Limit(ScheduleOptions options) =>
        options.TimeoutMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : Timeout.InfiniteTimeSpan;

    async Task<(int ExitCode, string Output)> EndAsync(IReadOnlyList<string> words, string notes, CancellationToken limit, CancellationToken stopping)
    {
        DurableFolder.Create(Path.GetDirectoryName(notes)!);
        await using var file = new FileStream(notes, FileMode.Create, FileAccess.Write, FileShare.Read);
        using var process = Process.Start(Start(words)) ?? throw new InvalidOperationException($"{program.Path} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.BaseStream.CopyToAsync(file, CancellationToken.None);

        using var asked = CancellationTokenSource.CreateLinkedTokenSource(stopping, limit);
        if (!await HasEndedAsync(process, asked.Token)) await StopAsync(process);
        await errors;
        return (process.ExitCode, await output);
    }

    async Task StopAsync(Process process)
    {
        ProcessSignal.Send(process);
        using var patience = new CancellationTokenSource(Grace, clock);
        if (await HasEndedAsync(process, patience.Token)) return;

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    static async Task<bool> HasEndedAsync(Process process, CancellationToken patience)
    {
        try
        {
            await process.WaitForExitAsync(patience);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    ProcessStartInfo Start(IReadOnlyList<string> words) =>
        new(program.Path, [.. program.Arguments, .. words, "--json", "--home", home.Path, "--tenant", tenant])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    // The run itself takes the lock; this only saves a process that would be turned away.
    string? IsAtWork(string pipeline)
    {
        using var free = PipelineLock.TryAcquire(home.RunsOf(tenant), pipeline);
        return free is null ? PipelineLock.Runner(home.RunsOf(tenant), pipeline) : null;
    }
}
