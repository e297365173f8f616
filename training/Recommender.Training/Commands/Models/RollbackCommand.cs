using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Training.Experiments;
using Spectre.Console;

namespace Recommender.Training.Commands.Models;

/// <summary><c>recommender models rollback shop</c></summary>
static class RollbackCommand
{
    public static Command Create()
    {
        var (name, alias, reason) = (StoreOptions.Name(), StoreOptions.Alias(), StoreOptions.Reason());
        var command = new Command("rollback",
            """
            Point an alias back at the version that it pointed at before; the version left stays in the store.

            Example:
              recommender models rollback shop --reason "empty lists for new customers"
            """) { name, alias, reason };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var (model, moved) = (StoreOptions.Model(verb, parsed.GetRequiredValue(name)), parsed.GetRequiredValue(alias));
            var (from, to) = StoreOptions.Write(verb, "models rollback", () =>
            {
                var former = model.Rollback(moved, SignedNote.Of(TimeProvider.System, parsed.GetValue(reason)), cancellationToken);
                return (model.History[^1].From, former);
            }, cancellationToken);
            if (verb.Json) Verb.Print(new JsonObject { ["model"] = model.Name, ["alias"] = moved, ["version"] = to, ["from"] = from });
            else verb.Screen.Results.MarkupLineInterpolated($"[green]{moved}[/] of [bold]{model.Name}[/] went back from version {from} to [bold]{to}[/].");
            return ExitCode.Done;
        });
        return command;
    }
}
