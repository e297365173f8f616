using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Recommender.Storage.Homes;
using Recommender.Worker.Access;
using Recommender.Worker.Problems;
using Recommender.Worker.Reference;
using Recommender.Worker.Serving;
using Recommender.Worker.Shops;

namespace Recommender.Worker.Api;

/// <summary>The endpoints as a part of the worker.</summary>
static class ApiServices
{
    const string BySecret = "the tenant's secret";

    public static IServiceCollection AddApi(this IServiceCollection services) => services.AddSingleton<ExceptionProblem>(ApiProblems.Of);

    /// <summary>Maps the endpoints and what is read about them; each caller is answered by the shop of its own tenant.</summary>
    public static void MapApi(this WebApplication app)
    {
        var (shops, home) = (app.Services.GetRequiredService<OpenShops>(), app.Services.GetRequiredService<ServeOptions>().Home);
        app.MapApi(new ApiParts(context => Of(context, shops, home), app.Services.GetRequiredService<TimeProvider>()));
        app.MapReference();
    }

    static AskedShop Of(HttpContext context, OpenShops shops, HomeFolder home)
    {
        var principal = context.Features.Get<Principal>() ?? throw new InvalidOperationException("An endpoint of the API was reached by nobody.");
        return new(shops.Of(principal.Tenant), home, principal.Token ?? BySecret);
    }
}
