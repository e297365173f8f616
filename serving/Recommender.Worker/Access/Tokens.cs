using System.Security.Cryptography;
using System.Text.Json;
using Recommender.Core;
using Recommender.Storage.State;

namespace Recommender.Worker.Access;

/// <summary>The tokens as they are kept.</summary>
sealed class Tokens(IStateStore state, TimeProvider clock)
{
    const int IdBytes = 8;

    /// <summary>Makes one for a tenant that is there; what it may do stands in <paramref name="asked"/>.</summary>
    public async Task<NewToken> CreateAsync(string tenant, TokenRecord asked, CancellationToken cancellationToken)
    {
        await new Tenants(state, clock).ExistingAsync(tenant, cancellationToken);
        var token = TokenText.Create(asked.Origins is not null);
        var id = $"tok_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes))}";
        var record = asked with { Hash = SecretHash.Of(token)!.Value.ToString(), Created = clock.GetUtcNow().UtcDateTime };
        await state.WriteAsync([new(new(TokenRecord.Kind, tenant, id), JsonSerializer.Serialize(record, AccessJson.Default.TokenRecord), Expected: 0)], cancellationToken);
        return new(token, id, record.Expires);
    }

    /// <summary>Those of a tenant, the oldest first.</summary>
    public async Task<IReadOnlyList<(string Id, TokenRecord Record)>> ListAsync(string tenant, CancellationToken cancellationToken) =>
        [.. (await state.ListAsync(TokenRecord.Kind, tenant, cancellationToken)).Select(document => (document.Name.Key, Read(document))).OrderBy(token => token.Item2.Created)];

    /// <summary>Ends one at once, whosever it is.</summary>
    public async Task RevokeAsync(string id, CancellationToken cancellationToken)
    {
        var all = await state.ListAsync(TokenRecord.Kind, null, cancellationToken);
        var name = all.Select(document => document.Name).FirstOrDefault(name => name.Key == id)
            ?? throw new UserErrorException($"There is no token with the id '{id}'.{Suggestion.For(id, all.Select(document => document.Name.Key))} See the ids with: recommender token list");
        await state.WriteAsync([new(name, null)], cancellationToken);
    }

    static TokenRecord Read(StateDocument document) => JsonSerializer.Deserialize(document.Json!, AccessJson.Default.TokenRecord)!;
}
