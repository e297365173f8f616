using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recommender.Training.Scheduling;

/// <summary>Understands what <c>drift --json</c> printed and how it ended.</summary>
static class DriftFinding
{
    /// <summary>Checked where the version still fits its shop, refused where it drifted, with what was examined and why.</summary>
    public static RunOutcome Read(int exitCode, string output, string? lastWords)
    {
        var (verdict, reason, examined) = Report(output);
        return examined is null || exitCode is not (ExitCode.Done or ExitCode.Refused)
            ? new(RunEnd.Failed, lastWords ?? $"the drift check ended with exit code {exitCode} and without a word") { ExitCode = exitCode }
            : new(exitCode == ExitCode.Done ? RunEnd.Checked : RunEnd.Refused, exitCode == ExitCode.Done ? verdict : reason) { ExitCode = exitCode, Examined = examined };
    }

    static (string? Verdict, string? Reason, string? Examined) Report(string output)
    {
        try
        {
            var report = JsonNode.Parse(output) as JsonObject;
            return (Text("verdict"), Text("reason"), Text("examined"));

            string? Text(string key) => report?[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
