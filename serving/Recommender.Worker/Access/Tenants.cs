using System.Security.Cryptography;
using System.Text.Json;
using Recommender.Core;
using Recommender.Storage.Homes;
using Recommender.Storage.State;

namespace Recommender.Worker.Access;

/// <summary>The tenants as they are kept. The tenant of whoever has only one is there by itself.</summary>
sealed class Tenants(IStateStore state, TimeProvider clock)
{
    const int SecretBytes = 32;   // 64 digits

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<(string Slug, TenantRecord Record)>> ListAsync(CancellationToken cancellationToken)
    {
        var kept = (await state.ListAsync(TenantRecord.Kind, null, cancellationToken)).Select(document => (document.Name.Key, Read(document)));
        return [.. kept.Append((HomeFolder.DefaultTenant, new())).DistinctBy(tenant => tenant.Item1).OrderBy(tenant => tenant.Item1, StringComparer.Ordinal)];
    }

    /// <summary>Makes one; its secret is shown this once.</summary>
    public async Task<TenantKeys> CreateAsync(string slug, CancellationToken cancellationToken)
    {
        var (record, revision) = await FindAsync(slug, cancellationToken);
        if (record?.ApiId is not null)
            throw new UserErrorException($"The tenant '{slug}' exists already. Where its secret was lost, get another: recommender tenant secret {slug}");

        return await GiveKeysAsync(slug, record ?? new() { Created = clock.GetUtcNow().UtcDateTime }, revision, cancellationToken);
    }

    /// <summary>Gives one another api id and secret; those it had work no longer.</summary>
    public async Task<TenantKeys> RenewAsync(string slug, CancellationToken cancellationToken)
    {
        var (record, revision) = await ExistingAsync(slug, cancellationToken);
        return await GiveKeysAsync(slug, record, revision, cancellationToken);
    }

    /// <summary>Changes what is kept of one.</summary>
    public async Task ChangeAsync(string slug, Func<TenantRecord, TenantRecord> change, CancellationToken cancellationToken)
    {
        var (record, revision) = await ExistingAsync(slug, cancellationToken);
        await WriteAsync(slug, change(record), revision, cancellationToken);
    }

    /// <summary>One that is there; a name that is not is an error with those that are.</summary>
    public async Task<(TenantRecord Record, long Revision)> ExistingAsync(string slug, CancellationToken cancellationToken)
    {
        var (record, revision) = await FindAsync(slug, cancellationToken);
        if (record is not null) return (record, revision);
        if (slug == HomeFolder.DefaultTenant) return (new(), 0);

        var known = (await ListAsync(cancellationToken)).Select(tenant => tenant.Slug).ToArray();
        throw new UserErrorException(
            $"There is no tenant '{slug}'.{Suggestion.For(slug, known)} Tenants: {string.Join(", ", known)}. Make it: recommender tenant create {slug}");
    }

    async Task<TenantKeys> GiveKeysAsync(string slug, TenantRecord record, long revision, CancellationToken cancellationToken)
    {
        var keys = new TenantKeys(Guid.NewGuid(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)));
        await WriteAsync(slug, record with { ApiId = keys.ApiId, SecretHash = SecretHash.Of(keys.Secret)!.Value.ToString() }, revision, cancellationToken);
        return keys;
    }

    async Task<(TenantRecord? Record, long Revision)> FindAsync(string slug, CancellationToken cancellationToken) =>
        await state.FindAsync(NameOf(slug), cancellationToken) is { } found ? (Read(found), found.Revision) : (null, 0);

    Task<long> WriteAsync(string slug, TenantRecord record, long revision, CancellationToken cancellationToken) =>
        state.WriteAsync([new(NameOf(slug), JsonSerializer.Serialize(record, AccessJson.Default.TenantRecord), revision)], cancellationToken);

    static StateName NameOf(string slug) => new(TenantRecord.Kind, slug, slug);

    static TenantRecord Read(StateDocument document) => JsonSerializer.Deserialize(document.Json!, AccessJson.Default.TenantRecord)!;
}
