namespace Recommender.Core.Store;

/// <summary>A model's folder whose manifest was read and vouches for itself; its files are not looked at yet.</summary>
public sealed record SealedFolder(string Path, ModelManifest Manifest)
{
    /// <summary>Reads the manifest; a folder without one, or with a damaged one, is an error with the cure.</summary>
    public static SealedFolder Read(string folder) => new(folder, ManifestFile.Read(folder));

    /// <summary>Throws when the manifest does not name one of these files.</summary>
    public void MustName(params IEnumerable<string> names)
    {
        if (names.FirstOrDefault(name => !Manifest.Files.Any(file => file.Name == name)) is { } missing)
            throw new UserErrorException($"{System.IO.Path.Combine(Path, ModelManifest.FileName)} names no {missing}. Train the model again or put it back from a backup.");
    }

    /// <summary>Throws when a file is not what was written; those that <paramref name="known"/> remembers are not read again.</summary>
    public void Demand(VerifiedFiles? known, CancellationToken cancellationToken)
    {
        if (Faults(known, cancellationToken) is [var first, ..]) throw new UserErrorException($"{first} Train the model again or put it back from a backup.");
    }

    /// <summary>Every file that is missing, changed or does not belong there, in a sentence each; all are read, side by side.</summary>
    public IReadOnlyList<string> Problems(CancellationToken cancellationToken) => [.. Faults(known: null, cancellationToken), .. Strangers()];

    string[] Faults(VerifiedFiles? known, CancellationToken cancellationToken)
    {
        var found = new string?[Manifest.Files.Count];
        Parallel.For(0, found.Length, new() { CancellationToken = cancellationToken }, at => found[at] = Fault(Manifest.Files[at], known, cancellationToken));
        return [.. found.OfType<string>()];
    }

    string? Fault(ModelFile file, VerifiedFiles? known, CancellationToken cancellationToken)
    {
        var seen = new FileInfo(System.IO.Path.Combine(Path, file.Name));
        try
        {
            return seen.LinkTarget is not null ? $"{seen.FullName} is a link instead of a file."
                : !seen.Exists ? $"{seen.FullName} is missing."
                : seen.Length != file.Bytes ? $"{seen.FullName} has {seen.Length} bytes instead of {file.Bytes}."
                : (known?.Hash(seen, cancellationToken) ?? FileHash.Of(seen.FullName, cancellationToken)) != file.Sha256 ? $"{seen.FullName} is not what was written: its hash differs."
                : null;
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return $"{seen.FullName} cannot be read: {unread.Message}";
        }
    }

    IEnumerable<string> Strangers() =>
        Directory.EnumerateFileSystemEntries(Path).Select(path => System.IO.Path.GetFileName(path))
            .Where(name => name != ModelManifest.FileName && !Manifest.Files.Any(file => file.Name == name)).Order(StringComparer.Ordinal)
            .Select(name => $"{System.IO.Path.Combine(Path, name)} does not belong to the model: its manifest does not name it.");
}
