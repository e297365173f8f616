using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Recommender.Core.Store;

/// <summary>manifest.json: written last and read first. It vouches for every file of its folder and, by its own checksum, for itself.</summary>
public static partial class ManifestFile
{
    const string Cure = "Train the model again or put it back from a backup.";

    static readonly string Blank = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>Describes the files that stand in <paramref name="folder"/> and writes the manifest durably; those <paramref name="hashed"/> when they were written are not read again.</summary>
    public static ModelManifest Seal(string folder, ModelManifest manifest, IReadOnlyList<ModelFile> hashed, CancellationToken cancellationToken) =>
        Write(folder, Describe(folder, manifest, hashed, cancellationToken));

    /// <summary>The manifest with name, size and hash of every file that stands in <paramref name="folder"/>.</summary>
    internal static ModelManifest Describe(string folder, ModelManifest manifest, IReadOnlyList<ModelFile> hashed, CancellationToken cancellationToken)
    {
        var names = new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(entry => entry.Name != ModelManifest.FileName).Select(Name).Order(StringComparer.Ordinal).ToArray();
        var files = new ModelFile[names.Length];
        Parallel.For(0, names.Length, new() { CancellationToken = cancellationToken }, at =>
        {
            var file = new FileInfo(Path.Combine(folder, names[at]));
            files[at] = hashed.FirstOrDefault(known => known.Name == file.Name && known.Bytes == file.Length) ?? new(file.Name, file.Length, FileHash.Of(file.FullName, cancellationToken));
        });
        return manifest with { Files = files };
    }

    /// <summary>Writes the manifest with its checksum.</summary>
    internal static ModelManifest Write(string folder, ModelManifest manifest)
    {
        var blank = Text(manifest with { Checksum = Blank });
        var whole = manifest with { Checksum = Hash(Encoding.UTF8.GetBytes(blank)) };
        DurableFile.Write(PathIn(folder), Text(whole));
        return whole;
    }

    /// <summary>Reads the manifest of a folder; one that is missing, damaged or of another format is an error with the cure.</summary>
    public static ModelManifest Read(string folder)
    {
        var path = PathIn(folder);
        if (!File.Exists(path)) throw new UserErrorException($"{folder} is no model's folder: it has no {ModelManifest.FileName}. Train one: recommender train --dataset <name> --trainer ease --out {folder}.");

        return Parse(File.ReadAllBytes(path), path);
    }

    /// <summary>Reads a manifest from its bytes; <paramref name="place"/> names where they are from.</summary>
    internal static ModelManifest Parse(byte[] json, string place)
    {
        try
        {
            CheckFormat(place, json);
            return JsonSerializer.Deserialize(json, StoreJson.Default.ModelManifest) is { } manifest && IsWhole(manifest) && Vouches(manifest, json) ? manifest : throw Damaged(place);
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            throw Damaged(place, unread);
        }
    }

    static void CheckFormat(string path, byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var format = document.RootElement.TryGetProperty("format", out var value) && value.TryGetInt32(out var number) ? number : throw Damaged(path);
        if (format != ModelManifest.CurrentFormat)
            throw new UserErrorException($"{path} has the format {format}; this version reads {ModelManifest.CurrentFormat}. Use the version that wrote it, or train again.");
    }

    // The serializer lets null through where a field says null, and names of files are not to lead elsewhere.
    static bool IsWhole(ModelManifest manifest) => manifest is { Trainer: not null, Options: not null, Dataset: not null, Snapshot: not null, Files: not null, Checksum.Length: > 0 }
        && manifest.Files.All(file => file is { Sha256: not null, Bytes: >= 0 } && IsName(file.Name))
        && manifest.Files.Select(file => file.Name).Distinct(StringComparer.Ordinal).Count() == manifest.Files.Count;

    static bool Vouches(ModelManifest manifest, byte[] json)
    {
        var at = json.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(manifest.Checksum));
        if (at < 0 || manifest.Checksum.Length != Blank.Length) return false;

        var blank = json.ToArray();
        blank.AsSpan(at, Blank.Length).Fill((byte)'0');
        return Hash(blank) == manifest.Checksum;
    }

    // A draft holds files with plain names and nothing else: the rest would be published and never verified.
    static string Name(FileSystemInfo entry) => entry is FileInfo { LinkTarget: null } && IsName(entry.Name) ? entry.Name
        : throw new UserErrorException($"{entry.FullName} cannot belong to a model: it must be a file named by a-z, 0-9, '.', '-' and '_'. Remove it, and publish again.");

    static bool IsName(string? name) => name is not null && name != ModelManifest.FileName && FileNames().IsMatch(name);

    static string Text(ModelManifest manifest) => JsonSerializer.Serialize(manifest, StoreJson.Default.ModelManifest) + "\n";

    static string Hash(byte[] text) => Convert.ToHexStringLower(SHA256.HashData(text));

    static string PathIn(string folder) => Path.Combine(folder, ModelManifest.FileName);

    static UserErrorException Damaged(string path, Exception? inner = null) => new($"{path} is damaged. {Cure}", inner);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,62}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileNames();
}
