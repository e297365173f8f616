using Recommender.Core;
using Recommender.Storage.Sources;
using Recommender.Storage.Sources.Mapping;
using Recommender.Storage.Sources.Raw;

namespace Recommender.Storage.Imports;

/// <summary>Settles the mapping: the given one, a recognised export, or what the names of the columns say.</summary>
static class MappingChoice
{
    public static SourceMapping Of(ImportRequest request, IReadOnlyDictionary<string, RawTable> tables)
    {
        var mapping = request.Mapping ?? Preset(tables) ?? Inferred(tables);
        if (request.Columns.Count == 0) return mapping;

        var columns = new Dictionary<string, ColumnSource>(mapping.Purchases.Columns);
        foreach (var (canonical, column) in request.Columns)
        {
            if (!CanonicalColumns.Purchases.ContainsKey(canonical))
                throw new UserErrorException($"--column {canonical}={column}: '{canonical}' is no column of purchases.{Suggestion.For(canonical, CanonicalColumns.Purchases.Keys)} Known: {string.Join(", ", CanonicalColumns.Purchases.Keys)}.");
            columns[canonical] = ColumnSource.Of(column);
        }
        return mapping with { Purchases = mapping.Purchases with { Columns = columns } };
    }

    // A preset reads one file; its logical name gives way to the one under which the file is loaded.
    static SourceMapping? Preset(IReadOnlyDictionary<string, RawTable> tables)
    {
        if (Presets.Recognise(tables[SourcePlan.Purchases].Columns) is not { } preset) return null;

        return preset with
        {
            Purchases = preset.Purchases.Without(tables[SourcePlan.Purchases].Columns) with { From = SourcePlan.Purchases },
            Items = preset.Items is null ? Listed(tables, SourcePlan.Items) : preset.Items with { From = SourcePlan.Purchases },
            Customers = preset.Customers is null ? Listed(tables, SourcePlan.Customers) : preset.Customers with { From = SourcePlan.Purchases },
        };
    }

    static SourceMapping Inferred(IReadOnlyDictionary<string, RawTable> tables)
    {
        var purchases = tables[SourcePlan.Purchases];
        return new()
        {
            Purchases = new() { From = purchases.Name, Columns = ColumnInference.Infer(purchases.Columns, CanonicalColumns.Purchases) },
            Items = Listed(tables, SourcePlan.Items),
            Customers = Listed(tables, SourcePlan.Customers),
        };
    }

    static TableMapping? Listed(IReadOnlyDictionary<string, RawTable> tables, string list)
    {
        if (!tables.TryGetValue(list, out var table)) return null;

        var isItems = list == SourcePlan.Items;
        var columns = ColumnInference.Infer(table.Columns, isItems ? CanonicalColumns.Items : CanonicalColumns.Customers);
        var key = isItems ? "item_id" : "customer_id";
        if (!columns.ContainsKey(key))
            throw new UserErrorException($"{table.Label} has no column that names {(isItems ? "the item" : "the customer")}: rename one to {key}; its columns are {string.Join(", ", table.Columns)}.");

        var used = columns.Values.OfType<ColumnSource.FirstOf>().SelectMany(source => source.Columns).ToHashSet();
        return new() { From = list, Columns = columns, Attributes = isItems ? [] : [.. table.Columns.Where(column => !used.Contains(column))] };
    }
}
