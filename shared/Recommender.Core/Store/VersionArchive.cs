using System.Formats.Tar;

namespace Recommender.Core.Store;

/// <summary>A version as one file: a tar whose first entry is the manifest. Weights hardly compress, so they are not.</summary>
public static class VersionArchive
{
    const UnixFileMode ReadableByAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Writes the archive, which must not exist; every file is held against its hash first. The same version gives the same bytes.</summary>
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
                using var content = File.OpenRead(Path.Combine(version.Path, name));
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = ReadableByAll, ModificationTime = new(DateTime.SpecifyKind(version.Manifest.Created, DateTimeKind.Utc)) });
            }
        });
    }

    /// <summary>
    /// Publishes what the archive holds as the next version of <paramref name="name"/>, or of the model that it was exported from;
    /// nothing is kept of a damaged one.
    /// </summary>
    public static SealedFolder Import(ModelStore store, string? name, string archive, HistoryNote note, CancellationToken cancellationToken)
    {
        if (!File.Exists(archive)) throw new UserErrorException($"{archive} is not there. Name a file that was written by: recommender models export.");

        using var packed = new PackedVersion(archive);
        var manifest = packed.Manifest;
        var model = store.Model(name ?? manifest.Model ?? throw new UserErrorException($"{archive} does not say which model it is of. Give it a name: --model <name>."));
        using var draft = model.Draft();
        packed.Unpack(draft.Folder, cancellationToken);
        var described = ManifestFile.Describe(draft.Folder, manifest, draft.Hashed, cancellationToken);
        if (!described.Files.SequenceEqual(manifest.Files.OrderBy(file => file.Name, StringComparer.Ordinal))) throw packed.Damaged("its files are not those of its manifest");

        var origin = $"{Path.GetFileName(archive)}, version {manifest.Version} of '{manifest.Model}'";
        var entry = HistoryEntry.Of(HistoryAction.Import, 0, note with { Why = note.Why is null ? origin : $"{note.Why} ({origin})" });
        return model.Publish(draft, described, entry, cancellationToken);
    }
}
