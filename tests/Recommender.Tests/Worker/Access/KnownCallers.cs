using System.Text.Json;
using Recommender.Storage.State;
using Recommender.Worker.Access;

namespace Recommender.Tests.Worker.Access;

/// <summary>A register with tenants and tokens as the verbs would have made them.</summary>
sealed class KnownCallers
{
    long _revision;

    public KnownCallers() => Register = new(Clock);

    public MovingClock Clock { get; } = new();

    public AccessRegister Register { get; }

    public Gatekeeper Gatekeeper => new(Register, Clock);

    /// <summary>Puts a tenant into the register, in place of what was known of it.</summary>
    public void Put(string tenant, TenantRecord record) => Apply(new(TenantRecord.Kind, tenant, tenant), JsonSerializer.Serialize(record, AccessJson.Default.TenantRecord));

    /// <summary>Makes a token and gives its text.</summary>
    public string Token(string tenant, Scope scopes, Func<TokenRecord, TokenRecord>? change = null, string id = "t1")
    {
        var record = new TokenRecord { Hash = "", Scopes = ScopeNames.In(scopes), Created = Clock.GetUtcNow().UtcDateTime };
        record = change?.Invoke(record) ?? record;
        var token = TokenText.Create(record.Origins is not null);
        record = record with { Hash = SecretHash.Of(token)!.Value.ToString() };
        Apply(new(TokenRecord.Kind, tenant, id), JsonSerializer.Serialize(record, AccessJson.Default.TokenRecord));
        return token;
    }

    /// <summary>Takes a token away.</summary>
    public void Revoke(string tenant, string id = "t1") => Apply(new(TokenRecord.Kind, tenant, id), null);

    void Apply(StateName name, string? json) => Register.Apply(new(name, json, ++_revision, Clock.GetUtcNow().UtcDateTime));
}
