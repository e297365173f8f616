using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core.Store;
using Recommender.Training.Views;

namespace Recommender.Training.Commands.Models;

/// <summary><c>recommender models show shop@candidate</c></summary>
static class ShowCommand
{
    public static Command Create()
    {
        var reference = StoreOptions.Reference();
        var command = new Command("show",
            """
            Show one version: how and from what it was made, its metrics, its files and their hashes.

            Examples:
              recommender models show shop
              recommender models show shop@7 --json
            """) { reference };
        Verb.Bind(command, (verb, parsed, _) =>
        {
            var named = ModelReference.Parse(parsed.GetRequiredValue(reference));
            var model = StoreOptions.Store(verb).Existing(named.Model);
            var version = model.Find(named.Which);
            string[] aliases = [.. model.Aliases.Where(alias => alias.Value == version.Manifest.Version).Select(alias => alias.Key)];
            if (verb.Json) Verb.Print(Json(verb.Tenant, version, aliases));
            else StoreView.Show(verb.Screen.Results, version, aliases);
            return ExitCode.Done;
        });
        return command;
    }

    // The manifest as it stands, and beside it what it cannot know.
    static JsonObject Json(string tenant, SealedFolder version, IEnumerable<string> aliases)
    {
        var json = JsonNode.Parse(File.ReadAllBytes(Path.Combine(version.Path, ModelManifest.FileName)))!.AsObject();
        json["tenant"] = tenant;
        json["aliases"] = new JsonArray([.. aliases.Select(alias => JsonValue.Create(alias))]);
        json["folder"] = version.Path;
        json["bytes"] = version.Manifest.Bytes;
        return json;
    }
}
