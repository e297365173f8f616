using System.Text.Json.Nodes;
using Recommender.Storage.Snapshots;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>A snapshot's manifest for a person and for a script.</summary>
static class SnapshotView
{
    static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    public static JsonObject Json(SnapshotFolder snapshot)
    {
        var json = JsonNode.Parse(File.ReadAllBytes(Path.Combine(snapshot.Path, SnapshotManifest.FileName)))!.AsObject();
        json["folder"] = snapshot.Path;
        return json;
    }

    public static void Show(IAnsiConsole console, SnapshotFolder snapshot)
    {
        var manifest = snapshot.Manifest;
        console.MarkupLineInterpolated($"[bold]{manifest.Dataset}[/] snapshot [green]{manifest.Hash}[/]");
        console.MarkupLineInterpolated($"{snapshot.Path}");
        console.MarkupLineInterpolated($"imported {manifest.Created:yyyy-MM-dd HH:mm:ss} UTC from {manifest.Source.Kind}: {string.Join(", ", manifest.Source.Files.Select(file => file.Name))}{(manifest.Parent is { } parent ? $", appended to {parent[..12]}" : "")}");
        console.MarkupLineInterpolated($"{manifest.Lines:N0} lines, {manifest.Baskets:N0} baskets, {manifest.Customers:N0} customers, {manifest.Items:N0} items, {manifest.Pairs:N0} customer-item pairs, {manifest.From:yyyy-MM-dd} to {manifest.To:yyyy-MM-dd}");
        ProfileView.ShowCounts(console, manifest.Counts, manifest.RowsRead);
        var table = Screen.Table("file", "#rows", "#size", "sha256");
        foreach (var file in manifest.Files) table.AddRow(file.Name, file.Rows is { } rows ? $"{rows:N0}" : "", Size(file.Bytes), file.Sha256[..16] + "…");
        console.Write(table);
    }

    public static string Size(long bytes)
    {
        var unit = 0;
        double size = bytes;
        for (; size >= 1000 && unit < Units.Length - 1; unit++) size /= 1000;
        return unit == 0 ? $"{bytes} B" : $"{size:N1} {Units[unit]}";
    }
}
