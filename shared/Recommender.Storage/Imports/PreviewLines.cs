namespace Recommender.Storage.Imports;

/// <summary>The first lines of a source as the import reads them.</summary>
sealed class PreviewLines(Workshop workshop)
{
    /// <summary>Records of each file that a preview looks at.</summary>
    public const long Most = 50_000;

    const int Shown = 10;

    public ImportPreview Read(ImportSession session, IReadOnlyList<string> warnings, CancellationToken cancellationToken)
    {
        string[] candidates = ["order_id", "customer_id", "item_id", "quantity", "amount", "purchased_at", "site_id", "region", "channel", "currency", "rating",
            "name", "category", "family", "brand", "variant_of"];
        var counts = string.Join(", ", candidates.Select(column => $"count({column})"));
        var filled = workshop.Row($"SELECT {counts} FROM lines", reader => Enumerable.Range(0, candidates.Length).Select(reader.GetInt64).ToArray(), cancellationToken);
        string[] columns = [.. candidates.Where((_, i) => filled[i] > 0)];
        var rows = columns.Length == 0 ? [] : workshop.Rows(
            $"SELECT {string.Join(", ", columns.Select(column => $"CAST({column} AS VARCHAR)"))} FROM lines ORDER BY file, line LIMIT {Shown}",
            reader => (IReadOnlyList<string?>)[.. columns.Select((_, i) => reader.IsDBNull(i) ? null : Profiles.ProfileBuilder.Plain(reader.GetString(i)))], cancellationToken);
        var rejects = workshop.Rows(
            $"SELECT line, \"column\", value, reason, cure FROM rejects ORDER BY file, line LIMIT {Shown}",
            reader => new PreviewReject(reader.GetInt64(0), Text(reader, 1), Text(reader, 2), reader.GetString(3), reader.GetString(4)), cancellationToken);
        return new(session.Describe(), columns, rows, rejects, session.Read, warnings);
    }

    static string? Text(DuckDB.NET.Data.DuckDBDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}
