using System.Text.Json;
using Recommender.Core;
using Recommender.Core.Store;

namespace Recommender.Storage.Snapshots;

/// <summary>What snapshot.json says of its snapshot: where it came from, what was done, what it holds.</summary>
public sealed record SnapshotManifest
{
    /// <summary>The version of this document and of the tables beside it.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The name of the document in the snapshot's folder.</summary>
    public const string FileName = "snapshot.json";

    /// <summary>The schema that the snapshot was written with.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The tenant it belongs to.</summary>
    public required string Tenant { get; init; }

    /// <summary>The dataset it is a state of.</summary>
    public required string Dataset { get; init; }

    /// <summary>SHA-256 of schema, options and content; empty until <see cref="Sealed"/>.</summary>
    public string Hash { get; init; } = "";

    /// <summary>When it was made, UTC; with the hash it names the folder.</summary>
    public required DateTime Created { get; init; }

    /// <summary>Rows of the source, before anything was left out.</summary>
    public required long RowsRead { get; init; }

    /// <summary>Every row of the source in exactly one cleaning step, in the order of the steps.</summary>
    public required OrderedDictionary<string, long> Counts { get; init; }

    /// <summary>Purchase lines kept.</summary>
    public required long Lines { get; init; }

    /// <summary>Distinct orders among them.</summary>
    public required long Baskets { get; init; }

    /// <summary>Distinct known customers among them.</summary>
    public required long Customers { get; init; }

    /// <summary>Distinct items among them.</summary>
    public required long Items { get; init; }

    /// <summary>Distinct pairs of customer and item among them.</summary>
    public required long Pairs { get; init; }

    /// <summary>The first purchase, UTC; null when there are no times.</summary>
    public DateTime? From { get; init; }

    /// <summary>The last purchase, UTC; null when there are no times.</summary>
    public DateTime? To { get; init; }

    /// <summary>What was imported.</summary>
    public required SnapshotSource Source { get; init; }

    /// <summary>Everything that decided how it was cleaned; part of the hash.</summary>
    public required JsonElement Options { get; init; }

    /// <summary>The files beside this one, by name.</summary>
    public IReadOnlyList<SnapshotFile> Files { get; init; } = [];

    /// <summary>The hash of the snapshot that this one was appended to, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>The name of its folder: time and the first 12 digits of the hash.</summary>
    public string FolderName => $"{Created:yyyyMMdd'T'HHmmss'Z'}-{Hash[..12]}";

    /// <summary>The same manifest with its files and the hash that follows from them; nothing else may change afterwards.</summary>
    public SnapshotManifest Sealed(IReadOnlyList<SnapshotFile> files)
    {
        var withFiles = this with { Files = [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)] };
        return withFiles with { Hash = SnapshotHash.Of(withFiles) };
    }

    /// <summary>Reads the manifest in <paramref name="folder"/>; a missing, broken or newer one is an error with its cure.</summary>
    public static SnapshotManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), SnapshotJson.Default.SnapshotManifest);
            if (manifest is { Schema: >= 1 and <= CurrentSchema, Hash.Length: 64 }) return manifest;

            throw new UserErrorException(manifest?.Schema > CurrentSchema
                ? $"{path} has schema {manifest.Schema}; this version reads 1 to {CurrentSchema}. Use the version that wrote it, or import again."
                : $"{path} is not a snapshot's manifest. {SnapshotCure.PutBack}");
        }
        catch (Exception broken) when (broken is JsonException or FileNotFoundException or DirectoryNotFoundException or NotSupportedException)
        {
            throw new UserErrorException($"{path} is {(broken is JsonException ? "damaged" : "missing")}. {SnapshotCure.PutBack}", broken);
        }
    }

    /// <summary>Writes the manifest into <paramref name="folder"/>, durably.</summary>
    internal void Write(string folder) => DurableFile.Write(Path.Combine(folder, FileName), stream =>
    {
        JsonSerializer.Serialize(stream, this, SnapshotJson.Default.SnapshotManifest);
        stream.WriteByte((byte)'\n');
    });
}
