using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Recommender.Worker.Problems;
using Recommender.Worker.State;

namespace Recommender.Worker.Access;

/// <summary>Everything that a request passes before its endpoint.</summary>
static class AccessPipeline
{
    /// <summary>How long an answer may take; an endpoint that streams says DisableRequestTimeout.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(route => route.ThrowOnBadRequest = true);   // so that the answer can say what was wrong
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = Patience, TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
        });
        services.AddSingleton<AccessRegister>().AddSingleton<Gatekeeper>();
        return services.AddSingleton<StateFollower>(provider => provider.GetRequiredService<AccessRegister>().Apply);
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseMiddleware<CrossOriginMiddleware>();
        app.UseRouting();
        app.UseMiddleware<AccessMiddleware>();
        app.UseRequestTimeouts();
    }
}
