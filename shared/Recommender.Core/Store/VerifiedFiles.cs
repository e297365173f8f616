using System.Collections.Concurrent;

namespace Recommender.Core.Store;

/// <summary>
/// Remembers which files were held against their hash, by path, size and time of the last write, so that a process that opens a version
/// again does not read it again. A file that was written to within the last seconds is not remembered: its time cannot tell two writes apart.
/// </summary>
public sealed class VerifiedFiles(TimeProvider clock)
{
    const int Most = 10_000;   // a process that lives for years sees new versions every day

    static readonly TimeSpan AtRest = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<(string Path, long Bytes, DateTime Written), string> _hashes = [];

    /// <summary>The SHA-256 of a file, read only when it is not known yet.</summary>
    internal string Hash(FileInfo file, CancellationToken cancellationToken)
    {
        var identity = (file.FullName, file.Length, file.LastWriteTimeUtc);
        if (_hashes.TryGetValue(identity, out var known)) return known;

        var hash = FileHash.Of(file.FullName, cancellationToken);
        if (clock.GetUtcNow().UtcDateTime - identity.LastWriteTimeUtc <= AtRest) return hash;

        if (_hashes.Count >= Most) _hashes.Clear();
        _hashes[identity] = hash;
        return hash;
    }
}
