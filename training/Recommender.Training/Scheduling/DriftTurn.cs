namespace Recommender.Training.Scheduling;

/// <summary>
/// What happens at a time of the table: a run, or a look for drift that starts a run where the live version was left behind. A version is not run
/// for twice on the same data: what the run could not mend then it cannot mend now.
/// </summary>
sealed class DriftTurn(
    Func<ScheduledPipeline, CancellationToken, Task<RunOutcome>> run, Func<ScheduledPipeline, CancellationToken, Task<RunOutcome>> check, RunLog log)
{
    public async Task<RunOutcome> TakeAsync(ScheduledPipeline pipeline, CancellationToken stopping)
    {
        if (!pipeline.IsDriftCheck) return await run(pipeline, stopping);

        var found = await check(pipeline, stopping);
        if (found.End != RunEnd.Refused) return found;
        if (HasRunFor(pipeline.Name, found.Examined)) return found with { End = RunEnd.Checked, Message = $"drifted, and the pipeline has run for this data already ({found.Message})" };

        var outcome = await run(pipeline, stopping);
        return outcome with { Examined = found.Examined, Message = $"drifted ({found.Message}){(outcome.Message is null ? "" : $": {outcome.Message}")}" };
    }

    bool HasRunFor(string pipeline, string? examined) => log.Read(pipeline).Any(entry =>
        entry.Drift == examined && entry.Outcome is (RunEnd.Promoted or RunEnd.Published or RunEnd.Unchanged or RunEnd.Refused));
}
