using Microsoft.Extensions.Hosting;
using Recommender.Worker.Serving;

namespace Recommender.Worker.Telemetry.Health;

/// <summary>
/// Between the signal to end and the closing of the doors: /readyz says 503 from the signal on, while the requests under way are answered and whoever
/// asks anew is answered too. Half of the drain time at most; the server has the rest for what is left.
/// </summary>
sealed class Draining(RequestsUnderWay requests, ServeOptions options) : IHostedLifecycleService
{
    volatile bool _isDraining;

    public bool IsDraining => _isDraining;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isDraining = true;
        try
        {
            await requests.EndOfThose().WaitAsync(options.Drain / 2, options.Clock, cancellationToken);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            // The server ends them, or breaks them off.
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
