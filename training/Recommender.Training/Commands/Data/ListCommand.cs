using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core;
using Recommender.Storage.Snapshots;
using Recommender.Training.Views;
using Spectre.Console;

namespace Recommender.Training.Commands.Data;

/// <summary><c>recommender data list</c></summary>
static class ListCommand
{
    public static Command Create()
    {
        var dataset = new Option<string?>("--dataset") { Description = "Only this dataset, with all its snapshots.", HelpName = "name" };
        var command = new Command("list",
            """
            List the datasets and their current snapshots; with --dataset every snapshot of one.

            Example:
              recommender data list --dataset shop
            """) { dataset };
        Verb.Bind(command, (verb, parsed, _) =>
        {
            var rows = parsed.GetValue(dataset) is { } name ? Of(verb.Home.Dataset(verb.Tenant, name)) : All(verb);
            if (verb.Json) Verb.Print(new JsonArray([.. rows.Select(row => (JsonNode)Json(row))]));
            else Show(verb, rows);
            return ExitCode.Done;
        });
        return command;
    }

    static List<(DatasetFolder Dataset, SnapshotFolder Snapshot, bool IsCurrent)> All(Verb verb) =>
        [.. verb.Home.Tenant(verb.Tenant).Datasets.Select(dataset => (Dataset: dataset, Snapshot: Readable(verb, dataset))).Where(found => found.Snapshot is not null).Select(found => (found.Dataset, found.Snapshot!, true))];

    // One damaged dataset must not hide the others.
    static SnapshotFolder? Readable(Verb verb, DatasetFolder dataset)
    {
        try
        {
            return dataset.CurrentOrNull;
        }
        catch (UserErrorException e)
        {
            verb.Say($"{dataset.Name}: {e.Message}");
            return null;
        }
    }

    static List<(DatasetFolder Dataset, SnapshotFolder Snapshot, bool IsCurrent)> Of(DatasetFolder dataset)
    {
        var current = dataset.Current.Name;
        return [.. dataset.All.Reverse().Select(snapshot => (dataset, snapshot, snapshot.Name == current))];
    }

    static JsonObject Json((DatasetFolder Dataset, SnapshotFolder Snapshot, bool IsCurrent) row)
    {
        var json = SnapshotView.Json(row.Snapshot);
        json["current"] = row.IsCurrent;
        return json;
    }

    static void Show(Verb verb, List<(DatasetFolder Dataset, SnapshotFolder Snapshot, bool IsCurrent)> rows)
    {
        if (rows.Count == 0)
        {
            verb.Screen.Results.MarkupLineInterpolated($"No data yet in {verb.Home.Path}. Make some: recommender demo, or recommender import <file> --dataset <name>.");
            return;
        }
        var table = Screen.Table("dataset", "snapshot", "imported (UTC)", "#lines", "#baskets", "#customers", "#items", "from", "to", "#size", "");
        foreach (var (dataset, snapshot, isCurrent) in rows)
        {
            var manifest = snapshot.Manifest;
            table.AddRow(dataset.Name, manifest.Hash[..12], $"{manifest.Created:yyyy-MM-dd HH:mm}", $"{manifest.Lines:N0}", $"{manifest.Baskets:N0}", $"{manifest.Customers:N0}", $"{manifest.Items:N0}",
                $"{manifest.From:yyyy-MM-dd}", $"{manifest.To:yyyy-MM-dd}", SnapshotView.Size(manifest.Files.Sum(file => file.Bytes)), isCurrent ? "[green]current[/]" : "");
        }
        verb.Screen.Results.Write(table);
    }
}
