using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Training.Views;

namespace Recommender.Training.Commands.Models;

/// <summary><c>recommender models history shop</c></summary>
static class HistoryCommand
{
    public static Command Create()
    {
        var name = StoreOptions.Name();
        var command = new Command("history",
            """
            Tell who published, promoted, rolled back and removed which version when, and why.

            Example:
              recommender models history shop
            """) { name };
        Verb.Bind(command, (verb, parsed, _) =>
        {
            var history = StoreOptions.Model(verb, parsed.GetRequiredValue(name)).History;
            if (verb.Json) Verb.Print(new JsonArray([.. history.Select(entry => JsonNode.Parse(entry.ToJson()))]));
            else StoreView.Show(verb.Screen.Results, history);
            return ExitCode.Done;
        });
        return command;
    }
}
