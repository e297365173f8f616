using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Store;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>Versions of the store for a person and for a script.</summary>
static class StoreView
{
    const int ShortHash = 12;

    public static JsonObject Json(string tenant, SealedFolder version, IEnumerable<string> aliases)
    {
        var manifest = version.Manifest;
        return new()
        {
            ["tenant"] = tenant,
            ["model"] = manifest.Model,
            ["version"] = manifest.Version,
            ["aliases"] = new JsonArray([.. aliases.Select(alias => JsonValue.Create(alias))]),
            ["trainer"] = manifest.Trainer,
            ["created"] = manifest.Created,
            ["snapshot"] = manifest.Snapshot,
            ["metrics"] = Metrics(manifest),
            ["decisive"] = GateJson.DecisiveMetric(manifest),
            ["bytes"] = manifest.Bytes,
        };
    }

    /// <summary>A table; where versions know how good they are, with the metric that each was chosen by.</summary>
    public static void Show(IAnsiConsole console, IReadOnlyList<(SealedFolder Version, IReadOnlyList<string> Aliases)> rows)
    {
        var isMeasured = rows.Any(row => row.Version.Manifest.Metrics is { Count: > 0 });
        string[] columns = ["=version", "=aliases", "=trainer", "=created (UTC)", "dataset", "#size"];
        var table = Screen.Table(isMeasured ? [.. columns, "=decided by", "#value"] : columns);
        foreach (var (version, aliases) in rows)
        {
            var manifest = version.Manifest;
            string[] cells = [Markup.Escape($"{manifest.Model}@{manifest.Version}"), Aliases(aliases), Markup.Escape(manifest.Trainer), $"{manifest.Created:yyyy-MM-dd HH:mm}",
                Markup.Escape(manifest.Dataset), SnapshotView.Size(manifest.Bytes)];
            table.AddRow(isMeasured ? [.. cells, .. Decisive(manifest)] : cells);
        }
        console.Write(table);
    }

    static string[] Decisive(ModelManifest manifest) => GateJson.DecisiveMetric(manifest) is { } metric && manifest.Metrics is { } metrics && metrics.TryGetValue(metric, out var value)
        ? [Markup.Escape(metric), Number(value)]
        : ["", ""];

    /// <summary>Everything that is known of one version.</summary>
    public static void Show(IAnsiConsole console, SealedFolder version, IReadOnlyList<string> aliases)
    {
        var manifest = version.Manifest;
        console.MarkupLine($"[bold]{Markup.Escape(manifest.Model!)}[/] version [bold]{manifest.Version}[/] {Aliases(aliases)}");
        console.MarkupLineInterpolated($"{version.Path}");
        console.MarkupLineInterpolated($"[bold]{manifest.Trainer}[/] made {manifest.Created:yyyy-MM-dd HH:mm:ss} UTC in {manifest.Seconds:N1} s with {manifest.PeakMb:N0} MB, seed {manifest.Seed}, program {manifest.Engine}{(manifest.Commit is { } commit ? $" ({commit})" : "")}");
        console.MarkupLineInterpolated($"learned {manifest.Items:N0} items from {manifest.Customers:N0} customers of {manifest.Dataset} {Short(manifest.Snapshot)}{(manifest.Split is { } split ? $", the training part of {split}" : "")}");
        if (manifest.Pipeline is { } pipeline) console.MarkupLineInterpolated($"by the pipeline {pipeline}");
        if (manifest.Parent is { } parent) console.MarkupLineInterpolated($"version {parent} was live when it was published");
        foreach (var (option, value) in manifest.Options) console.MarkupLineInterpolated($"  [grey]{option}[/] {value?.ToJsonString()}");
        if (manifest.Metrics is { Count: > 0 } metrics)
        {
            var table = Screen.Table("=metric", "#value");
            foreach (var (name, value) in metrics) table.AddRow(Markup.Escape(name), Number(value));
            console.Write(table);
        }
        var files = Screen.Table("=file", "#size", "=sha256");
        foreach (var file in manifest.Files) files.AddRow(Markup.Escape(file.Name), SnapshotView.Size(file.Bytes), file.Sha256[..16] + "…");
        console.Write(files);
    }

    /// <summary>The history, oldest first.</summary>
    public static void Show(IAnsiConsole console, IReadOnlyList<HistoryEntry> history)
    {
        var table = Screen.Table("=when (UTC)", "who", "=what", "why");
        foreach (var entry in history)
        {
            string?[] reasons = [entry.Why, entry.Forced is true ? "forced against the gates" : null, .. entry.Gates ?? []];
            table.AddRow($"{entry.At:yyyy-MM-dd HH:mm:ss}", Markup.Escape(entry.Who), What(entry), Markup.Escape(string.Join("\n", reasons.OfType<string>())));
        }
        console.Write(table);
    }

    static string What(HistoryEntry entry) => entry.Action switch
    {
        HistoryAction.Publish => $"published {entry.Version}",
        HistoryAction.Import => $"imported {entry.Version}",
        HistoryAction.Prune => $"removed {entry.Version}",
        _ => $"[green]{Markup.Escape(entry.Alias!)}[/] {(entry.From is { } from ? $"{from} → {entry.Version}" : $"→ {entry.Version}")}{(entry.Action == HistoryAction.Rollback ? " (rollback)" : "")}",
    };

    static JsonObject Metrics(ModelManifest manifest) => new((manifest.Metrics ?? new Dictionary<string, double>()).Select(metric => KeyValuePair.Create(metric.Key, (JsonNode?)metric.Value)));

    static string Aliases(IEnumerable<string> aliases) => string.Join(", ", aliases.Select(alias => $"[green]{Markup.Escape(alias)}[/]"));

    static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    static string Short(string hash) => hash[..Math.Min(ShortHash, hash.Length)];
}
