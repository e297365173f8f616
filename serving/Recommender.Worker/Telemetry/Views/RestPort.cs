using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace Recommender.Worker.Telemetry.Views;

/// <summary>The port at which the worker tells of itself: the first that it listens at, which is REST's.</summary>
sealed class RestPort(IServer server)
{
    readonly Lazy<int?> _port = new(() => PortOf(server));

    /// <summary>Whether a request came in there.</summary>
    public bool Took(HttpContext context) => _port.Value is not { } port || context.Connection.LocalPort == port;

    static int? PortOf(IServer server) =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } first ? BindingPort(first) : null;

    static int? BindingPort(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Port : null;
}
