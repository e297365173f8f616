using System.Security.Cryptography;
using Recommender.Storage.Snapshots;
using Recommender.Storage.Sources;

namespace Recommender.Storage.Imports;

/// <summary>Name, size and hash of every file that an import read.</summary>
static class SourceFacts
{
    public static SnapshotSource Of(IEnumerable<ImportSource> sources, string kind) => new(kind,
        [.. sources.Select(source => source switch
        {
            ImportSource.OfFile file => Describe(file.Path),
            ImportSource.OfPostgres postgres => new SourceFile(postgres.Table ?? "query", 0, ""),
            _ => throw new InvalidOperationException($"{source.GetType().Name} is no known source."),
        })]);

    static SourceFile Describe(string path)
    {
        using var file = File.OpenRead(path);
        return new(Path.GetFileName(path), file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
