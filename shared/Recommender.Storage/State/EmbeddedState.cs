using DuckDB.NET.Data;

namespace Recommender.Storage.State;

/// <summary>The state of a home in a DuckDB file. One process has it; its commits survive whatever ends that process.</summary>
public sealed class EmbeddedState : IStateStore
{
    const string Columns = "kind, tenant, key, json, revision, updated";

    readonly Lock _gate = new();
    readonly DuckDBConnection _connection;
    readonly TimeProvider _clock;
    readonly IDisposable? _hold;

    EmbeddedState(DuckDBConnection connection, TimeProvider clock, IDisposable? hold) => (_connection, _clock, _hold) = (connection, clock, hold);

    /// <summary>Opens the file, or makes it; <paramref name="hold"/> is let go of with it.</summary>
    internal static EmbeddedState Open(string file, TimeProvider clock, IDisposable? hold = null)
    {
        var settings = new DuckDBConnectionStringBuilder { DataSource = file, ["memory_limit"] = "256MB", ["threads"] = "1" };
        var connection = new DuckDBConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            var state = new EmbeddedState(connection, clock, hold);
            state.Migrate(file);
            return state;
        }
        catch (DuckDBException e)
        {
            connection.Dispose();
            throw new StateUnavailableException($"The state in {file} cannot be opened ({e.Message.Split('\n')[0].TrimEnd('.')}). Put back the file from a backup.", e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Task<StateDocument?> FindAsync(StateName name, CancellationToken cancellationToken)
    {
        lock (_gate) return Task.FromResult(Find(name, cancellationToken) is { Json: not null } found ? found : null);
    }

    public Task<IReadOnlyList<StateDocument>> ListAsync(string kind, string? tenant, CancellationToken cancellationToken)
    {
        const string sql = $"SELECT {Columns} FROM documents WHERE kind = $kind AND ($tenant IS NULL OR tenant = $tenant) AND json IS NOT NULL ORDER BY tenant, key";
        lock (_gate) return Task.FromResult<IReadOnlyList<StateDocument>>(_connection.Query(sql, Read, cancellationToken, ("kind", kind), ("tenant", tenant)));
    }

    public Task<long> RevisionAsync(CancellationToken cancellationToken)
    {
        lock (_gate) return Task.FromResult(Revision(cancellationToken));
    }

    public Task<IReadOnlyList<StateDocument>> ChangesAsync(long after, CancellationToken cancellationToken)
    {
        const string sql = $"SELECT {Columns} FROM documents WHERE revision > $after ORDER BY revision, kind, tenant, key";
        lock (_gate) return Task.FromResult<IReadOnlyList<StateDocument>>(_connection.Query(sql, Read, cancellationToken, ("after", after)));
    }

    public Task<long> WriteAsync(IReadOnlyList<StateChange> changes, CancellationToken cancellationToken)
    {
        var batch = new StateBatch(changes);
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var change in batch.Changes) MustBeAsExpected(change, cancellationToken);
            var revision = Revision(cancellationToken) + 1;
            _connection.Run("UPDATE counter SET revision = $revision", cancellationToken, ("revision", revision));
            Write(batch, revision, cancellationToken);
            transaction.Commit();
            return Task.FromResult(revision);
        }
    }

    /// <summary>Writes a copy of any state into a new file; revisions stay as they are.</summary>
    public static async Task CopyAsync(IStateStore source, string file, TimeProvider clock, CancellationToken cancellationToken)
    {
        var documents = await source.ChangesAsync(0, cancellationToken);
        using var copy = Open(file, clock);
        using var transaction = copy._connection.BeginTransaction();
        foreach (var made in documents.GroupBy(document => document.Revision))
        {
            copy._connection.Run("UPDATE counter SET revision = $revision", cancellationToken, ("revision", made.Key));
            copy.Write(new([.. made.Select(document => new StateChange(document.Name, document.Json))]), made.Key, cancellationToken);
        }
        transaction.Commit();
        copy._connection.Run("CHECKPOINT", cancellationToken);
    }

    public void Dispose()
    {
        lock (_gate) _connection.Dispose();
        _hold?.Dispose();
    }

    void Migrate(string file)
    {
        _connection.Run("CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, applied TIMESTAMP NOT NULL)", CancellationToken.None);
        var version = Convert.ToInt32(_connection.Value("SELECT coalesce(max(version), 0) FROM migrations", CancellationToken.None));
        foreach (var (step, sql) in Migrations.After(version, "duckdb", file))
        {
            using var transaction = _connection.BeginTransaction();
            _connection.Run(sql, CancellationToken.None);
            _connection.Run("INSERT INTO migrations VALUES ($step, $now)", CancellationToken.None, ("step", step), ("now", Now));
            transaction.Commit();
        }
    }

    void MustBeAsExpected(StateChange change, CancellationToken cancellationToken)
    {
        if (change.Expected is not { } expected) return;

        var found = Find(change.Name, cancellationToken) is { Json: not null } there ? there.Revision : 0;
        if (found != expected) throw new StateConflictException(change.Name);
    }

    void Write(StateBatch batch, long revision, CancellationToken cancellationToken) => _connection.Run(
        $"""
        INSERT INTO documents ({Columns})
        SELECT unnest($kinds), unnest($tenants), unnest($keys), unnest($texts::VARCHAR[]), $revision, $now
        ON CONFLICT (kind, tenant, key) DO UPDATE SET json = excluded.json, revision = excluded.revision, updated = excluded.updated
        """,
        cancellationToken,
        ("kinds", batch.Kinds), ("tenants", batch.Tenants), ("keys", batch.Keys), ("texts", batch.Texts), ("revision", revision), ("now", Now));

    StateDocument? Find(StateName name, CancellationToken cancellationToken) => _connection.Query(
        $"SELECT {Columns} FROM documents WHERE kind = $kind AND tenant = $tenant AND key = $key", Read, cancellationToken,
        ("kind", name.Kind), ("tenant", name.Tenant), ("key", name.Key)).FirstOrDefault();

    long Revision(CancellationToken cancellationToken) => Convert.ToInt64(_connection.Value("SELECT revision FROM counter", cancellationToken));

    DateTime Now => _clock.GetUtcNow().UtcDateTime;

    static StateDocument Read(DuckDBDataReader reader) => new(
        new(reader.GetString(0), reader.GetString(1), reader.GetString(2)), reader.IsDBNull(3) ? null : reader.GetString(3),
        reader.GetInt64(4), DateTime.SpecifyKind(reader.GetDateTime(5), DateTimeKind.Utc));
}
