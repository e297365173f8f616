using System.Security.Cryptography;
using System.Text;

namespace Recommender.Storage.Snapshots;

/// <summary>
/// The name of a content: SHA-256 over the lines "schema N", "options {...}" and one "name sha256" for each .parquet file and
/// profile.json in ordinal order. Paths and times do not enter, so the same input and options give the same hash anywhere.
/// </summary>
static class SnapshotHash
{
    const string Profile = "profile.json";

    public static string Of(SnapshotManifest manifest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"schema {manifest.Schema}\noptions "));
        hash.AppendData(CanonicalJson.Of(manifest.Options));
        foreach (var file in manifest.Files.Where(file => IsContent(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{file.Name} {file.Sha256}"));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    static bool IsContent(string name) => name == Profile || name.EndsWith(".parquet", StringComparison.Ordinal);
}
