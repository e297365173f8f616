using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core.Store;
using Recommender.Training.Views;
using Spectre.Console;

namespace Recommender.Training.Commands.Models;

/// <summary><c>recommender models export shop@production shop-7.tar</c></summary>
static class ExportCommand
{
    public static Command Create()
    {
        var reference = StoreOptions.Reference();
        var archive = new Argument<string>("file") { Description = "The archive to write; it must not exist." };
        var command = new Command("export",
            """
            Write one version as one file (tar), every file checked against its hash first.

            Example:
              recommender models export shop@production shop-production.tar
            """) { reference, archive };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var version = ModelReference.Parse(parsed.GetRequiredValue(reference)).Find(StoreOptions.Store(verb));
            var path = Path.GetFullPath(parsed.GetRequiredValue(archive));
            VersionArchive.Export(version, path, cancellationToken);
            var bytes = new FileInfo(path).Length;
            if (verb.Json) Verb.Print(new JsonObject { ["model"] = version.Manifest.Model, ["version"] = version.Manifest.Version, ["archive"] = path, ["bytes"] = bytes });
            else verb.Screen.Results.MarkupLineInterpolated($"Version {version.Manifest.Version} of [bold]{version.Manifest.Model}[/], {SnapshotView.Size(bytes)}: [green]{path}[/]");
            return ExitCode.Done;
        });
        return command;
    }
}
