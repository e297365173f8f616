using Microsoft.Extensions.Hosting;
using Recommender.Engine.Pool;
using Recommender.Storage.Homes;

namespace Recommender.Worker.Shops;

/// <summary>Loads what is live of the default tenant before the worker says that it is ready; other tenants' models come with their first question.</summary>
sealed class FirstShop(OpenShops shops) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Load(async () => (await shops.Pool.TakeModelAsync(HomeFolder.DefaultTenant, null, cancellationToken)).Dispose()),
        Load(async () => (await shops.Pool.TakeMatrixAsync(HomeFolder.DefaultTenant, null, cancellationToken)).Dispose()));

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A worker without a model is a worker that waits for one: the pool reports what is missing or broken.
    static async Task Load(Func<Task> load)
    {
        try
        {
            await load();
        }
        catch (NoModelException)
        {
            // Said at /readyz and to whoever asks.
        }
    }
}
