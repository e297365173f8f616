using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Storage.Snapshots;

/// <summary><c>data verify</c>: holds everything under a home's data against what was written down when it was written.</summary>
public sealed class Verification
{
    readonly HomeFolder _home;
    readonly List<Fault> _faults = [];
    readonly List<(string Folder, SnapshotFile File)> _files = [];
    int _snapshots;

    Verification(HomeFolder home) => _home = home;

    /// <summary>Checks every tenant's key and list, every pointer, every snapshot's every file and that no leftovers lie about.</summary>
    public static VerifyReport Run(HomeFolder home, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        new Verification(home).Run(progress, cancellationToken);

    VerifyReport Run(IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        Attempt(_home.Path, () => HomeFormat.Check(_home.Path));
        foreach (var tenant in _home.Tenants) CheckTenant(tenant);
        if (!WriterLock.IsHeld(_home))
        {
            foreach (var path in Leftovers.Find(_home))
                _faults.Add(new(path, "is a leftover of interrupted work.", "The next import clears it."));
        }
        CheckFiles(progress, cancellationToken);
        return new(_snapshots, _files.Count, _files.Sum(entry => entry.File.Bytes), [.. _faults.OrderBy(fault => fault.Path, StringComparer.Ordinal)]);
    }

    void CheckTenant(TenantFolder tenant)
    {
        if (!FolderName.IsAllowed(tenant.Name)) _faults.Add(new(tenant.Path, "is not the name of a tenant.", "Move it out of the data folder."));
        Attempt(Path.Combine(tenant.Path, "key"), () => _ = tenant.Key);
        Attempt(Path.Combine(tenant.Path, "suppressed.jsonl"), () => CheckSuppressions(tenant));
        foreach (var dataset in tenant.Datasets) CheckDataset(dataset);
    }

    void CheckSuppressions(TenantFolder tenant)
    {
        var list = tenant.Suppressions;
        if (list.Pending.Count > 0)
            _faults.Add(new(tenant.Path, $"has {list.Pending.Count} begun and unfinished removals of a person.", "Run the same data forget again, or any import."));
        if (list.Count > 0 && tenant.Key is null)
            _faults.Add(new(tenant.Path, "has a suppression list and no key: nobody on it can be recognised.", "Put back the file 'key' from a backup."));
    }

    void CheckDataset(DatasetFolder dataset)
    {
        var pointer = Path.Combine(dataset.Path, CurrentSnapshot.FileName);
        Attempt(pointer, () =>
        {
            var current = CurrentSnapshot.Read(dataset.Path);
            foreach (var name in current is null ? [] : (IEnumerable<string>)[current.Current, .. current.Previous])
            {
                if (!Directory.Exists(Path.Combine(dataset.Path, name)))
                    _faults.Add(new(pointer, $"names {name}, which is missing.", $"{SnapshotCure.PutBack}"));
            }
        });
        foreach (var name in VisibleFolder.Names(dataset.Path)) CheckSnapshot(Path.Combine(dataset.Path, name));
    }

    void CheckSnapshot(string folder)
    {
        _snapshots++;
        Attempt(folder, () =>
        {
            var manifest = SnapshotManifest.Read(folder);
            if (SnapshotHash.Of(manifest) != manifest.Hash)
                _faults.Add(new(Path.Combine(folder, SnapshotManifest.FileName), "was changed: its hash is not that of what it lists.", SnapshotCure.PutBack));
            if (manifest.Hash[..12] != Path.GetFileName(folder)[^12..])
                _faults.Add(new(folder, $"holds the snapshot {manifest.Hash[..12]}.", $"Name the folder {manifest.FolderName}."));

            foreach (var file in manifest.Files) _files.Add((folder, file));
            var known = manifest.Files.Select(file => file.Name).Append(SnapshotManifest.FileName).ToHashSet();
            foreach (var path in Directory.EnumerateFileSystemEntries(folder).Where(path => !known.Contains(Path.GetFileName(path))))
                _faults.Add(new(path, "does not belong to its snapshot.", "Move it elsewhere: snapshots are never edited."));
        });
    }

    void CheckFiles(IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var total = _files.Sum(entry => entry.File.Bytes);
        long done = 0;
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(_files, options, entry =>
        {
            var fault = SnapshotCheck.Fault(entry.Folder, entry.File, cancellationToken);
            if (fault is not null)
            {
                lock (_faults) _faults.Add(new(Path.Combine(entry.Folder, entry.File.Name), $"{fault}.", SnapshotCure.PutBack));
            }
            progress?.Report(new(Interlocked.Add(ref done, entry.File.Bytes), total, entry.File.Name));
        });
    }

    void Attempt(string path, Action check)
    {
        try
        {
            check();
        }
        catch (UserErrorException fault)
        {
            _faults.Add(new(path, fault.Message, ""));
        }
        catch (Exception unreadable) when (WriteFailure.Sentence(unreadable, path) is not null)
        {
            _faults.Add(new(path, unreadable.Message, "Change its permissions."));
        }
    }
}
