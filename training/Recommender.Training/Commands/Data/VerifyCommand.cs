using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Storage.Snapshots;
using Recommender.Training.Terminal;
using Recommender.Training.Views;
using Spectre.Console;

namespace Recommender.Training.Commands.Data;

/// <summary><c>recommender data verify</c></summary>
static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify",
            """
            Hold every file of this home against the hashes written down for it. Exit code 3 when something is not as it was written.

            Example:
              recommender data verify
            """);
        Verb.Bind(command, (verb, _, cancellationToken) =>
        {
            var report = new ProgressView(verb.Screen).Work(progress => Verification.Run(verb.Home, progress, cancellationToken));
            if (verb.Json) Verb.Print(Json(report));
            else Show(verb.Screen.Results, report);
            return report.IsSound ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    static JsonObject Json(VerifyReport report) => new()
    {
        ["sound"] = report.IsSound,
        ["snapshots"] = report.Snapshots,
        ["files"] = report.Files,
        ["bytes"] = report.Bytes,
        ["faults"] = new JsonArray([.. report.Faults.Select(fault => (JsonNode)new JsonObject { ["path"] = fault.Path, ["problem"] = fault.Problem, ["cure"] = fault.Cure })]),
    };

    static void Show(IAnsiConsole console, VerifyReport report)
    {
        foreach (var fault in report.Faults) console.MarkupLineInterpolated($"[red]{fault.Path}[/] {fault.Problem} {fault.Cure}");
        console.MarkupLineInterpolated($"{report.Snapshots:N0} snapshots, {report.Files:N0} files, {SnapshotView.Size(report.Bytes)}: {(report.IsSound ? "all as they were written." : $"{report.Faults.Count:N0} faults.")}");
    }
}
