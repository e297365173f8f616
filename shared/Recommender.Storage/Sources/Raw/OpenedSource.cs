namespace Recommender.Storage.Sources.Raw;

/// <summary>A source that was found out: records to read, or a Parquet file that DuckDB reads itself.</summary>
sealed record OpenedSource(string Label, string Kind, string Description) : IDisposable
{
    public RecordReader? Records { get; init; }

    public string? ParquetPath { get; init; }

    public void Dispose() => Records?.Dispose();
}
