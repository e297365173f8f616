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

    /// <summary>Whether anything was ever published under the name.</summary>
    public bool IsThere => Versions.Count > 0 || File.Exists(Path.Combine(Folder, ModelHistory.FileName));

    /// <summary>The published versions, oldest first.</summary>
    public IReadOnlyList<int> Versions => VersionFolders.In(Folder);

    /// <summary>Which version each alias points at. Where aliases.json was lost, the history says it.</summary>
    public IReadOnlyDictionary<string, int> Aliases => AliasFile.Read(Folder) ?? ModelHistory.Aliases(History);

    /// <summary>Who did what, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> History => ModelHistory.Read(Folder);

    /// <summary>The versions that an alias pointed at, the present one last, as rollback goes back through them.</summary>
    public IReadOnlyList<int> Trail(string alias) => ModelHistory.Trail(History, alias);

    /// <summary>Where a version stands, or would stand.</summary>
    public string PathOf(int version) => VersionFolders.PathOf(Folder, version);

    /// <summary>One version; a number that is not there is an error that names those that are.</summary>
    public SealedFolder Version(int version)
    {
        var folder = PathOf(version);
        if (!Directory.Exists(folder)) throw new UserErrorException($"'{Name}' has no version {version}. It has: {Listed()}.");

        var read = SealedFolder.Read(folder);
        return read.Manifest.Model == Name && read.Manifest.Version == version ? read
            : throw new UserErrorException($"{folder} holds {(read.Manifest.Version is { } number ? $"version {number} of '{read.Manifest.Model}'" : "a model that was published nowhere")}: somebody put it there. "
                + "Move it back; versions change their place by: recommender models export, recommender models import.");
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

    /// <summary>The version that is meant, with its manifest; an alias that points nowhere is an error with the way out.</summary>
    public SealedFolder Find(string? which)
    {
        var (version, alias) = (Resolve(which), which ?? Production);
        return Versions.Contains(version) || !Aliases.ContainsKey(alias) ? Version(version)
            : throw new UserErrorException($"The alias '{alias}' of '{Name}' points at version {version}, which is not there. It has: {Listed()}. Point it at one of them: recommender models promote {Name}@<version> --alias {alias}.");
    }

    /// <summary>A hidden folder for a new version. Leftovers are cleared by the next writer of the home, so hold its lock until the draft is published.</summary>
    public VersionDraft Draft() => new(Folder);

    /// <summary>Gives the draft the next number and makes it visible in one step.</summary>
    public SealedFolder Publish(VersionDraft draft, ModelManifest manifest, HistoryNote note, CancellationToken cancellationToken) =>
        Publish(draft, ManifestFile.Describe(draft.Folder, manifest, draft.Hashed, cancellationToken), HistoryEntry.Of(HistoryAction.Publish, 0, note), cancellationToken);

    // What takes long comes before the lock: others wait for no more than a small file and a rename.
    internal SealedFolder Publish(VersionDraft draft, ModelManifest described, HistoryEntry entry, CancellationToken cancellationToken)
    {
        DurableFolder.Flush(draft.Folder);
        using var change = ModelChange.Begin(this, cancellationToken);
        MustBeOfTheKind(described);
        return change.Publish(draft, described, entry);
    }

    // Who serves a model knows what to ask it: a matrix where customers are scored, or the other way round, would answer nobody.
    void MustBeOfTheKind(ModelManifest manifest)
    {
        if (Versions.Reverse().Select(ManifestOf).FirstOrDefault(known => known is not null) is { } former && IsMatrix(former) != IsMatrix(manifest))
            throw new UserErrorException($"'{Name}' holds {(IsMatrix(former) ? "cross-sell matrices" : "models that score customers")}, and '{manifest.Trainer}' is none. Give it a name of its own.");
    }

    // One that is damaged does not keep the next from being published.
    ModelManifest? ManifestOf(int version)
    {
        try
        {
            return Version(version).Manifest;
        }
        catch (UserErrorException)
        {
            return null;
        }
    }

    static bool IsMatrix(ModelManifest manifest) => manifest.Trainer == Baskets.CrossSell.CrossSellMatrix.Name;

    /// <summary>Points an alias at a version.</summary>
    public void Promote(int version, string alias, HistoryNote note, CancellationToken cancellationToken)
    {
        AliasFile.Check(alias);
        using var change = ModelChange.Begin(this, cancellationToken);
        _ = Version(version);
        change.Point(alias, HistoryEntry.Of(HistoryAction.Promote, version, note));
    }

    /// <summary>Points an alias at the version it pointed at before; that must still be there, and be what was written.</summary>
    public int Rollback(string alias, HistoryNote note, CancellationToken cancellationToken)
    {
        using var change = ModelChange.Begin(this, cancellationToken);
        var aliases = Aliases;
        if (!aliases.TryGetValue(alias, out var present))
            throw new UserErrorException($"'{Name}' has no alias '{alias}', so there is nothing to roll back.{Suggestion.For(alias, aliases.Keys)} See: recommender models list.");

        var former = RetentionRule.Former(Trail(alias), present, Versions)
            ?? throw new UserErrorException($"'{alias}' of '{Name}' stands at version {present}, and nothing before it is left to go back to. '{Name}' has the versions: {Listed()}. Point it at one of them: recommender models promote {Name}@<version>{(alias == Production ? "" : $" --alias {alias}")}.");
        Version(former).Demand(known: null, cancellationToken);
        change.Point(alias, HistoryEntry.Of(HistoryAction.Rollback, former, note));
        return former;
    }

    /// <summary>Removes what the rule does not keep: never a version that an alias points at, nor the one that its rollback would go to.</summary>
    public IReadOnlyList<int> Prune(int keep, HistoryNote note, CancellationToken cancellationToken)
    {
        using var change = ModelChange.Begin(this, cancellationToken);
        var removed = Prunable(keep);
        foreach (var version in removed) change.Remove(version, note);
        return removed;
    }

    /// <summary>What <see cref="Prune"/> would remove: all but the newest <paramref name="keep"/>, the aliased ones and their predecessors.</summary>
    public IReadOnlyList<int> Prunable(int keep)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(keep);
        var kept = RetentionRule.Kept(this, keep);
        return [.. Versions.Where(version => !kept.Contains(version))];
    }

    string Listed() => Versions is { Count: > 0 } versions ? string.Join(", ", versions) : "none";
}
