using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Recommender.Worker.Access;
using Recommender.Worker.Affinity;
using Recommender.Worker.CrossSell;
using Recommender.Worker.Feeds;
using Recommender.Worker.Models;
using Recommender.Worker.Suggestions;

namespace Recommender.Worker.Api;

/// <summary>The endpoints of /api/v1.</summary>
static class ApiRoutes
{
    public const string Root = "/api/v1";

    /// <summary>Every endpoint, in the order of the reference.</summary>
    public static IReadOnlyList<Endpoint> Endpoints { get; } =
    [
        .. RecommendationEndpoints.All,
        .. CrossSellEndpoints.All,
        .. AffinityEndpoints.All,
        .. ModelEndpoints.All,
        ItemFeed.Endpoint,
    ];

    public static void MapApi(this IEndpointRouteBuilder routes, ApiParts parts)
    {
        foreach (var endpoint in Endpoints)
        {
            foreach (var path in (string[])[endpoint.Path, .. endpoint.OtherPaths])
            {
                routes.MapMethods(path, MethodsOf(endpoint), context => endpoint.Answer(new(context, parts.ShopOf(context), parts))).RequireScope(endpoint.Scope).WithBodyLimit(endpoint.Largest).WithMetadata(endpoint);
            }
        }
        foreach (var path in Endpoints.SelectMany(endpoint => (string[])[endpoint.Path, .. endpoint.OtherPaths]).Distinct())
        {
            var allowed = string.Join(", ", [.. Endpoints.Where(endpoint => endpoint.Path == path || endpoint.OtherPaths.Contains(path)).SelectMany(MethodsOf), HttpMethods.Options]);
            routes.MapMethods(path, [HttpMethods.Options], context => Allow(context, allowed)).AllowAnyone();
        }
    }

    static string[] MethodsOf(Endpoint endpoint) => endpoint.Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [endpoint.Method];

    static Task Allow(HttpContext context, string methods)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = methods;
        return Task.CompletedTask;
    }
}
