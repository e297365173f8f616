using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Storage.Imports;
using Recommender.Storage.Postgres;

namespace Recommender.Training.Views;

/// <summary>What <c>import --json</c> prints.</summary>
static class ImportJson
{
    public static JsonObject Of(ImportResult result, IReadOnlyList<TableChange>? loaded)
    {
        var manifest = result.Snapshot.Manifest;
        var document = new JsonObject
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
            ["revenue"] = result.Profile.Baskets.Revenue,
            ["snapshot"] = manifest.Hash,
            ["folder"] = result.Snapshot.Path,
            ["written"] = result.Written,
            ["replaced"] = result.Replaced,
            ["parent"] = manifest.Parent,
            ["seconds"] = Math.Round(result.Elapsed.TotalSeconds, 3),
            ["understood"] = Of(result.Found),
            ["warnings"] = new JsonArray([.. result.Profile.Warnings.Select(warning => JsonValue.Create(warning))]),
        };
        if (loaded is not null) document["postgres"] = Of(loaded);
        return document;
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
