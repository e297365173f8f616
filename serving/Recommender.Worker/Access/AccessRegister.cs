using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Recommender.Storage.State;

namespace Recommender.Worker.Access;

/// <summary>All tenants and tokens in memory, ready to be asked at each request; it follows the state, change by change.</summary>
sealed class AccessRegister(TimeProvider clock)
{
    readonly ConcurrentDictionary<string, TenantGate> _gates = new();
    readonly ConcurrentDictionary<Guid, TenantGate> _byApiId = new();
    readonly ConcurrentDictionary<UInt128, Principal> _byHash = new();
    readonly ConcurrentDictionary<StateName, Principal> _byName = new();
    readonly Lock _applying = new();
    volatile FrozenSet<string> _origins = [];

    /// <summary>The holder of the token with this hash.</summary>
    public Principal? Find(SecretHash hash) => _byHash.TryGetValue(hash.Half, out var found) && found.Hash.Matches(hash) ? found : null;

    /// <summary>The tenant with this api id.</summary>
    public TenantGate? Find(Guid apiId) => _byApiId.GetValueOrDefault(apiId);

    /// <summary>Whether any publishable key works from this origin.</summary>
    public bool IsKnownOrigin(string origin) => _origins.Contains(origin);

    /// <summary>Takes a tenant or a token as it is kept now; other kinds are nothing to it.</summary>
    public void Apply(StateDocument document)
    {
        lock (_applying)
        {
            if (document.Name.Kind == TenantRecord.Kind) ApplyTenant(document);
            if (document.Name.Kind == TokenRecord.Kind) ApplyToken(document);
        }
    }

    void ApplyTenant(StateDocument document)
    {
        var gate = Gate(document.Name.Key);
        if (gate.Record.ApiId is { } former) _byApiId.TryRemove(former, out _);
        gate.Record = document.Json is { } json ? JsonSerializer.Deserialize(json, AccessJson.Default.TenantRecord)! : new();
        if (gate.Record.ApiId is { } present) _byApiId[present] = gate;
    }

    void ApplyToken(StateDocument document)
    {
        if (_byName.TryRemove(document.Name, out var former)) _byHash.TryRemove(former.Hash.Half, out _);
        if (document.Json is { } json)
        {
            var holder = Holder(document.Name, JsonSerializer.Deserialize(json, AccessJson.Default.TokenRecord)!);
            (_byName[document.Name], _byHash[holder.Hash.Half]) = (holder, holder);
            if (holder.Origins is null && former?.Origins is null) return;
        }
        _origins = _byName.Values.SelectMany(holder => holder.Origins ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    Principal Holder(StateName name, TokenRecord record) => new(Gate(name.Tenant), ScopeNames.Parse(record.Scopes))
    {
        Token = name.Key,
        Hash = SecretHash.Parse(record.Hash),
        Expires = record.Expires?.Ticks ?? long.MaxValue,
        Accounts = record.Accounts?.ToFrozenSet(),
        Origins = record.Origins?.ToFrozenSet(StringComparer.OrdinalIgnoreCase),
    };

    TenantGate Gate(string slug) => _gates.GetOrAdd(slug, static (name, time) => new(name, time), clock);
}
