using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Storage.Snapshots;

/// <summary>A dataset's snapshots and the pointer to the current one. Reading takes no lock and never sees half a snapshot.</summary>
public sealed class DatasetFolder
{
    const int ShortestPrefix = 4;

    internal DatasetFolder(TenantFolder tenant, string name)
    {
        Tenant = tenant;
        Name = name;
        Path = System.IO.Path.Combine(tenant.Path, name);
    }

    /// <summary>The tenant it belongs to.</summary>
    public TenantFolder Tenant { get; }

    /// <summary>The dataset's name.</summary>
    public string Name { get; }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>Every snapshot on disk, oldest first, those that were undone too.</summary>
    public IReadOnlyList<SnapshotFolder> All =>
        [.. VisibleFolder.Names(Path).Where(Exists).Select(name => SnapshotFolder.Read(System.IO.Path.Combine(Path, name)))];

    /// <summary>The current snapshot; an error with the cure when there is none or its folder is missing.</summary>
    public SnapshotFolder Current => CurrentOrNull
        ?? throw new UserErrorException(
            $"The dataset '{Name}' of tenant '{Tenant.Name}' has no data in {Tenant.Home.Path}. Import some: recommender import <file> --dataset {Name}.");

    /// <summary>The current snapshot, or null when nothing was imported yet.</summary>
    public SnapshotFolder? CurrentOrNull
    {
        get
        {
            for (var pointer = CurrentSnapshot.Read(Path); ;)
            {
                if (pointer is null) return null;
                if (Exists(pointer.Current)) return Open(pointer.Current);

                // A writer may have moved the pointer and removed the folder since it was read.
                var again = CurrentSnapshot.Read(Path);
                if (again?.Current == pointer.Current) return Open(pointer.Current);

                pointer = again;
            }
        }
    }

    /// <summary>The current snapshot where every file of it is there with its size; null where one, or all of it, was removed, so that an import is to be made again.</summary>
    public SnapshotFolder? CurrentIfThere
    {
        get
        {
            try
            {
                return CurrentOrNull is { } current && current.Manifest.Files.All(file => IsThere(System.IO.Path.Combine(current.Path, file.Name), file.Bytes)) ? current : null;
            }
            catch (UserErrorException)
            {
                return null;   // the folder that the pointer names is missing or damaged: publishing writes both anew
            }
        }
    }

    /// <summary>The snapshots that <see cref="Undo"/> would go back to, latest first.</summary>
    public IReadOnlyList<SnapshotFolder> Previous => [.. (CurrentSnapshot.Read(Path)?.Previous ?? []).Select(Open)];

    /// <summary>The one snapshot whose hash begins with <paramref name="prefix"/>.</summary>
    public SnapshotFolder Find(string prefix)
    {
        var wanted = prefix.Trim().ToLowerInvariant();
        SnapshotFolder[] found = wanted.Length < ShortestPrefix
            ? [] : [.. All.Where(snapshot => snapshot.Manifest.Hash.StartsWith(wanted, StringComparison.Ordinal))];
        return found.Length == 1 ? found[0] : throw new UserErrorException(found.Length == 0
            ? $"No snapshot of '{Name}' has a hash that begins with '{prefix}' (give {ShortestPrefix} digits or more). See: recommender data list."
            : $"{found.Length} snapshots of '{Name}' have hashes that begin with '{prefix}'. Give more digits: {string.Join(", ", found.Select(f => f.Manifest.Hash[..12]))}.");
    }

    /// <summary>A new hidden folder to write a snapshot in.</summary>
    public StagingFolder CreateStaging(WriterLock writer)
    {
        writer.MustHold(Tenant.Home);
        return new StagingFolder(Path);
    }

    /// <summary>
    /// Makes the staged files a snapshot and the current one. When a snapshot of that hash exists already, it is made current and
    /// nothing is written. The manifest must be <see cref="SnapshotManifest.Sealed"/>.
    /// </summary>
    public Publication Publish(StagingFolder staging, SnapshotManifest manifest, WriterLock writer)
    {
        writer.MustHold(Tenant.Home);
        var publication = Store(staging, manifest);
        var pointer = CurrentSnapshot.ReadOrNull(Path);
        var moved = CurrentSnapshot.After(pointer, publication.Snapshot.Name);
        if (moved != pointer) moved.Write(Path);
        return publication;
    }

    /// <summary>Goes back to the snapshot that was current before, and returns it; the one left stays on disk.</summary>
    public SnapshotFolder Undo(WriterLock writer)
    {
        writer.MustHold(Tenant.Home);
        var pointer = CurrentSnapshot.Read(Path);
        var earlier = pointer?.Previous.SkipWhile(name => !Exists(name)).ToArray();
        if (earlier is null or [])
            throw new UserErrorException($"The dataset '{Name}' has no earlier snapshot to go back to. See: recommender data list.");

        var target = Open(earlier[0]);
        new CurrentSnapshot(target.Name, earlier[1..]).Write(Path);
        return target;
    }

    /// <summary>
    /// Puts the staged files in the place of <paramref name="old"/>: in the list of snapshots and wherever the pointer names it;
    /// then the old folder is removed. Broken off anywhere, the same call can be made again.
    /// </summary>
    internal void Replace(SnapshotFolder old, StagingFolder staging, SnapshotManifest manifest, WriterLock writer)
    {
        writer.MustHold(Tenant.Home);
        var snapshot = Store(staging, manifest).Snapshot;
        if (snapshot.Name == old.Name) return;

        CurrentSnapshot.Read(Path)?.Renamed(old.Name, snapshot.Name).Write(Path);
        DurableFolder.Remove(old.Path);
    }

    Publication Store(StagingFolder staging, SnapshotManifest manifest)
    {
        var path = System.IO.Path.Combine(Path, manifest.FolderName);
        foreach (var name in VisibleFolder.Names(Path).Where(name => name.EndsWith(manifest.Hash[..12], StringComparison.Ordinal)))
        {
            var existing = System.IO.Path.Combine(Path, name);
            if (SnapshotCheck.IsWhole(existing, manifest.Hash)) return new(SnapshotFolder.Read(existing), Written: false);

            // Importing again is the cure for a damaged snapshot: it keeps its place, so that the pointers to it stay right.
            DurableFolder.Remove(existing);
            path = existing;
        }
        manifest.Write(staging.Path);
        DurableFolder.Publish(staging.Path, path);
        return new(SnapshotFolder.Read(path), Written: true);
    }

    static bool IsThere(string path, long bytes) => new FileInfo(path) is { Exists: true } file && file.Length == bytes;

    bool Exists(string folder) => Directory.Exists(System.IO.Path.Combine(Path, folder));

    SnapshotFolder Open(string folder) => Exists(folder)
        ? SnapshotFolder.Read(System.IO.Path.Combine(Path, folder))
        : throw new UserErrorException(
            $"{System.IO.Path.Combine(Path, CurrentSnapshot.FileName)} names {folder}, which is missing. "
            + $"Import again, go back with: recommender data undo --dataset {Name}, or restore a backup.");
}
