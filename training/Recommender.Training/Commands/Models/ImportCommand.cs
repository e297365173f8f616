using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core.Store;
using Recommender.Training.Experiments;
using Recommender.Training.Views;
using Spectre.Console;

namespace Recommender.Training.Commands.Models;

/// <summary><c>recommender models import shop-7.tar</c></summary>
static class ImportCommand
{
    public static Command Create()
    {
        var archive = new Argument<string>("file") { Description = "An archive that export wrote." };
        var name = new Option<string?>("--model") { Description = "Name of the model that gets the version [default: the one it was exported from].", HelpName = "name" };
        var reason = StoreOptions.Reason();
        var command = new Command("import",
            """
            Publish what an archive holds as the next version of its model. No alias moves. Nothing is kept of a damaged archive.

            Example:
              recommender models import shop-production.tar --model shop
            """) { archive, name, reason };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var store = StoreOptions.Store(verb);
            if (parsed.GetValue(name) is { } wanted) WrongUse.Check(() => store.Model(wanted));
            var note = SignedNote.Of(TimeProvider.System, parsed.GetValue(reason));
            var version = StoreOptions.Write(verb, "models import", () => VersionArchive.Import(store, parsed.GetValue(name), parsed.GetRequiredValue(archive), note, cancellationToken), cancellationToken);
            var manifest = version.Manifest;
            if (verb.Json) Verb.Print(new JsonObject { ["model"] = manifest.Model, ["version"] = manifest.Version, ["folder"] = version.Path, ["bytes"] = manifest.Bytes });
            else verb.Screen.Results.MarkupLineInterpolated($"Version [bold]{manifest.Version}[/] of [bold]{manifest.Model}[/], {SnapshotView.Size(manifest.Bytes)}: [green]{version.Path}[/]");
            return ExitCode.Done;
        });
        return command;
    }
}
