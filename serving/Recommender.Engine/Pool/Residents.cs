using System.Collections.Concurrent;
using Recommender.Core.Store;

namespace Recommender.Engine.Pool;

/// <summary>Every version whose files are mapped: the live ones, and former ones until their last reader lets go.</summary>
sealed class Residents
{
    readonly ConcurrentDictionary<LiveVersion, byte> _versions = [];
    long _bytes;

    /// <summary>The bytes of their files.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>All of them.</summary>
    public ICollection<LiveVersion> Versions => _versions.Keys;

    public void Add(LiveVersion version)
    {
        _versions[version] = 0;
        Interlocked.Add(ref _bytes, BytesOf(version.Manifest));
    }

    public void Remove(LiveVersion version)
    {
        if (_versions.TryRemove(version, out _)) Interlocked.Add(ref _bytes, -BytesOf(version.Manifest));
    }

    /// <summary>What of a version is in memory: reports and figures stand in its folder too.</summary>
    public static long BytesOf(ModelManifest manifest) =>
        manifest.Files.Where(file => file.Name.EndsWith(".safetensors", StringComparison.Ordinal) || file.Name.EndsWith(".hashes", StringComparison.Ordinal)).Sum(file => file.Bytes);
}
