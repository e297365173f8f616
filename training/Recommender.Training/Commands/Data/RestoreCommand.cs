using System.CommandLine;
using Recommender.Storage.Backups;
using Recommender.Training.Terminal;

namespace Recommender.Training.Commands.Data;

/// <summary><c>recommender data restore shop.tar.gz --home new</c></summary>
static class RestoreCommand
{
    public static Command Create()
    {
        var archive = new Argument<string>("archive") { Description = "A file that backup wrote." };
        var command = new Command("restore",
            """
            Unpack a backup into a new or empty home, every file checked against its hash.

            Example:
              recommender data restore /backups/shop.tar.gz --home /srv/shop
            """) { archive };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var result = new ProgressView(verb.Screen).Work(progress => Restore.Run(parsed.GetRequiredValue(archive), verb.Home, progress, cancellationToken));
            BackupCommand.Print(verb, result, "Restored");
            return ExitCode.Done;
        });
        return command;
    }
}
