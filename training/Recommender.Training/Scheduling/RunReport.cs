using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recommender.Training.Scheduling;

/// <summary>Understands what <c>run --json</c> printed and how it ended.</summary>
static class RunReport
{
    const int Killed = 137;   // 128 + SIGKILL

    /// <summary>Reads the exit code, the whole of standard output and the last line of standard error.</summary>
    public static RunOutcome Read(int exitCode, string output, string? lastWords)
    {
        var report = Document(output);
        var isDone = exitCode == ExitCode.Done && report is not null;
        return new RunOutcome(End(exitCode, report), Text(report, "error") ?? Text(report, "message") ?? (isDone ? null : Reason(exitCode, lastWords)))
        {
            RunId = Text(report, "run_id"),
            Model = Text(report, "model"),
            Version = report?["version"] is JsonValue version && version.TryGetValue<int>(out var number) ? number : null,
            ExitCode = exitCode,
        };
    }

    static RunEnd End(int exitCode, JsonObject? report) => exitCode switch
    {
        ExitCode.Done when report is null => RunEnd.Failed,
        ExitCode.Done when IsCached(report) => RunEnd.Unchanged,
        ExitCode.Done => report["promoted"] is JsonValue promoted && promoted.TryGetValue<bool>(out var isPromoted) && isPromoted ? RunEnd.Promoted : RunEnd.Published,
        ExitCode.Refused => RunEnd.Refused,
        _ => RunEnd.Failed,
    };

    static bool IsCached(JsonObject report) =>
        report["steps"] is JsonArray { Count: > 0 } steps && steps.All(step => step?["cached"] is JsonValue cached && cached.TryGetValue<bool>(out var isCached) && isCached);

    // The last words of a run that a signal ended are those of its progress.
    static string Reason(int exitCode, string? lastWords) => exitCode switch
    {
        ExitCode.Done => "it ended without saying what it did",
        Killed => "the system ended it (exit code 137), most likely for want of memory",
        >= ExitCode.Interrupted => $"a signal ended it (exit code {exitCode})",
        _ => lastWords ?? $"it ended with exit code {exitCode} and without a word",
    };

    static string? Text(JsonObject? report, string key) => report?[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    static JsonObject? Document(string output)
    {
        try
        {
            return JsonNode.Parse(output) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
