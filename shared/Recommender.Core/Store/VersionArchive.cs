using System.Formats.Tar;

namespace Recommender.Core.Store;

/// <summary>A version as one file: a tar whose first entry is the manifest. Weights hardly compress, so they are not.</summary>
public static class VersionArchive
{
    const long LongestManifest = 16 << 20;

    /// <summary>Writes the archive, which must not exist; every file is held against its hash first.</summary>
    public static void Export(SealedFolder version, string archive, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(archive);
        if (Path.Exists(path)) throw new UserErrorException($"{path} exists already; an export never replaces anything. Choose another name.");

        version.Demand(known: null, cancellationToken);
        DurableFile.Write(path, stream =>
        {
            using var tar = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true);
            foreach (var name in version.Manifest.Files.Select(file => file.Name).Prepend(ModelManifest.FileName))
            {
                cancellationToken.ThrowIfCancellationRequested();
                tar.WriteEntry(Path.Combine(version.Path, name), name);
            }
        });
    }

    /// <summary>Publishes what the archive holds as the next version of <paramref name="model"/>; nothing is kept of a damaged one.</summary>
    public static SealedFolder Import(StoredModel model, string archive, HistoryNote note, CancellationToken cancellationToken)
    {
        if (!File.Exists(archive)) throw new UserErrorException($"{archive} is not there. Name a file that was written by: recommender models export.");

        using var draft = model.Draft();
        var manifest = Unpack(archive, draft.Folder, cancellationToken);
        var described = ManifestFile.Describe(draft.Folder, manifest, cancellationToken);
        return described.Files.SequenceEqual(manifest.Files) ? model.Publish(draft, described, HistoryEntry.Of(HistoryAction.Import, 0, note), cancellationToken)
            : throw Damaged(archive, "its files are not those of its manifest");
    }

    static ModelManifest Unpack(string archive, string folder, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = File.OpenRead(archive);
            using var tar = new TarReader(stream);
            var manifest = First(tar, folder, archive);
            while (tar.GetNextEntry() is { } entry)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (entry.EntryType != TarEntryType.RegularFile || !manifest.Files.Any(file => file.Name == entry.Name && file.Bytes == entry.Length))
                    throw Damaged(archive, $"its entry '{entry.Name}' is none of its manifest's");

                WriteFailure.Explain(folder, () => entry.ExtractToFile(Path.Combine(folder, entry.Name), overwrite: false));
            }
            return manifest;
        }
        catch (Exception unread) when (unread is InvalidDataException or EndOfStreamException or FormatException || (unread is IOException && !WriteFailure.IsDiskFull(unread)))
        {
            throw Damaged(archive, "it is cut or not an archive", unread);
        }
    }

    static ModelManifest First(TarReader tar, string folder, string archive)
    {
        if (tar.GetNextEntry() is not { EntryType: TarEntryType.RegularFile, Name: ModelManifest.FileName, Length: < LongestManifest } entry) throw Damaged(archive, $"it does not begin with {ModelManifest.FileName}");

        entry.ExtractToFile(Path.Combine(folder, ModelManifest.FileName), overwrite: false);
        return ManifestFile.Read(folder);
    }

    static UserErrorException Damaged(string archive, string why, Exception? inner = null) =>
        new($"{archive} cannot be imported: {why}. Nothing was written. Export the version again.", inner);
}
