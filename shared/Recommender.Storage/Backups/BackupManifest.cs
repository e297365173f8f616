using System.Text.Json;
using Recommender.Storage.Homes;

namespace Recommender.Storage.Backups;

/// <summary>The first entry of an archive: its format, when and by which version it was made, and every file with size and SHA-256.</summary>
sealed record BackupManifest(int Format, string Version, DateTime Created, IReadOnlyList<BackupFile> Files)
{
    public const string EntryName = "backup.json";

    // A home of a million files; anything longer is no manifest.
    const long MaxLength = 256L << 20;

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, BackupJson.Default.BackupManifest);

    /// <summary>Reads the entry and refuses a newer format before anything is unpacked.</summary>
    public static BackupManifest Read(Stream entry, string archive)
    {
        if (entry.Length > MaxLength) throw BackupProblem.Damaged(archive, $"its {EntryName} is too long");

        using var document = JsonDocument.Parse(entry);
        var format = document.RootElement.TryGetProperty("format", out var value) && value.TryGetInt32(out var number) ? number : 0;
        var version = document.RootElement.TryGetProperty("version", out var name) ? name.GetString() : null;
        HomeFormat.Check(format, $"The backup {archive}, written by version {version ?? "unknown"},");

        return document.Deserialize(BackupJson.Default.BackupManifest) is { Files: not null } manifest
            ? manifest
            : throw BackupProblem.Damaged(archive, $"its {EntryName} lists no files");
    }
}
