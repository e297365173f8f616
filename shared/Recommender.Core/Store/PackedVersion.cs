using System.Formats.Tar;

namespace Recommender.Core.Store;

/// <summary>An archive of a version while it is read. Nothing in it is trusted: only files that its manifest names, with the size it names, leave it.</summary>
sealed class PackedVersion : IDisposable
{
    const long LongestManifest = 16 << 20;

    readonly string _archive;
    readonly FileStream _stream;
    readonly TarReader _tar;

    public PackedVersion(string archive)
    {
        _archive = archive;
        _stream = File.OpenRead(archive);
        _tar = new(_stream);
        try
        {
            Manifest = Understand(First);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What the archive says of itself.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>Writes the files into a folder, durably; a hash that differs is the caller's to find.</summary>
    public void Unpack(string folder, CancellationToken cancellationToken)
    {
        var open = Manifest.Files.ToDictionary(file => file.Name, file => file.Bytes);
        while (Understand(() => _tar.GetNextEntry()) is { } entry)
        {
            if (entry.EntryType != TarEntryType.RegularFile || !open.Remove(entry.Name, out var bytes) || entry.Length != bytes)
                throw Damaged($"its entry '{entry.Name}' is none of its manifest's");

            cancellationToken.ThrowIfCancellationRequested();
            DurableFile.Write(Path.Combine(folder, entry.Name), target => Understand(() =>
            {
                entry.DataStream?.CopyTo(target);
                return true;
            }));
        }
        if (open.Count > 0) throw Damaged($"it lacks {string.Join(", ", open.Keys)}");
    }

    public void Dispose()
    {
        _tar.Dispose();
        _stream.Dispose();
    }

    public UserErrorException Damaged(string why, Exception? inner = null) =>
        new($"{_archive} cannot be imported: {why}. Nothing was written. Export the version again.", inner);

    ModelManifest First()
    {
        if (_tar.GetNextEntry() is not { EntryType: TarEntryType.RegularFile, Name: ModelManifest.FileName, Length: < LongestManifest, DataStream: { } content })
            throw Damaged($"it does not begin with {ModelManifest.FileName}");

        using var json = new MemoryStream();
        content.CopyTo(json);
        return ManifestFile.Parse(json.ToArray(), $"{ModelManifest.FileName} in {_archive}");
    }

    // Whatever the reader of a foreign file stumbles over, the file is at fault; a disk that is full is not.
    T Understand<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception unread) when (unread is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or OverflowException or NotSupportedException
            || (unread is IOException && !WriteFailure.IsDiskFull(unread)))
        {
            throw Damaged("it is cut or not an archive", unread);
        }
    }
}
