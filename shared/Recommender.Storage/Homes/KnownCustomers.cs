using System.Text;
using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Storage.Forgetting;

namespace Recommender.Storage.Homes;

/// <summary>
/// Recognises a tenant's customers by their ids, in the way that models know them: by the keyed hash. Whoever was forgotten is recognised
/// no more, within a second of it. For many calls at once.
/// </summary>
public sealed class KnownCustomers(TenantFolder tenant, TimeProvider clock) : IDisposable
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    readonly Lock _changing = new();
    readonly Lazy<DuckDBConnection> _database = new(InMemory);
    volatile Kept? _kept;

    /// <summary>The hash of a customer's id; null where the tenant has no customers yet, or the person was forgotten.</summary>
    public byte[]? HashOf(string id)
    {
        var kept = Present();
        if (kept.Key is not { } key) return null;

        var hash = new byte[TenantKey.Length];
        if (Ascii.IsValid(id)) key.HashInto(id, hash);
        else Convert.FromHexString(key.Hash(Normalised(id)), hash, out _, out _);
        return kept.Forgotten.Count > 0 && kept.Forgotten.Contains(Convert.ToHexStringLower(hash)) ? null : hash;
    }

    /// <summary>Closes what was opened for ids of other letters than plain ones.</summary>
    public void Dispose()
    {
        if (_database.IsValueCreated) _database.Value.Dispose();
    }

    // Plain letters have one form only; all others take Unicode's composed one, as imports do.
    string Normalised(string id)
    {
        lock (_database) return CustomerIds.Normalise(_database.Value, id, CancellationToken.None);
    }

    Kept Present()
    {
        var now = clock.GetUtcNow();
        return _kept is { } kept && now - kept.Read < Fresh ? kept : ReadAgain(now);
    }

    // One reads while the others go on with what is there; the first of all must wait.
    Kept ReadAgain(DateTimeOffset now)
    {
        if (_kept is { } former && !_changing.TryEnter()) return former;
        if (_kept is null) _changing.Enter();
        try
        {
            return _kept is { } kept && now - kept.Read < Fresh ? kept : _kept = new(tenant.Key, tenant.Suppressions, now);
        }
        catch (Exception unread) when (_kept is not null && unread is UserErrorException or IOException or UnauthorizedAccessException)
        {
            // What was read before holds until the file can be read again: nobody comes back meanwhile.
            return _kept = _kept with { Read = now };
        }
        finally
        {
            _changing.Exit();
        }
    }

    static DuckDBConnection InMemory()
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    sealed record Kept(TenantKey? Key, SuppressionList Forgotten, DateTimeOffset Read);
}
