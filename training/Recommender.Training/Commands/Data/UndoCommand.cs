using System.CommandLine;
using Recommender.Core;
using Recommender.Storage.Homes;
using Recommender.Training.Views;
using Spectre.Console;

namespace Recommender.Training.Commands.Data;

/// <summary><c>recommender data undo --dataset shop</c></summary>
static class UndoCommand
{
    static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    public static Command Create()
    {
        var dataset = CommonOptions.Dataset();
        var command = new Command("undo",
            """
            Go back to the snapshot that was current before the last import; the one left stays on disk.

            Example:
              recommender data undo --dataset shop
            """) { dataset };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var folder = verb.Home.Dataset(verb.Tenant, parsed.GetRequiredValue(dataset));
            if (folder.All.Count == 0) throw new UserErrorException($"There is no dataset '{folder.Name}' in {verb.Home.Path}.{Suggestion.For(folder.Name, folder.Tenant.Datasets.Select(other => other.Name))} See: recommender data list.");

            using var writer = WriterLock.Acquire(verb.Home, "undo", Wait, verb.Say, cancellationToken);
            var current = folder.Undo(writer);
            if (verb.Json) Verb.Print(SnapshotView.Json(current));
            else verb.Screen.Results.MarkupLineInterpolated($"Snapshot [green]{current.Manifest.Hash[..12]}[/] of {current.Manifest.Created:yyyy-MM-dd HH:mm} UTC is current again: {current.Manifest.Lines:N0} lines.");
            return ExitCode.Done;
        });
        return command;
    }
}
