namespace Recommender.Storage.Sources.Mapping;

/// <summary>Finds canonical columns by their usual names: "InvoiceNo", "invoice_no" and "Invoice No." are one name.</summary>
static class ColumnInference
{
    /// <summary>Each canonical column whose name or synonym is among the headers; a header serves once, nearest synonym first.</summary>
    public static Dictionary<string, ColumnSource> Infer(
        IReadOnlyList<string> headers, IReadOnlyDictionary<string, string[]> synonyms)
    {
        var free = new Dictionary<string, string>();
        foreach (var header in headers) free.TryAdd(Plain(header), header);

        var found = new Dictionary<string, ColumnSource>();
        foreach (var (canonical, names) in synonyms)
        {
            if (names.Select(Plain).FirstOrDefault(free.ContainsKey) is not { } match) continue;
            found[canonical] = ColumnSource.Of(free[match]);
            free.Remove(match);
        }
        return JoinTimeOfDay(found, free);
    }

    // Tills write the day and the time of day apart: "Date" beside "Time".
    static Dictionary<string, ColumnSource> JoinTimeOfDay(Dictionary<string, ColumnSource> found, Dictionary<string, string> free)
    {
        if (found.TryGetValue("purchased_at", out var source) && source is ColumnSource.FirstOf { Columns: [var date] }
            && Plain(date).EndsWith("date", StringComparison.Ordinal)
            && new[] { "time", "timeofday", Plain(date).Replace("date", "time", StringComparison.Ordinal) }.FirstOrDefault(free.ContainsKey) is { } time)
            found["purchased_at"] = new ColumnSource.DateAndTime(date, free[time]);
        return found;
    }

    /// <summary>The mapping without what a file lacks: an export has only the columns that its shop switched on.</summary>
    public static TableMapping Without(this TableMapping mapping, IReadOnlyList<string> headers)
    {
        bool Has(string column) => headers.Contains(column, StringComparer.OrdinalIgnoreCase);

        var columns = new Dictionary<string, ColumnSource>();
        foreach (var (canonical, source) in mapping.Columns)
        {
            if (source.Without(Has) is { } left) columns[canonical] = left;
        }
        return mapping with { Columns = columns, Fill = [.. mapping.Fill.Where(Has)], Where = mapping.Where.Where(where => Has(where.Key)).ToDictionary() };
    }

    static ColumnSource? Without(this ColumnSource source, Func<string, bool> has) => source switch
    {
        ColumnSource.FirstOf several => several.Columns.Any(has) ? new ColumnSource.FirstOf([.. several.Columns.Where(has)]) : null,
        ColumnSource.AnyOf any => any.Columns.Keys.Any(has) ? new ColumnSource.AnyOf(any.Columns.Where(column => has(column.Key)).ToDictionary()) : null,
        _ => source,
    };

    /// <summary>A header without case, blanks and punctuation.</summary>
    public static string Plain(string header) =>
        string.Concat(header.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
