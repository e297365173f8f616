using System.Text.Json;
using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Forgetting;

/// <summary><c>data export-person</c>: everything a tenant's snapshots and scores hold on one customer, as JSON.</summary>
public sealed class PersonExport(TenantFolder tenant, DuckDBConnection connection, TimeProvider clock)
{
    /// <summary>Writes one document with the rows of every table of every snapshot and of the scores; returns how many rows it holds.</summary>
    public long Write(string customer, Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        var id = CustomerIds.Normalise(connection, customer, cancellationToken);
        if (id.Length == 0) throw new UserErrorException("The customer id is empty; name one as it stands in the data.");

        long rows = 0;
        json.WriteStartObject();
        json.WriteString("tenant", tenant.Name);
        json.WriteString("customer", id);
        json.WriteString("exported_at", clock.GetUtcNow().UtcDateTime);
        json.WriteStartArray("datasets");
        foreach (var dataset in tenant.Datasets)
        {
            json.WriteStartObject();
            json.WriteString("dataset", dataset.Name);
            json.WriteStartArray("snapshots");
            var current = dataset.CurrentOrNull?.Name;
            foreach (var snapshot in dataset.All) rows += WriteSnapshot(snapshot, snapshot.Name == current, id, json, cancellationToken);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        rows += new ScoredPeople(tenant, connection).Write(json, candidate => candidate.Equals(id, StringComparison.OrdinalIgnoreCase), cancellationToken);
        json.WriteNumber("rows", rows);
        json.WriteEndObject();
        return rows;
    }

    long WriteSnapshot(SnapshotFolder snapshot, bool isCurrent, string id, Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        var people = new SnapshotPeople(connection, snapshot);
        var person = people.Find(candidate => candidate.Equals(id, StringComparison.OrdinalIgnoreCase), id, cancellationToken);
        long rows = 0;
        json.WriteStartObject();
        json.WriteString("snapshot", snapshot.Manifest.Hash);
        json.WriteBoolean("current", isCurrent);
        foreach (var (path, columns) in people.Tables(cancellationToken))
        {
            if (SnapshotPeople.Names(path, columns, person) is not { } condition) continue;

            json.WriteStartArray(Path.GetFileNameWithoutExtension(path));
            using var command = connection.Command($"FROM read_parquet($file) WHERE {condition}", person.Parameters(path, condition));
            using var reader = command.ExecuteReader(cancellationToken);
            for (; reader.Read(cancellationToken); rows++) JsonRow.Write(json, reader);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        return rows;
    }
}
