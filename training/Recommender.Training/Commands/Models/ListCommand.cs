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
            List every version of every model, newest first, with the aliases that point at it. What cannot be read is told in a line each, and the exit code is 1.

            Example:
              recommender models list
            """);
        Verb.Bind(command, (verb, _, _) =>
        {
            var faults = new List<StoreFault>();
            var rows = StoreOptions.All(verb).SelectMany(model => Rows(model, faults)).ToList();
            if (verb.Json) Verb.Print(new JsonArray([.. rows.Select(row => (JsonNode)StoreView.Json(verb.Tenant, row.Version, row.Aliases))]));
            else if (rows.Count > 0) StoreView.Show(verb.Screen.Results, rows);
            return faults.Count == 0 ? ExitCode.Done : Failed(faults);
        });
        return command;
    }

    // On standard error, so that a script's document holds versions and nothing else.
    static int Failed(List<StoreFault> faults)
    {
        foreach (var fault in faults) Console.Error.WriteLine($"{fault.Model}{(fault.Version is { } version ? FormattableString.Invariant($"@{version}") : "")}: {fault.Problem}");
        Console.Error.WriteLine($"error: {(faults.Count == 1 ? "one thing" : FormattableString.Invariant($"{faults.Count} things"))} in the store cannot be read, as the lines above say. Look at all of it: recommender models verify.");
        return ExitCode.Failed;
    }

    // One damaged version or model must not hide the others.
    static List<(SealedFolder Version, IReadOnlyList<string> Aliases)> Rows(StoredModel model, List<StoreFault> faults)
    {
        var rows = new List<(SealedFolder, IReadOnlyList<string>)>();
        var aliases = Readable(faults, (model, null), () => model.Aliases) ?? new Dictionary<string, int>();
        foreach (var number in model.Versions.Reverse())
        {
            if (Readable(faults, (model, number), () => model.Version(number)) is { } version)
                rows.Add((version, [.. aliases.Where(alias => alias.Value == number).Select(alias => alias.Key)]));
        }
        return rows;
    }

    static T? Readable<T>(List<StoreFault> faults, (StoredModel Model, int? Version) what, Func<T> read) where T : class
    {
        try
        {
            return read();
        }
        catch (Exception damaged) when (damaged is UserErrorException or IOException or UnauthorizedAccessException)
        {
            faults.Add(new(what.Model.Name, what.Version, damaged.Message));
            return null;
        }
    }
}
