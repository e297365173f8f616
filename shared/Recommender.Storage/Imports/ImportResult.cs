using Recommender.Storage.Profiles;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Imports;

/// <summary>What an import did: the snapshot that is current now.</summary>
/// <param name="Written">False when the same snapshot existed already.</param>
/// <param name="Replaced">Lines of the former snapshot that an appended source brought anew.</param>
/// <param name="Found">How the source was understood.</param>
public sealed record ImportResult(SnapshotFolder Snapshot, bool Written, long Replaced, SnapshotProfile Profile, Understanding Found, TimeSpan Elapsed);
