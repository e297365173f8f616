using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Access;

/// <summary>Stands between the choice of an endpoint and the reading of the body: whoever may not call it is refused here.</summary>
sealed class AccessMiddleware(RequestDelegate next, Gatekeeper gatekeeper)
{
    public Task InvokeAsync(HttpContext context)
    {
        // What routing itself puts there to say 405 or 415 is no endpoint of ours.
        if (context.GetEndpoint() is not RouteEndpoint endpoint) return next(context);

        var required = endpoint.Metadata.GetMetadata<RequiredScope>()
            ?? throw new InvalidOperationException($"The endpoint '{endpoint.DisplayName}' does not say who may call it.");
        if (required.Scope is not { } scope) return next(context);

        var admission = gatekeeper.Admit(context.Request.Headers, scope);
        if (admission.Principal is not { } principal) return ProblemAnswer.WriteAsync(context, admission.Refusal!);

        context.Features.Set(principal);
        return next(context);
    }
}
