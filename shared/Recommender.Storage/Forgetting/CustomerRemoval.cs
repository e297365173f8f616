using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Forgetting;

/// <summary>
/// <c>data forget</c>: takes a person out of every snapshot of a tenant, history included, and out of its scores. The suppression entry comes first and is
/// marked done last, so what a crash broke off is finished by whoever writes next, from the keyed hash alone.
/// </summary>
public sealed class CustomerRemoval(TenantFolder tenant, WriterLock writer, DuckDBConnection connection, ForgettingContext context)
{
    /// <summary>Forgets one customer; without any trace of that id the suppression stands all the same.</summary>
    public ForgetReceipt Forget(string customer, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var id = CustomerIds.Normalise(connection, customer, cancellationToken);
        if (id.Length == 0) throw new UserErrorException("The customer id is empty; name one as it stands in the data.");

        var hash = TenantKey.Ensure(tenant, writer).Hash(id);
        tenant.Suppressions.Add(new(hash, SuppressionState.Pending, Now()), writer);
        return Finish(hash, id, progress, cancellationToken);
    }

    /// <summary>Finishes what earlier calls began and did not end; every writer calls it before its own work.</summary>
    public IReadOnlyList<ForgetReceipt> FinishPending(IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        [.. tenant.Suppressions.Pending.Select(entry => Finish(entry.Customer, id: null, progress, cancellationToken))];

    ForgetReceipt Finish(string hash, string? id, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var key = TenantKey.Ensure(tenant, writer);
        var snapshots = tenant.Datasets.SelectMany(dataset => dataset.All.Select(snapshot => (Dataset: dataset, Snapshot: snapshot))).ToArray();
        List<ForgottenSnapshot> forgotten = [];
        Dictionary<string, string> renamed = [];
        for (var at = 0; at < snapshots.Length; at++)
        {
            var (dataset, snapshot) = snapshots[at];
            progress?.Report(new(at, snapshots.Length, $"{dataset.Name} {snapshot.Name}"));
            var person = new SnapshotPeople(connection, snapshot).Find(candidate => key.Hash(candidate) == hash, id, cancellationToken);
            if (Rewrite(dataset, snapshot, person, renamed, cancellationToken) is { } rewritten) forgotten.Add(rewritten);
        }
        var scores = new ScoredPeople(tenant, connection).Forget(candidate => key.Hash(candidate) == hash, context.Says, cancellationToken);
        progress?.Report(new(snapshots.Length, snapshots.Length, "done"));
        tenant.Suppressions.Add(new(hash, SuppressionState.Done, Now()), writer);
        return new(tenant.Name, hash, Now(), forgotten) { Scores = scores };
    }

    ForgottenSnapshot? Rewrite(
        DatasetFolder dataset, SnapshotFolder snapshot, Person person, Dictionary<string, string> renamed, CancellationToken cancellationToken)
    {
        if (!person.IsHeld && !new SnapshotPeople(connection, snapshot).IsMentioned(person, cancellationToken)) return null;

        using var staging = dataset.CreateStaging(writer);
        var rewriting = new SnapshotWithoutPerson(connection, snapshot, person);
        var manifest = WriteFailure.Explain(dataset.Path, () => rewriting.Write(staging, context.RewriteProfile, cancellationToken));
        if (manifest.Parent is { } parent && renamed.TryGetValue(parent, out var newParent)) manifest = manifest with { Parent = newParent };

        dataset.Replace(snapshot, staging, manifest, writer);
        renamed[snapshot.Manifest.Hash] = manifest.Hash;
        return new(dataset.Name, snapshot.Manifest.Hash, manifest.Hash, rewriting.Removed);
    }

    DateTime Now() => context.Clock.GetUtcNow().UtcDateTime;
}
