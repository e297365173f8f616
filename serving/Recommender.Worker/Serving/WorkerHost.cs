using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Recommender.Storage.State;
using Recommender.Worker.Access;
using Recommender.Worker.Api;
using Recommender.Worker.Grpc;
using Recommender.Worker.Shops;
using Recommender.Worker.State;
using Recommender.Worker.Telemetry;

namespace Recommender.Worker.Serving;

/// <summary>A worker as a web application: what it is made of, and which slice answers where.</summary>
static class WorkerHost
{
    public static WebApplication Create(ServeOptions options, WorkerState state)
    {
        // Settings come from the environment and from beside the program, never from the folder that somebody happens to stand in.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options, state));
        builder.Logging.SpeakToStandardError(options.LogsJson);
        // A start that fails is explained by whoever asked for it, in one line.
        var app = default(WebApplication);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && app?.Lifetime.ApplicationStarted.IsCancellationRequested == true);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Drain);
        builder.Services.AddSingleton(options).AddSingleton(options.Clock);
        AddState(builder.Services, state.Store);
        builder.AddTelemetry(options.Telemetry);
        builder.Services.AddAccess();
        builder.Services.AddShops();
        builder.Services.AddApi();

        app = builder.Build();
        app.UseControl();
        app.UseGrpc();
        app.UseAccess();
        app.MapTelemetry();
        app.MapApi();
        return app;
    }

    static void AddState(IServiceCollection services, IStateStore store)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LiveState>(provider, store));
        services.AddSingleton<IStateStore>(provider => provider.GetRequiredService<LiveState>());
        services.AddHostedService(provider => provider.GetRequiredService<LiveState>());
    }

    static void Listen(KestrelServerOptions kestrel, ServeOptions options, WorkerState state)
    {
        KestrelLimits.Set(kestrel);
        kestrel.Listen(options.Address, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        if (options.GrpcPort is { } grpc) kestrel.Listen(options.Address, grpc, listen => listen.Protocols = HttpProtocols.Http2);
        if (state.Socket is { } socket) kestrel.ListenForVerbs(socket.Path);
    }
}
