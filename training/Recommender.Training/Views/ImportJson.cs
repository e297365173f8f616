using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Storage.Imports;
using Recommender.Storage.Postgres;
using Recommender.Storage.Profiles;
using Recommender.Storage.Snapshots;

namespace Recommender.Training.Views;

/// <summary>What <c>import --json</c> prints.</summary>
static class ImportJson
{
    public static JsonObject Of(ImportResult result, IReadOnlyList<TableChange>? loaded)
    {
        var document = Of(result.Snapshot, result.Profile);
        document["written"] = result.Written;
        document["replaced"] = result.Replaced;
        document["seconds"] = Math.Round(result.Elapsed.TotalSeconds, 3);
        document["understood"] = Of(result.Found);
        if (loaded is not null) document["postgres"] = Of(loaded);
        return document;
    }

    /// <summary>What was imported, whenever that was.</summary>
    public static JsonObject Of(SnapshotFolder snapshot, SnapshotProfile profile)
    {
        var manifest = snapshot.Manifest;
        return new()
        {
            ["tenant"] = manifest.Tenant,
            ["dataset"] = manifest.Dataset,
            ["rows_read"] = manifest.RowsRead,
            ["counts"] = new JsonObject(manifest.Counts.Select(count => KeyValuePair.Create(count.Key, (JsonNode?)count.Value))),
            ["lines"] = manifest.Lines,
            ["baskets"] = manifest.Baskets,
            ["customers"] = manifest.Customers,
            ["items"] = manifest.Items,
            ["pairs"] = manifest.Pairs,
            ["from"] = Moment(manifest.From),
            ["to"] = Moment(manifest.To),
            ["revenue"] = profile.Baskets.Revenue,
            ["snapshot"] = manifest.Hash,
            ["folder"] = snapshot.Path,
            ["parent"] = manifest.Parent,
            ["warnings"] = new JsonArray([.. profile.Warnings.Select(warning => JsonValue.Create(warning))]),
        };
    }

    public static JsonObject Of(ImportPreview preview) => new()
    {
        ["dry_run"] = true,
        ["rows_read"] = preview.Read,
        ["understood"] = Of(preview.Found),
        ["columns"] = Texts(preview.Columns),
        ["rows"] = new JsonArray([.. preview.Rows.Select(row => (JsonNode)Texts(row))]),
        ["rejects"] = new JsonArray([.. preview.Rejects.Select(reject => (JsonNode)new JsonObject
        {
            ["line"] = reject.Line, ["column"] = reject.Column, ["value"] = reject.Value, ["reason"] = reject.Reason, ["cure"] = reject.Cure,
        })]),
        ["warnings"] = Texts(preview.Warnings),
    };

    static JsonObject Of(Understanding found) => new()
    {
        ["preset"] = found.Preset,
        ["files"] = new JsonArray([.. found.Files.Select(file => (JsonNode)new JsonObject { ["table"] = file.Table, ["name"] = file.Name, ["description"] = file.Description })]),
        ["columns"] = new JsonArray([.. found.Columns.Select(column => (JsonNode)new JsonObject { ["table"] = column.Table, ["column"] = column.Column, ["from"] = column.From })]),
        ["dates"] = found.Dates,
        ["numbers"] = found.Numbers,
        ["time_zone"] = found.TimeZone,
    };

    static JsonObject Of(IReadOnlyList<TableChange> loaded) => new(loaded.Select(table => KeyValuePair.Create(table.Table, (JsonNode?)new JsonObject
    {
        ["inserted"] = table.Inserted, ["updated"] = table.Updated, ["deleted"] = table.Deleted, ["unchanged"] = table.Unchanged,
    })));

    static JsonArray Texts(IEnumerable<string?> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    static JsonNode? Moment(DateTime? moment) => moment is { } at ? JsonSerializer.SerializeToNode(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null;
}
