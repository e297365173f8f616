using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core.Store;
using Recommender.Training.Experiments;
using Spectre.Console;

namespace Recommender.Training.Commands.Models;

/// <summary><c>recommender models prune shop --keep 5</c></summary>
static class PruneCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "Name of the model.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every model of the store." };
        var keep = new Option<int>("--keep") { Description = "How many of the newest versions stay.", HelpName = "n", DefaultValueFactory = _ => 5 };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be removed." };
        var command = new Command("prune",
            """
            Remove old versions. A version that an alias points at always stays, and so does the one that a rollback would go back to.

            Examples:
              recommender models prune shop --keep 5 --dry-run
              recommender models prune --all
            """) { name, all, keep, dryRun };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var (asked, kept, isDry) = (parsed.GetValue(name), InRange.Of(parsed.GetValue(keep), 0, int.MaxValue, "--keep"), parsed.GetValue(dryRun));
            if (asked is null != parsed.GetValue(all)) throw new WrongUseException("Name one model to prune, or give --all for every model.");

            var models = asked is null ? StoreOptions.All(verb) : [StoreOptions.Model(verb, asked)];
            var removed = isDry || models.Count == 0 ? Plan(models, kept) : StoreOptions.Write(verb, "models prune", () => Prune(models, kept, cancellationToken), cancellationToken);
            if (verb.Json) Verb.Print(Json(isDry, removed));
            else Show(verb.Screen.Results, isDry, removed);
            return ExitCode.Done;
        });
        return command;
    }

    static (string Model, IReadOnlyList<int> Versions)[] Plan(IReadOnlyList<StoredModel> models, int keep) => [.. models.Select(model => (model.Name, model.Prunable(keep)))];

    static (string Model, IReadOnlyList<int> Versions)[] Prune(IReadOnlyList<StoredModel> models, int keep, CancellationToken cancellationToken) =>
        [.. models.Select(model => (model.Name, model.Prune(keep, SignedNote.Of(TimeProvider.System, $"all but the newest {keep}"), cancellationToken)))];

    static JsonObject Json(bool isDry, IEnumerable<(string Model, IReadOnlyList<int> Versions)> removed) => new()
    {
        ["dry_run"] = isDry,
        ["removed"] = new JsonArray([.. removed.SelectMany(part => part.Versions.Select(version => (JsonNode)new JsonObject { ["model"] = part.Model, ["version"] = version }))]),
    };

    static void Show(IAnsiConsole console, bool isDry, IEnumerable<(string Model, IReadOnlyList<int> Versions)> removed)
    {
        foreach (var (model, versions) in removed)
        {
            if (versions.Count == 0) console.MarkupLineInterpolated($"[bold]{model}[/]: nothing to remove.");
            else console.MarkupLineInterpolated($"[bold]{model}[/]: {(isDry ? "would remove" : "removed")} {(versions.Count == 1 ? "version" : "versions")} {string.Join(", ", versions)}.");
        }
    }
}
