namespace Recommender.Storage.Sources.Raw;

/// <summary>What a file is.</summary>
enum FileKind
{
    Text,
    Parquet,
    Excel,
}
