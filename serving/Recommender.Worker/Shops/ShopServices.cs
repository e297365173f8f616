using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Recommender.Storage.Homes;
using Recommender.Worker.Serving;

namespace Recommender.Worker.Shops;

/// <summary>The shops as a part of the worker.</summary>
static class ShopServices
{
    public static IServiceCollection AddShops(this IServiceCollection services) => services
        .AddSingleton(provider => new OpenShops(
            provider.GetRequiredService<ServeOptions>().Home, new() { Pinned = new HashSet<string> { HomeFolder.DefaultTenant } },
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<OpenShops>>()))
        .AddHostedService<FirstShop>();
}
