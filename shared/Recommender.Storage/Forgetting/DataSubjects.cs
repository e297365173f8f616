using System.Text.Encodings.Web;
using System.Text.Json;
using DuckDB.NET.Data;
using Recommender.Storage.Homes;
using Recommender.Storage.Profiles;

namespace Recommender.Storage.Forgetting;

/// <summary>The rights of the people whose purchases a tenant holds: to be forgotten, and to know what is held.</summary>
public sealed class DataSubjects(HomeFolder home, string tenant, TimeProvider clock)
{
    static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);
    static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Takes a person out of everything, and keeps them out of later imports.</summary>
    public ForgetReceipt Forget(string customer, Action<string> says, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        using var writer = WriterLock.Acquire(home, "forget", Wait, says, cancellationToken);
        using var work = new WorkDatabase(home);
        return Removal((work.Connection, says), writer, cancellationToken).Forget(customer, progress, cancellationToken);
    }

    /// <summary>Writes everything that is held on a person as one JSON document; gives the number of rows.</summary>
    public long Export(string customer, Stream output, CancellationToken cancellationToken)
    {
        using var work = new WorkDatabase(home);
        using var json = new Utf8JsonWriter(output, Readable);
        return new PersonExport(home.Tenant(tenant), work.Connection, clock).Write(customer, json, cancellationToken);
    }

    /// <summary>Finishes removals that a crash broke off; every writer does so before its own work.</summary>
    internal void FinishPending(WriterLock writer, Action<string> says, CancellationToken cancellationToken)
    {
        if (home.Tenant(tenant).Suppressions.Pending.Count == 0) return;

        says("Finishing the removal of a person that was interrupted.");
        using var work = new WorkDatabase(home);
        Removal((work.Connection, says), writer, cancellationToken).FinishPending(progress: null, cancellationToken);
    }

    CustomerRemoval Removal((DuckDBConnection Connection, Action<string> Says) work, WriterLock writer, CancellationToken cancellationToken) =>
        new(home.Tenant(tenant), writer, work.Connection, new((scanning, folder) => ProfileBuilder.Rewrite(scanning, folder, cancellationToken), clock, work.Says));
}
