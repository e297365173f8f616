namespace Recommender.Core.Store;

/// <summary>
/// A change of a model by the one who holds its lock. Whoever begins one first finishes what a crash cut off: an alias that its
/// line in the history had moved already, and the line of a version that was published without one.
/// </summary>
sealed class ModelChange : IDisposable
{
    readonly StoredModel _model;
    readonly ModelLock _held;

    ModelChange(StoredModel model, ModelLock held) => (_model, _held) = (model, held);

    public static ModelChange Begin(StoredModel model, CancellationToken cancellationToken)
    {
        var change = new ModelChange(model, ModelLock.Acquire(model.Folder, cancellationToken));
        try
        {
            change.FinishAliases();
            change.FinishVersions();
            return change;
        }
        catch
        {
            change.Dispose();
            throw;
        }
    }

    public void Dispose() => _held.Dispose();

    /// <summary>Gives a draft that is described and flushed the next number and makes it visible. A number is never given twice, pruned ones included.</summary>
    public SealedFolder Publish(VersionDraft draft, ModelManifest described, HistoryEntry entry)
    {
        var version = _model.Versions.Concat(_model.History.Select(past => past.Version)).DefaultIfEmpty().Max() + 1;
        int? parent = _model.Aliases.TryGetValue(StoredModel.Production, out var live) ? live : null;
        var manifest = ManifestFile.Write(draft.Folder, described with { Model = _model.Name, Version = version, Parent = parent });
        var folder = VersionFolders.PathOf(_model.Folder, version);
        DurableFolder.Rename(draft.Folder, folder);
        try
        {
            Append(entry with { Version = version });
        }
        catch
        {
            DurableFolder.Remove(folder);   // a full disk: what is reported as failed is not to be found later
            throw;
        }
        return new(folder, manifest);
    }

    /// <summary>Moves an alias, in the history first.</summary>
    public void Point(string alias, HistoryEntry entry)
    {
        var aliases = Aliases();
        Append(entry with { Alias = alias, From = aliases.TryGetValue(alias, out var present) ? present : null });
        aliases[alias] = entry.Version;
        AliasFile.Write(_model.Folder, aliases);
    }

    /// <summary>Removes a version, in the history first.</summary>
    public void Remove(int version, HistoryNote note)
    {
        Append(HistoryEntry.Of(HistoryAction.Prune, version, note));
        DurableFolder.Remove(VersionFolders.PathOf(_model.Folder, version));
    }

    // Where the crash came between line and alias, the alias still points where the line came from. One that points elsewhere was put there by hand.
    void FinishAliases()
    {
        var aliases = Aliases();
        var behind = _model.History.Where(entry => entry.Alias is not null).GroupBy(entry => entry.Alias!).Select(moves => moves.Last())
            .Where(last => (aliases.TryGetValue(last.Alias!, out var present) ? present : null as int?) is var now && now != last.Version && now == last.From).ToArray();
        if (behind.Length == 0) return;

        foreach (var last in behind) aliases[last.Alias!] = last.Version;
        AliasFile.Write(_model.Folder, aliases);
    }

    void FinishVersions()
    {
        var told = _model.History.Where(entry => entry.Action is HistoryAction.Publish or HistoryAction.Import).Select(entry => entry.Version).ToHashSet();
        foreach (var version in _model.Versions.Where(version => !told.Contains(version)))
        {
            if (Readable(version) is { } manifest)
                Append(new() { At = manifest.Created, Who = "unknown", Action = HistoryAction.Publish, Version = version, Why = "added later: its publisher ended before it could write this line" });
        }
    }

    ModelManifest? Readable(int version)
    {
        try
        {
            return _model.Version(version).Manifest;
        }
        catch (UserErrorException)
        {
            return null;   // damaged or moved: verify names it, and there is nothing to tell of it
        }
    }

    SortedDictionary<string, int> Aliases() => new(_model.Aliases.ToDictionary(), StringComparer.Ordinal);

    void Append(HistoryEntry entry) => ModelHistory.Append(_model.Folder, entry);
}
