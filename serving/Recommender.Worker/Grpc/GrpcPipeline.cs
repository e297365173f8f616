using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Recommender.Worker.Access;
using Recommender.Worker.Grpc.Calls;
using Recommender.Worker.Grpc.Health;
using Recommender.Worker.Grpc.Methods;
using Recommender.Worker.Problems;
using Recommender.Worker.Shops;

namespace Recommender.Worker.Grpc;

/// <summary>Puts gRPC before everything else that a worker answers: it has refusals, limits and timeouts of its own.</summary>
static class GrpcPipeline
{
    /// <summary>Answers with the worker's shops, for those whom its gatekeeper lets in.</summary>
    public static void UseGrpc(this WebApplication app)
    {
        var (health, clock) = (new HealthBoard(), app.Services.GetRequiredService<TimeProvider>());
        app.Lifetime.ApplicationStarted.Register(() => health.Begin(RecommenderMethods.Service));
        app.Lifetime.ApplicationStopping.Register(health.End);
        var methods = RecommenderMethods.All(() => Guid.CreateVersion7(clock.GetUtcNow()).ToString());
        app.UseGrpc(new([.. methods, .. HealthMethods.All(health)], GateOf(app.Services), new() { Clock = clock }, app.Services.GetRequiredService<ILogger<GrpcServer>>()));
    }

    /// <summary>Calls go to the server, all else goes on.</summary>
    public static void UseGrpc(this IApplicationBuilder app, GrpcServer server) =>
        app.Use((context, next) => server.Takes(context.Request) ? server.HandleAsync(context) : next(context));

    static CallGate GateOf(IServiceProvider services)
    {
        var (gatekeeper, shops) = (services.GetRequiredService<Gatekeeper>(), services.GetRequiredService<OpenShops>());
        return (metadata, scope) =>
        {
            var admission = gatekeeper.Admit(metadata, scope);
            return admission.Principal is { } caller ? shops.Of(caller.Tenant) : throw new ProblemException(admission.Refusal!);
        };
    }
}
