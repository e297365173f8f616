using Microsoft.AspNetCore.Http;
using Recommender.Worker.Access;
using Recommender.Worker.Problems;
using Xunit;

namespace Recommender.Tests.Worker.Access;

public sealed class GatekeeperTests
{
    static readonly Guid ApiId = Guid.Parse("7f0c1f1e-4a53-4a0c-9d38-1f3f3a4b9c11");
    readonly KnownCallers _callers = new();

    [Fact]
    public void A_token_lets_its_tenant_in_for_its_scopes()
    {
        var token = _callers.Token("shop", Scope.Score | Scope.Events, record => record with { Accounts = ["A1"] });

        var principal = Admit(token, Scope.Score).Principal!;

        Assert.Equal(("shop", "t1"), (principal.Tenant, principal.Token));
        Assert.True(principal.MaySee("A1"));
        Assert.False(principal.MaySee("A2"));
        var refusal = Refusal(Admit(token, Scope.Admin), ProblemCode.ScopeMissing);
        Assert.Equal("admin", refusal.Reason);
    }

    [Fact]
    public void Who_brings_nothing_or_something_wrong_is_not_let_in()
    {
        var token = _callers.Token("shop", Scope.Score);

        Refusal(_callers.Gatekeeper.Admit(new HeaderDictionary(), Scope.Score), ProblemCode.AuthFailed);
        Refusal(Admit(TokenText.Create(isPublishable: false), Scope.Score), ProblemCode.AuthFailed);
        Refusal(Admit(token[..^1], Scope.Score), ProblemCode.AuthFailed);
        Refusal(Admit("", Scope.Score), ProblemCode.AuthFailed);
        Refusal(With(("Authorization", $"Basic {token}")), ProblemCode.AuthFailed);
        Refusal(_callers.Gatekeeper.Admit(new HeaderDictionary { ["Authorization"] = new([$"Bearer {token}", $"Bearer {token}"]) }, Scope.Score), ProblemCode.AuthFailed);
    }

    [Fact]
    public void A_token_ends_when_it_expires_and_when_it_is_revoked()
    {
        var ending = _callers.Token("shop", Scope.Score, record => record with { Expires = _callers.Clock.GetUtcNow().UtcDateTime.AddHours(1) }, "ending");
        var lasting = _callers.Token("shop", Scope.Score, id: "lasting");
        Assert.NotNull(Admit(ending, Scope.Score).Principal);

        _callers.Clock.Pass(TimeSpan.FromHours(1));
        Refusal(Admit(ending, Scope.Score), ProblemCode.AuthFailed);
        Assert.NotNull(Admit(lasting, Scope.Score).Principal);

        _callers.Revoke("shop", "lasting");
        Refusal(Admit(lasting, Scope.Score), ProblemCode.AuthFailed);
    }

    [Fact]
    public void A_disabled_tenant_is_let_in_by_nothing_until_it_is_enabled()
    {
        var token = _callers.Token("shop", Scope.Score);
        var record = new TenantRecord { ApiId = ApiId, SecretHash = Hash("secret") };

        _callers.Put("shop", record with { IsDisabled = true });
        Refusal(Admit(token, Scope.Score), ProblemCode.TenantDisabled);
        Refusal(With((Gatekeeper.ApiIdHeader, $"{ApiId}"), (Gatekeeper.SecretHeader, "secret")), ProblemCode.TenantDisabled);

        _callers.Put("shop", record);
        Assert.NotNull(Admit(token, Scope.Score).Principal);
    }

    [Fact]
    public void A_header_that_names_another_tenant_than_the_tokens_is_refused()
    {
        var token = _callers.Token("shop", Scope.Score);
        _callers.Put("shop", new() { ApiId = ApiId });
        _callers.Put("other", new() { ApiId = Guid.NewGuid() });

        Assert.NotNull(With(("Authorization", $"Bearer {token}"), (Gatekeeper.ApiIdHeader, $"{ApiId}")).Principal);
        foreach (var other in (string[])[$"{Guid.NewGuid()}", "shop", ""])
            Refusal(With(("Authorization", $"Bearer {token}"), (Gatekeeper.ApiIdHeader, other)), ProblemCode.TenantMismatch);
    }

    [Fact]
    public void The_tenants_secret_lets_in_for_everything_but_administration()
    {
        _callers.Put("shop", new() { ApiId = ApiId, SecretHash = Hash("secret") });
        _callers.Put("other", new() { ApiId = Guid.NewGuid(), SecretHash = Hash("its own") });

        Assert.Equal("shop", With((Gatekeeper.ApiIdHeader, $"{ApiId}"), (Gatekeeper.SecretHeader, "secret")).Principal!.Tenant);
        Refusal(_callers.Gatekeeper.Admit(Headers((Gatekeeper.ApiIdHeader, $"{ApiId}"), (Gatekeeper.SecretHeader, "secret")), Scope.Admin), ProblemCode.ScopeMissing);
        Refusal(With((Gatekeeper.ApiIdHeader, $"{ApiId}"), (Gatekeeper.SecretHeader, "its own")), ProblemCode.AuthFailed);
        Refusal(With((Gatekeeper.ApiIdHeader, $"{ApiId}")), ProblemCode.AuthFailed);
        Refusal(With((Gatekeeper.SecretHeader, "secret")), ProblemCode.AuthFailed);
        Refusal(With((Gatekeeper.ApiIdHeader, $"{Guid.NewGuid()}"), (Gatekeeper.SecretHeader, "secret")), ProblemCode.AuthFailed);
    }

    [Fact]
    public void A_publishable_key_works_from_its_origins_only()
    {
        var key = _callers.Token("shop", Scope.Score, record => record with { Origins = ["https://shop.example"] });

        Assert.NotNull(With(("Authorization", $"Bearer {key}"), ("Origin", "https://shop.example")).Principal);
        Refusal(With(("Authorization", $"Bearer {key}"), ("Origin", "https://evil.example")), ProblemCode.OriginNotAllowed);
        Refusal(Admit(key, Scope.Score), ProblemCode.OriginNotAllowed);
    }

    [Fact]
    public void Past_the_limit_of_its_tenant_a_caller_is_told_when_to_come_again()
    {
        var (one, two, other) = (_callers.Token("shop", Scope.Score), _callers.Token("shop", Scope.Score, id: "t2"), _callers.Token("other", Scope.Score));
        _callers.Put("shop", new() { Limit = new(PerSecond: 0.5, Burst: 2) });

        Assert.NotNull(Admit(one, Scope.Score).Principal);
        Assert.NotNull(Admit(two, Scope.Score).Principal);
        Assert.Equal(2, Refusal(Admit(one, Scope.Score), ProblemCode.RateLimited).RetryAfterSeconds);
        Assert.NotNull(Admit(other, Scope.Score).Principal);
    }

    [Fact]
    public void Letting_a_caller_in_allocates_nothing()
    {
        var headers = Headers(("Authorization", $"Bearer {_callers.Token("shop", Scope.Score)}"));
        var gatekeeper = _callers.Gatekeeper;
        for (var warm = 0; warm < 100; warm++) gatekeeper.Admit(headers, Scope.Score);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 1000; call++) gatekeeper.Admit(headers, Scope.Score);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    Admission Admit(string token, Scope scope) => _callers.Gatekeeper.Admit(Headers(("Authorization", $"Bearer {token}")), scope);

    Admission With(params (string Name, string Value)[] headers) => _callers.Gatekeeper.Admit(Headers(headers), Scope.Score);

    static HeaderDictionary Headers(params (string Name, string Value)[] headers) => new(headers.ToDictionary(header => header.Name, header => new Microsoft.Extensions.Primitives.StringValues(header.Value)));

    static string Hash(string secret) => SecretHash.Of(secret)!.Value.ToString();

    static Problem Refusal(Admission admission, ProblemCode code)
    {
        Assert.Null(admission.Principal);
        Assert.Equal(code, admission.Refusal!.Code);
        return admission.Refusal;
    }
}
