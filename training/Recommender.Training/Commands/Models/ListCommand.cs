using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Training.Views;

namespace Recommender.Training.Commands.Models;

/// <summary><c>recommender models list</c></summary>
static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list",
            """
            List every version of every model, newest first, with the aliases that point at it.

            Example:
              recommender models list
            """);
        Verb.Bind(command, (verb, _, _) =>
        {
            var rows = StoreOptions.All(verb).SelectMany(model => Rows(verb, model)).ToList();
            if (verb.Json) Verb.Print(new JsonArray([.. rows.Select(row => (JsonNode)StoreView.Json(verb.Tenant, row.Version, row.Aliases))]));
            else if (rows.Count > 0) StoreView.Show(verb.Screen.Results, rows);
            return ExitCode.Done;
        });
        return command;
    }

    // One damaged version or model must not hide the others.
    static IEnumerable<(SealedFolder Version, IReadOnlyList<string> Aliases)> Rows(Verb verb, StoredModel model)
    {
        var aliases = Readable(verb, () => model.Aliases) ?? new Dictionary<string, int>();
        foreach (var number in model.Versions.Reverse())
        {
            if (Readable(verb, () => model.Version(number)) is { } version)
                yield return (version, [.. aliases.Where(alias => alias.Value == number).Select(alias => alias.Key)]);
        }
    }

    static T? Readable<T>(Verb verb, Func<T> read) where T : class
    {
        try
        {
            return read();
        }
        catch (UserErrorException damaged)
        {
            verb.Say(damaged.Message);
            return null;
        }
    }
}
