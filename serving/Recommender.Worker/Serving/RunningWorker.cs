using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Recommender.Core;
using Recommender.Storage.State;

namespace Recommender.Worker.Serving;

/// <summary>A worker that answers, from its start to its end.</summary>
sealed class RunningWorker : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly WorkerState _state;

    RunningWorker(WebApplication app, WorkerState state) => (_app, _state) = (app, state);

    /// <summary>Where it answers; REST first.</summary>
    public IReadOnlyList<string> Urls => [.. _app.Urls.Where(url => !url.StartsWith("http://unix:", StringComparison.Ordinal))];

    /// <summary>Asked to end over its socket, or by the service manager.</summary>
    public CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    /// <summary>Starts one; when this returns it answers.</summary>
    public static async Task<RunningWorker> StartAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        var state = await WorkerState.OpenAsync(options.Home, options.Clock, cancellationToken);
        var worker = default(RunningWorker);
        try
        {
            worker = new(WorkerHost.Create(options, state), state);
            await worker.StartAsync(cancellationToken);
            return worker;
        }
        catch (Exception e)
        {
            if (worker is not null) await worker.DisposeAsync();
            else state.Dispose();
            if (e is IOException or SocketException && Explain(e, options) is { } explained) throw explained;
            throw;
        }
    }

    /// <summary>Takes nothing new in and answers what was begun.</summary>
    public Task StopAsync() => _app.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_state.Socket is not null) WorkerNote.Erase(_state.Folder);
        await _app.DisposeAsync();
        _state.Dispose();
    }

    async Task StartAsync(CancellationToken cancellationToken)
    {
        await _app.StartAsync(cancellationToken);
        if (_state.Socket is not { } socket) return;

        socket.Close();
        new WorkerNote(Environment.ProcessId, socket.Path, Urls).Write(_state.Folder);
    }

    static UserErrorException? Explain(Exception e, ServeOptions options)
    {
        var ports = options.GrpcPort is { } grpc and > 0 ? $"{options.Port} or {grpc}" : $"{options.Port}";
        if (e.InnerException is AddressInUseException)
            return new($"Port {ports} is in use at {options.Address} by another program. Choose others with --port and --grpc-port; 0 takes a free one.", e);

        return e is SocketException { SocketErrorCode: var code } ? code switch
        {
            SocketError.AccessDenied => new($"Port {ports} at {options.Address} may not be taken by this user. Choose a port above 1023 with --port, and let a proxy listen below.", e),
            SocketError.AddressNotAvailable => new($"--listen {options.Address} is no address of this machine. Write one that it has, such as 127.0.0.1 or 0.0.0.0.", e),
            _ => null,
        } : null;
    }
}
