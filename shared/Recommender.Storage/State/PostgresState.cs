using Npgsql;
using Recommender.Storage.Postgres;

namespace Recommender.Storage.State;

/// <summary>The state in PostgreSQL, in the schema <c>recommender_state</c>: several workers behind one balancer share it.</summary>
public sealed class PostgresState : IStateStore
{
    const string Columns = "kind, tenant, key, json, revision, updated";

    readonly NpgsqlDataSource _connections;
    readonly PostgresAddress _address;
    readonly TimeProvider _clock;

    PostgresState(PostgresAddress address, TimeProvider clock) => (_connections, _address, _clock) = (address.Pool(), address, clock);

    /// <summary>Connects, and brings the tables to the present version; of several workers that start together one does it.</summary>
    public static async Task<PostgresState> OpenAsync(PostgresAddress address, TimeProvider clock, CancellationToken cancellationToken)
    {
        var state = new PostgresState(address, clock);
        try
        {
            await state.WorkAsync("cannot prepare the state", state.MigrateAsync, cancellationToken);
            return state;
        }
        catch
        {
            state.Dispose();
            throw;
        }
    }

    public async Task<StateDocument?> FindAsync(StateName name, CancellationToken cancellationToken) =>
        await QueryAsync("kind = $1 AND tenant = $2 AND key = $3 AND json IS NOT NULL", cancellationToken, name.Kind, name.Tenant, name.Key) is [var found] ? found : null;

    public Task<IReadOnlyList<StateDocument>> ListAsync(string kind, string? tenant, CancellationToken cancellationToken) => tenant is null
        ? QueryAsync("kind = $1 AND json IS NOT NULL ORDER BY tenant COLLATE \"C\", key COLLATE \"C\"", cancellationToken, kind)
        : QueryAsync("kind = $1 AND tenant = $2 AND json IS NOT NULL ORDER BY key COLLATE \"C\"", cancellationToken, kind, tenant);

    public Task<IReadOnlyList<StateDocument>> ChangesAsync(long after, CancellationToken cancellationToken) =>
        QueryAsync("revision > $1 ORDER BY revision, kind COLLATE \"C\", tenant COLLATE \"C\", key COLLATE \"C\"", cancellationToken, after);

    public Task<long> RevisionAsync(CancellationToken cancellationToken) => WorkAsync(
        "cannot read the state", (connection, token) => connection.AskAsync<long>("SELECT revision FROM recommender_state.counter", token), cancellationToken);

    public Task<long> WriteAsync(IReadOnlyList<StateChange> changes, CancellationToken cancellationToken) =>
        WorkAsync("cannot write the state", (connection, token) => WriteAsync(connection, new(changes), token), cancellationToken);

    public void Dispose() => _connections.Dispose();

    // The one row of the counter is locked from here to the commit. So writers go one after the other, and whoever sees a revision sees all before it.
    async Task<long> WriteAsync(NpgsqlConnection connection, StateBatch batch, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var revision = await connection.AskAsync<long>("UPDATE recommender_state.counter SET revision = revision + 1 RETURNING revision", cancellationToken);
        foreach (var change in batch.Changes) await MustBeAsExpectedAsync(connection, change, cancellationToken);
        await connection.RunAsync(
            $"""
            INSERT INTO recommender_state.documents ({Columns})
            SELECT kind, tenant, key, json, $5, $6 FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS fresh (kind, tenant, key, json)
            ON CONFLICT (kind, tenant, key) DO UPDATE SET json = excluded.json, revision = excluded.revision, updated = excluded.updated
            """,
            cancellationToken, batch.Kinds, batch.Tenants, batch.Keys, batch.Texts, revision, _clock.GetUtcNow().UtcDateTime);
        await transaction.CommitAsync(cancellationToken);
        return revision;
    }

    static async Task MustBeAsExpectedAsync(NpgsqlConnection connection, StateChange change, CancellationToken cancellationToken)
    {
        if (change.Expected is not { } expected) return;

        var found = await connection.AskAsync<long>(
            "SELECT coalesce(max(revision), 0) FROM recommender_state.documents WHERE kind = $1 AND tenant = $2 AND key = $3 AND json IS NOT NULL",
            cancellationToken, change.Name.Kind, change.Name.Tenant, change.Name.Key);
        if (found != expected) throw new StateConflictException(change.Name);
    }

    async Task<bool> MigrateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.RunAsync("SELECT pg_advisory_xact_lock(hashtextextended('recommender_state', 0))", cancellationToken);
        // A DBA may have made the schema for an account that may not make any.
        if (!await connection.AskAsync<bool>("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'recommender_state')", cancellationToken))
            await connection.RunAsync("CREATE SCHEMA recommender_state", cancellationToken);
        await connection.RunAsync("CREATE TABLE IF NOT EXISTS recommender_state.migrations (version int PRIMARY KEY, applied timestamptz NOT NULL)", cancellationToken);
        var version = await connection.AskAsync<int>("SELECT coalesce(max(version), 0) FROM recommender_state.migrations", cancellationToken);
        foreach (var (step, sql) in Migrations.After(version, "postgres", _address.ToString()))
        {
            await connection.RunAsync(sql, cancellationToken);
            await connection.RunAsync("INSERT INTO recommender_state.migrations VALUES ($1, $2)", cancellationToken, step, _clock.GetUtcNow().UtcDateTime);
        }
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    Task<IReadOnlyList<StateDocument>> QueryAsync(string condition, CancellationToken cancellationToken, params object[] values) => WorkAsync<IReadOnlyList<StateDocument>>(
        "cannot read the state",
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand($"SELECT {Columns} FROM recommender_state.documents WHERE {condition}", connection);
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            await using var reader = await command.ExecuteReaderAsync(token);
            var documents = new List<StateDocument>();
            while (await reader.ReadAsync(token)) documents.Add(Read(reader));
            return documents;
        },
        cancellationToken);

    async Task<T> WorkAsync<T>(string failing, Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await _connections.OpenConnectionAsync(cancellationToken);
            return await work(connection, cancellationToken);
        }
        catch (Exception e) when (PostgresFault.IsServerFault(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new StateUnavailableException(PostgresFault.OfWorking(e, _address, failing).Message, e);
        }
    }

    static StateDocument Read(NpgsqlDataReader reader) => new(
        new(reader.GetString(0), reader.GetString(1), reader.GetString(2)), reader.IsDBNull(3) ? null : reader.GetString(3),
        reader.GetInt64(4), reader.GetDateTime(5));
}
