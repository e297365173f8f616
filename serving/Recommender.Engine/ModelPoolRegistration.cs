using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Recommender.Engine.Pool;

namespace Recommender.Engine;

/// <summary>Brings a pool of models into an application's services.</summary>
public static class ModelPoolRegistration
{
    /// <summary>Adds a pool over the store of one shop: the folder that holds its models, <c>models/default</c> under the home unless it is named.</summary>
    public static ModelPoolBuilder AddModelPool(this IServiceCollection services, string store = "models/default", PoolOptions? options = null)
    {
        var builder = new ModelPoolBuilder(store);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => builder.Open(
            options ?? new(), provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<ModelPool>>() ?? NullLogger<ModelPool>.Instance));
        return builder;
    }
}
