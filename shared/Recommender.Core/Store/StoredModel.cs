using System.Globalization;

namespace Recommender.Core.Store;

/// <summary>
/// One model of a store: its versions, aliases and history. Reading takes no lock. Whoever changes it holds a lock of the model for as
/// long as a rename takes; a version once published is never edited.
/// </summary>
public sealed class StoredModel
{
    /// <summary>The alias that is served where nothing else is said.</summary>
    public const string Production = "production";

    internal StoredModel(string folder) => (Folder, Name) = (folder, Path.GetFileName(folder));

    /// <summary>The absolute path.</summary>
    public string Folder { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The published versions, oldest first.</summary>
    public IReadOnlyList<int> Versions => Directory.Exists(Folder) ? [.. Directory.EnumerateDirectories(Folder).Select(Number).OfType<int>().Order()] : [];

    /// <summary>Which version each alias points at.</summary>
    public IReadOnlyDictionary<string, int> Aliases => AliasFile.Read(Folder);

    /// <summary>Who did what, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> History => ModelHistory.Read(Folder);

    /// <summary>The versions that an alias pointed at, the present one last, as rollback goes back through them.</summary>
    public IReadOnlyList<int> Trail(string alias) => ModelHistory.Trail(History, alias);

    /// <summary>One version; a number that is not there is an error that names those that are.</summary>
    public SealedFolder Version(int version)
    {
        var folder = FolderOf(version);
        if (!Directory.Exists(folder)) throw new UserErrorException($"'{Name}' has no version {version}. It has: {Listed()}.");

        var read = SealedFolder.Read(folder);
        return read.Manifest.Model == Name && read.Manifest.Version == version ? read
            : throw new UserErrorException($"{folder} calls itself version {read.Manifest.Version} of '{read.Manifest.Model}'. Somebody moved it; bring a version from elsewhere by: recommender models import.");
    }

    /// <summary>The version that an alias or a number means; null means production, or the newest where nothing is live.</summary>
    public int Resolve(string? which)
    {
        var aliases = Aliases;
        if (which is null) return aliases.TryGetValue(Production, out var live) ? live : Versions is [.., var newest] ? newest : throw new UserErrorException($"'{Name}' has no version yet.");
        if (aliases.TryGetValue(which, out var version)) return version;
        if (int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;

        throw new UserErrorException($"'{Name}' has no alias '{which}'.{Suggestion.For(which, aliases.Keys)} Its aliases: {(aliases.Count == 0 ? "none" : string.Join(", ", aliases.Keys))}; its versions: {Listed()}.");
    }

    /// <summary>A hidden folder for a new version.</summary>
    public VersionDraft Draft() => new(Folder);

    /// <summary>Gives the draft the next number and makes it visible in one step.</summary>
    public SealedFolder Publish(VersionDraft draft, ModelManifest manifest, HistoryNote note, CancellationToken cancellationToken) =>
        Publish(draft, ManifestFile.Describe(draft.Folder, manifest, cancellationToken), HistoryEntry.Of(HistoryAction.Publish, 0, note), cancellationToken);

    internal SealedFolder Publish(VersionDraft draft, ModelManifest described, HistoryEntry entry, CancellationToken cancellationToken)
    {
        using var held = Change(cancellationToken);
        var version = Versions.Concat(History.Select(past => past.Version)).DefaultIfEmpty().Max() + 1;
        int? parent = Aliases.TryGetValue(Production, out var live) ? live : null;
        var manifest = ManifestFile.Write(draft.Folder, described with { Model = Name, Version = version, Parent = parent });
        DurableFolder.Publish(draft.Folder, FolderOf(version));
        ModelHistory.Append(Folder, entry with { Version = version });
        return new(FolderOf(version), manifest);
    }

    /// <summary>Points an alias at a version.</summary>
    public void Promote(int version, string alias, HistoryNote note, CancellationToken cancellationToken)
    {
        _ = Version(version);
        using var held = Change(cancellationToken);
        Point(AliasFile.Check(alias), HistoryEntry.Of(HistoryAction.Promote, version, note));
    }

    /// <summary>Points an alias at the version it pointed at before; that must still be there.</summary>
    public int Rollback(string alias, HistoryNote note, CancellationToken cancellationToken)
    {
        using var held = Change(cancellationToken);
        var trail = Trail(alias);
        if (!Aliases.TryGetValue(alias, out var present)) throw new UserErrorException($"'{Name}' has no alias '{alias}', so there is nothing to roll back.");

        var versions = Versions;
        var former = trail.Where(version => version != present && versions.Contains(version)).Select(version => (int?)version).LastOrDefault()
            ?? throw new UserErrorException($"'{alias}' of '{Name}' has always pointed at version {present}, or what it pointed at before was pruned. Promote another version: recommender models promote {Name} <version>.");
        Point(alias, HistoryEntry.Of(HistoryAction.Rollback, former, note));
        return former;
    }

    /// <summary>Removes what the rule does not keep: never a version that an alias points at, nor the one that its rollback would go to.</summary>
    public IReadOnlyList<int> Prune(int keep, HistoryNote note, CancellationToken cancellationToken)
    {
        using var held = Change(cancellationToken);
        var removed = Prunable(keep);
        foreach (var version in removed)
        {
            ModelHistory.Append(Folder, HistoryEntry.Of(HistoryAction.Prune, version, note));
            DurableFolder.Remove(FolderOf(version));
        }
        return removed;
    }

    /// <summary>What <see cref="Prune"/> would remove: all but the newest <paramref name="keep"/>, the aliased ones and their predecessors.</summary>
    public IReadOnlyList<int> Prunable(int keep)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(keep);
        var (versions, aliases, history) = (Versions, Aliases, History);
        var kept = versions.TakeLast(keep).Concat(aliases.Values)
            .Concat(aliases.SelectMany(alias => ModelHistory.Trail(history, alias.Key).Where(version => version != alias.Value && versions.Contains(version)).TakeLast(1))).ToHashSet();
        return [.. versions.Where(version => !kept.Contains(version))];
    }

    void Point(string alias, HistoryEntry entry)
    {
        int? from = Aliases.TryGetValue(alias, out var present) ? present : null;
        ModelHistory.Append(Folder, entry with { Alias = alias, From = from });
        AliasFile.Set(Folder, alias, entry.Version);
    }

    // The history is written first. Where a crash came between it and the alias, the alias still points where the last line came from.
    ModelLock Change(CancellationToken cancellationToken)
    {
        var held = ModelLock.Acquire(Folder, cancellationToken);
        try
        {
            foreach (var last in History.Where(entry => entry.Alias is not null).GroupBy(entry => entry.Alias!).Select(entries => entries.Last()))
            {
                int? present = Aliases.TryGetValue(last.Alias!, out var version) ? version : null;
                if (present != last.Version && present == last.From) AliasFile.Set(Folder, last.Alias!, last.Version);
            }
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    string Listed() => Versions is { Count: > 0 } versions ? string.Join(", ", versions) : "none";

    string FolderOf(int version) => Path.Combine(Folder, version.ToString("D4", CultureInfo.InvariantCulture));

    static int? Number(string folder) => Path.GetFileName(folder) is { Length: >= 4 } name && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0 && number.ToString("D4", CultureInfo.InvariantCulture) == name ? number : null;
}
