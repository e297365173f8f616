using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Recommender.Worker.Access;
using Recommender.Worker.Shops;

namespace Recommender.Worker.Serving;

/// <summary>A worker as a web application: what it is made of, and which slice answers where.</summary>
static class WorkerHost
{
    public static WebApplication Create(ServeOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Drain);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddAccess();
        builder.Services.AddShops();
        var app = builder.Build();
        app.UseAccess();
        return app;
    }

    static void Listen(KestrelServerOptions kestrel, ServeOptions options)
    {
        KestrelLimits.Set(kestrel);
        kestrel.Listen(options.Address, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        if (options.GrpcPort is { } grpc) kestrel.Listen(options.Address, grpc, listen => listen.Protocols = HttpProtocols.Http2);
    }
}
