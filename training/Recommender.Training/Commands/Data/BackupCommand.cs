using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core;
using Recommender.Storage.Backups;
using Recommender.Storage.Homes;
using Recommender.Storage.State;
using Recommender.Training.Terminal;
using Recommender.Training.Views;
using Spectre.Console;

namespace Recommender.Training.Commands.Data;

/// <summary><c>recommender data backup shop.tar.gz</c></summary>
static class BackupCommand
{
    static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    public static Command Create()
    {
        var archive = new Argument<string>("archive") { Description = "The file to write; it must lie outside the home." };
        var command = new Command("backup",
            """
            Write one archive of a whole home folder, keys included; readers go on meanwhile.

            Example:
              recommender data backup /backups/shop.tar.gz
            """) { archive };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            if (!Directory.Exists(verb.Home.Data) && !Directory.Exists(verb.Home.Models) && !File.Exists(new StateFolder(verb.Home).Database))
                throw new UserErrorException($"{verb.Home.Path} holds no data, no models and no state: there is nothing to back up. Name another home with --home.");

            using var writer = WriterLock.Acquire(verb.Home, "backup", Wait, verb.Say, cancellationToken);
            var result = new ProgressView(verb.Screen).Work(progress => new Backup(verb.Home, writer, TimeProvider.System).Write(parsed.GetRequiredValue(archive), progress, cancellationToken));
            Print(verb, result, "Backed up");
            return ExitCode.Done;
        });
        return command;
    }

    public static void Print(Verb verb, BackupResult result, string done)
    {
        if (verb.Json) Verb.Print(new JsonObject { ["archive"] = result.Archive, ["files"] = result.Files, ["bytes"] = result.Bytes });
        else verb.Screen.Results.MarkupLineInterpolated($"{done} {result.Files:N0} files, {SnapshotView.Size(result.Bytes)}: [green]{result.Archive}[/]");
    }
}
