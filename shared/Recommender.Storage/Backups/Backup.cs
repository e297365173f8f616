using System.Formats.Tar;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Storage.State;

namespace Recommender.Storage.Backups;

/// <summary><c>data backup</c>: one .tar.gz of a whole home folder, keys included, readable by its owner only.</summary>
public sealed class Backup(HomeFolder home, WriterLock writer, TimeProvider clock)
{
    const string StateName = $"state/{StateFolder.DatabaseName}";

    const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // The state as it is at one moment, also while a worker changes it.
    readonly string _state = StagingName.Next(home.Path);

    /// <summary>Writes <paramref name="archive"/>, which must not exist and not lie inside the home; readers and a worker go on meanwhile.</summary>
    public BackupResult Write(string archive, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        writer.MustHold(home);
        var path = CheckTarget(archive);
        try
        {
            CopyState(cancellationToken);
            return Pack(path, progress, cancellationToken);
        }
        finally
        {
            File.Delete(_state);
        }
    }

    BackupResult Pack(string path, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var files = Describe(progress, cancellationToken);
        var manifest = new BackupManifest(HomeFormat.Current, Version(), clock.GetUtcNow().UtcDateTime, files);
        DurableFile.Write(path, stream => Write(stream, manifest, progress, cancellationToken), OnlyOwner);
        return new(path, files.Length, files.Sum(file => file.Bytes));
    }

    void CopyState(CancellationToken cancellationToken)
    {
        if (!File.Exists(PathOf(StateName, home.Path))) return;

        using var state = StateOpening.OpenFileAsync(home, "backup", clock, cancellationToken).GetAwaiter().GetResult();
        EmbeddedState.CopyAsync(state, _state, clock, cancellationToken).GetAwaiter().GetResult();
    }

    string CheckTarget(string archive)
    {
        var path = Path.GetFullPath(archive);
        if (Path.Exists(path)) throw new UserErrorException($"{path} exists already; a backup never replaces another. Choose another name.");
        if (path.StartsWith(home.Path.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new UserErrorException($"{path} lies inside the home {home.Path}, where a loss would take both. Choose a path outside it.");
        return path;
    }

    BackupFile[] Describe(IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var paths = HomeContent.Files(home);
        var files = new BackupFile[paths.Count];
        long done = 0;
        Parallel.For(0, paths.Count, new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, at =>
        {
            files[at] = Describe(paths[at], cancellationToken);
            progress?.Report(new(Interlocked.Increment(ref done), paths.Count, "reading"));
        });
        return files;
    }

    BackupFile Describe(string name, CancellationToken cancellationToken)
    {
        var file = new FileInfo(PathOf(name));
        if (!HomeContent.IsLog(name)) return new(name, file.Length, FileHash.Of(file.FullName, cancellationToken), Mode(file));

        var lines = DurableLines.Whole(file.FullName);
        return new(name, lines.Length, Convert.ToHexStringLower(SHA256.HashData(lines)), Mode(file));
    }

    // A scheduler may add lines to its log meanwhile: they come behind those that were described, which alone go into the archive.
    Stream Open(BackupFile file)
    {
        var path = PathOf(file.Path);
        if (!HomeContent.IsLog(file.Path)) return File.OpenRead(path);

        var lines = DurableLines.Whole(path);
        return new MemoryStream(lines[..(int)Math.Min(lines.Length, file.Bytes)].ToArray(), writable: false);
    }

    void Write(Stream stream, BackupManifest manifest, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        // Parquet is compressed already: a harder level costs time and gains nothing.
        using var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        using var tar = new TarWriter(gzip, TarEntryFormat.Pax, leaveOpen: true);
        using var json = new MemoryStream(manifest.ToJson());
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, BackupManifest.EntryName) { DataStream = json, Mode = OnlyOwner });

        var total = manifest.Files.Sum(file => file.Bytes);
        long done = 0;
        foreach (var file in manifest.Files)
        {
            using var content = new InterruptibleStream(Open(file), cancellationToken);
            if (content.Length != file.Bytes) throw new UserErrorException($"{PathOf(file.Path)} changed while the backup was taken. Take the backup again.");

            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, file.Path) { DataStream = content, Mode = (UnixFileMode)file.Mode });
            progress?.Report(new(done += file.Bytes, total, "writing"));
        }
    }

    string PathOf(string name) => name == StateName ? _state : PathOf(name, home.Path);

    static string PathOf(string name, string home) => Path.Combine(home, name.Replace('/', Path.DirectorySeparatorChar));

    static int Mode(FileInfo file) => (int)(OperatingSystem.IsWindows() ? OnlyOwner : file.UnixFileMode);

    static string Version() => typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
