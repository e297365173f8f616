using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Storage.Backups;

/// <summary><c>data restore</c>: unpacks a backup into a new or empty home, every file checked, or leaves nothing behind.</summary>
public sealed class Restore
{
    readonly string _archive;
    readonly string _staging;
    readonly Dictionary<string, BackupFile> _awaited;
    readonly long _total;

    Restore(string archive, string staging, BackupManifest manifest)
    {
        _archive = archive;
        _staging = staging;
        _awaited = manifest.Files.ToDictionary(file => file.Path);
        _total = manifest.Files.Sum(file => file.Bytes);
    }

    /// <summary>Restores <paramref name="archive"/> into <paramref name="home"/>, which must be new or empty.</summary>
    public static BackupResult Run(string archive, HomeFolder home, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(archive);
        if (!File.Exists(path)) throw new UserErrorException($"The backup {path} does not exist. Check the path.");

        MustBeEmpty(home);
        var isNew = !Directory.Exists(home.Path);
        DurableFolder.Create(home.Path);
        var staging = StagingName.Next(home.Path);
        try
        {
            return WriteFailure.Explain(home.Path, () => Unpack(path, staging, home, progress, cancellationToken));
        }
        finally
        {
            if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
            if (isNew && !Directory.EnumerateFileSystemEntries(home.Path).Any()) Directory.Delete(home.Path);
        }
    }

    static void MustBeEmpty(HomeFolder home)
    {
        if (!Directory.Exists(home.Path)) return;

        if (Directory.EnumerateFileSystemEntries(home.Path).Any(entry => Path.GetFileName(entry) is not (FileLock.FileName or LockHolder.FileName)))
            throw new UserErrorException($"{home.Path} is not empty; a backup is restored into a new or empty folder only. Name one with --home.");
    }

    static BackupResult Unpack(string archive, string staging, HomeFolder home, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(staging);
        var files = Extract(archive, staging, progress, cancellationToken);
        HomeFormat.Check(staging);

        // home.json comes last: it says that the rest is there.
        foreach (var entry in new DirectoryInfo(staging).EnumerateDirectories())
            DurableFolder.Publish(entry.FullName, Path.Combine(home.Path, entry.Name));
        DurableFile.Flush(Path.Combine(staging, HomeFormat.FileName));
        File.Move(Path.Combine(staging, HomeFormat.FileName), Path.Combine(home.Path, HomeFormat.FileName));
        return files;
    }

    static BackupResult Extract(string archive, string staging, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var file = File.OpenRead(archive);
            using var gzip = new GZipStream(file, CompressionMode.Decompress);
            using var tar = new TarReader(gzip);
            var first = tar.GetNextEntry();
            if (first is not { Name: BackupManifest.EntryName, DataStream: { } json })
                throw BackupProblem.Damaged(archive, $"it is not a backup of a home folder (no {BackupManifest.EntryName} at its beginning)");

            var manifest = BackupManifest.Read(json, archive);
            new Restore(archive, staging, manifest).Extract(tar, progress, cancellationToken);
            gzip.CopyTo(Stream.Null);   // to the end: gzip's own check sum stands there
            return new(archive, manifest.Files.Count, manifest.Files.Sum(entry => entry.Bytes));
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException or JsonException or ArgumentException)
        {
            throw BackupProblem.Damaged(archive, "it is truncated, damaged or not a .tar.gz archive", broken);
        }
    }

    void Extract(TarReader tar, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        long done = 0;
        while (tar.GetNextEntry() is { } entry)
        {
            done += Extract(entry, cancellationToken);
            progress?.Report(new(done, _total, "restoring"));
        }
        if (_awaited.Count > 0) throw BackupProblem.Damaged(_archive, $"{_awaited.Keys.First()} is missing from it");
        if (!File.Exists(Path.Combine(_staging, HomeFormat.FileName))) throw BackupProblem.Damaged(_archive, $"{HomeFormat.FileName} is missing from it");
    }

    long Extract(TarEntry entry, CancellationToken cancellationToken)
    {
        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
            throw BackupProblem.Damaged(_archive, $"its entry '{entry.Name}' is a {entry.EntryType}, not a file");
        if (!HomeContent.IsAllowed(entry.Name))
            throw BackupProblem.Damaged(_archive, $"its entry '{entry.Name}' would lie outside the home's folders");
        if (!_awaited.Remove(entry.Name, out var expected))
            throw BackupProblem.Damaged(_archive, $"its entry '{entry.Name}' is not in its list or comes twice");
        if (entry.Length != expected.Bytes)
            throw BackupProblem.Damaged(_archive, $"its entry '{entry.Name}' has {entry.Length} bytes instead of {expected.Bytes}");

        var path = Path.Combine(_staging, entry.Name.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (HashedCopy.Write(entry.DataStream ?? Stream.Null, path, expected.Mode, cancellationToken) != expected.Sha256)
            throw BackupProblem.Damaged(_archive, $"its entry '{entry.Name}' was changed: the SHA-256 differs from its list");
        return expected.Bytes;
    }
}
