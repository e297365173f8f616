using Recommender.Worker.Grpc.Calls;
using Recommender.Worker.Grpc.Health.V1;
using Recommender.Worker.Grpc.Wire;
using Status = Recommender.Worker.Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Recommender.Worker.Grpc.Health;

/// <summary>The methods of <c>grpc.health.v1.Health</c>; open to everybody, as balancers have no token.</summary>
static class HealthMethods
{
    public static IReadOnlyList<Method> All(HealthBoard board) =>
    [
        new("/grpc.health.v1.Health/Check", Scope: null, call => CheckAsync(call, board)),
        new("/grpc.health.v1.Health/Watch", Scope: null, call => WatchAsync(call, board)) { IsStream = true },
    ];

    static async Task CheckAsync(Call call, HealthBoard board)
    {
        var service = (await call.OnlyAsync<HealthCheckRequest>()).Service;
        if (board.IsServing(service) is not { } isServing) throw new CallException(StatusCode.NotFound, $"There is no service '{service}' here. Ask with an empty name for the worker as a whole.");

        call.Answer(new HealthCheckResponse { Status = StatusOf(isServing) });
    }

    static async Task WatchAsync(Call call, HealthBoard board)
    {
        var service = (await call.OnlyAsync<HealthCheckRequest>()).Service;
        for (Status? told = null; ;)
        {
            var (changed, isEnding, status) = (board.Changed, board.IsEnding, StatusOf(board.IsServing(service)));
            if (status != told) await call.SendAsync(new HealthCheckResponse { Status = status });
            if (isEnding) throw new CallException(StatusCode.Unavailable, "The worker ends.");

            told = status;
            await changed.WaitAsync(call.Cancelled);
        }
    }

    static Status StatusOf(bool? isServing) => isServing switch
    {
        true => Status.Serving,
        false => Status.NotServing,
        null => Status.ServiceUnknown,
    };
}
