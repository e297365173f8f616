using Recommender.Storage.Postgres;

namespace Recommender.Storage.Sources;

/// <summary>Where rows come from.</summary>
public abstract record ImportSource
{
    /// <summary>A file: CSV in any dress, Parquet or Excel, told apart by its content.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Sheet">Sheet of a workbook; the first unless given.</param>
    public sealed record OfFile(string Path, string? Sheet = null) : ImportSource;

    /// <summary>A table or the result of a query in PostgreSQL.</summary>
    public sealed record OfPostgres(PostgresAddress Address, string? Table, string? Query) : ImportSource;
}
