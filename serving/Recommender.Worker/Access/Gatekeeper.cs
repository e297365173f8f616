using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Access;

/// <summary>
/// Tells from a request's headers who asks and whether they may: the same for REST and gRPC, without a lock, and without allocating for
/// whoever is let in.
/// </summary>
sealed class Gatekeeper(AccessRegister register, TimeProvider clock)
{
    /// <summary>The header that names a tenant.</summary>
    public const string ApiIdHeader = "X-Customer-Api-Id";

    /// <summary>The header with the tenant's secret.</summary>
    public const string SecretHeader = "X-Secret";

    const string Bearer = "Bearer ";

    // By the tenant's own secret everything but administration: who may change what is served has a token of their own, which can be revoked.
    const Scope OfSecret = Scope.Score | Scope.Events | Scope.Insights | Scope.Campaigns;

    static readonly Problem Missing = AuthFailed("AUTH_FAILED.missing", "Authorization");
    static readonly Problem WrongToken = AuthFailed(ProblemCode.AuthFailed.Name, "Authorization");
    static readonly Problem WrongSecret = AuthFailed("AUTH_FAILED.secret", SecretHeader);
    static readonly Problem OtherTenant = new(ProblemCode.TenantMismatch) { Parameter = ApiIdHeader, Location = "header" };
    static readonly Problem Disabled = new(ProblemCode.TenantDisabled);
    static readonly Problem ForeignOrigin = new(ProblemCode.OriginNotAllowed) { Parameter = "Origin", Location = "header" };

    /// <summary>Who asks, and whether they may do what takes this scope; counts as one request of the tenant's limit.</summary>
    public Admission Admit(IHeaderDictionary headers, Scope scope)
    {
        var admission = Authenticate(headers);
        if (admission.Principal is not { } principal) return admission;
        if ((principal.Scopes & scope) != scope) return Lacks(scope);
        if (!principal.Gate.TryPass(out var wait)) return new Problem(ProblemCode.RateLimited) { RetryAfter = wait };

        return principal;
    }

    /// <summary>Who asks.</summary>
    public Admission Authenticate(IHeaderDictionary headers)
    {
        var admission = headers.Authorization is { Count: > 0 } authorization ? ByToken(authorization, headers) : BySecret(headers);
        if (admission.Principal is not { } principal) return admission;
        if (principal.Gate.Record.IsDisabled) return Disabled;
        if (principal.Origins is { } origins && !IsFrom(headers.Origin, origins)) return ForeignOrigin;

        return principal;
    }

    Admission ByToken(StringValues authorization, IHeaderDictionary headers)
    {
        if (authorization is not [{ } text] || !text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return WrongToken;

        var token = text.AsSpan(Bearer.Length).Trim();
        if (!TokenText.IsWellFormed(token) || SecretHash.Of(token) is not { } hash) return WrongToken;
        if (register.Find(hash) is not { } principal || principal.Expires <= clock.GetUtcNow().UtcTicks) return WrongToken;
        if (headers[ApiIdHeader] is { Count: > 0 } named && !IsOwn(named, principal.Gate)) return OtherTenant;

        return principal;
    }

    Admission BySecret(IHeaderDictionary headers)
    {
        var (named, secret) = (headers[ApiIdHeader], headers[SecretHeader]);
        if (named.Count == 0 && secret.Count == 0) return Missing;
        if (named is not [{ } id] || secret is not [{ } text]) return WrongSecret;
        if (!Guid.TryParse(id, out var apiId) || register.Find(apiId) is not { } gate || !IsSecret(text, gate)) return WrongSecret;

        return gate.BySecret(OfSecret);
    }

    static bool IsOwn(StringValues named, TenantGate gate) => named is [{ } id] && Guid.TryParse(id, out var apiId) && apiId == gate.Record.ApiId;

    static bool IsSecret(string text, TenantGate gate) =>
        gate.Record.SecretHash is { } kept && SecretHash.Of(text) is { } hash && SecretHash.Parse(kept).Matches(hash);

    static bool IsFrom(StringValues origin, FrozenSet<string> origins) => origin is [{ } one] && origins.Contains(one);

    static Problem AuthFailed(string message, string header) => new(ProblemCode.AuthFailed) { Message = message, Parameter = header, Location = "header" };

    static Problem Lacks(Scope scope) =>
        new(ProblemCode.ScopeMissing) { Parameter = "Authorization", Location = "header", Reason = string.Join(", ", ScopeNames.In(scope)) };
}
