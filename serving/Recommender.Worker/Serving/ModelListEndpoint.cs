using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Recommender.Worker.Access;

namespace Recommender.Worker.Serving;

/// <summary><c>GET /api/v1/models</c>: the caller's models in the store.</summary>
static class ModelListEndpoint
{
    public static void MapModelList(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/models", List).RequireScope(Scope.Score);

    static IResult List(Principal principal, ServeOptions options)
    {
        var models = options.Home.Tenant(principal.Tenant).Models.Models;
        return Results.Ok(new ListedModels([.. models.Select(model => new ListedModel(model.Name, model.Versions, model.Aliases))]));
    }

    sealed record ListedModels(IReadOnlyList<ListedModel> Models);

    sealed record ListedModel(string Model, IReadOnlyList<int> Versions, IReadOnlyDictionary<string, int> Aliases);
}
