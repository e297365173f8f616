using System.Net;
using Microsoft.AspNetCore.Http;
using Recommender.Tests.Worker.Access;
using Recommender.Worker.Access;
using Recommender.Worker.Problems;
using Recommender.Worker.Telemetry;
using Recommender.Worker.Telemetry.Views;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Views;

public sealed class ViewersTests
{
    readonly KnownCallers _callers = new();

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5080")]
    [InlineData("127.0.0.1", "localhost:5080")]
    [InlineData("::1", "[::1]:5080")]
    public void Whoever_asks_from_this_machine_sees_everything(string from, string host) => AssertWhole(From(from, host));

    [Theory]
    [InlineData("10.0.0.9", "localhost:5080")]
    [InlineData("127.0.0.1", "shop.example.org")]
    [InlineData(null, "localhost")]
    public void Whoever_asks_from_elsewhere_or_by_another_name_needs_a_token(string? from, string host) =>
        AssertRefused(ProblemCode.AuthFailed, From(from, host));

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public void What_a_proxy_passes_on_comes_from_elsewhere(string header)
    {
        var context = From("127.0.0.1", "localhost");
        context.Request.Headers[header] = "anything";

        AssertRefused(ProblemCode.AuthFailed, context);
    }

    [Theory]
    [InlineData("Local")]
    [InlineData("Token")]
    [InlineData("Anyone")]
    public void A_token_of_an_administrator_opens_its_own_tenant_wherever_it_comes_from(string setting)
    {
        var access = Enum.Parse<MetricsAccess>(setting);

        Assert.Equal(new View("north", null), ViewOf(WithToken(_callers.Token("north", Scope.Admin)), access));
        AssertRefused(ProblemCode.ScopeMissing, WithToken(_callers.Token("north", Scope.Score)), access);
        AssertRefused(ProblemCode.AuthFailed, WithToken("nobody's"), access);
    }

    [Fact]
    public void The_setting_closes_this_machine_or_opens_the_port_to_all()
    {
        AssertRefused(ProblemCode.AuthFailed, From("127.0.0.1", "localhost"), MetricsAccess.Token);
        AssertWhole(From("10.0.0.9", "shop.example.org"), MetricsAccess.Anyone);
    }

    void AssertWhole(HttpContext context, MetricsAccess access = MetricsAccess.Local) => Assert.Equal(default, ViewOf(context, access));

    void AssertRefused(ProblemCode code, HttpContext context, MetricsAccess access = MetricsAccess.Local)
    {
        var view = ViewOf(context, access);

        Assert.Equal(code, view.Refusal?.Code);
        Assert.Null(view.OnlyTenant);
    }

    View ViewOf(HttpContext context, MetricsAccess access) => new Viewers(new() { Metrics = access }, _callers.Gatekeeper).Of(context);

    static DefaultHttpContext WithToken(string token)
    {
        var context = From("127.0.0.1", "localhost");
        context.Request.Headers.Authorization = $"Bearer {token}";
        return context;
    }

    static DefaultHttpContext From(string? address, string host)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        context.Request.Host = new(host);
        return context;
    }
}
