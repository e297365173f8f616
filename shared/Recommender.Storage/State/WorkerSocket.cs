using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Serialization.Metadata;

namespace Recommender.Storage.State;

/// <summary>Speaks to the worker of a home over its Unix socket, as HTTP.</summary>
public sealed class WorkerSocket : IDisposable
{
    /// <summary>Where questions to the state go.</summary>
    public const string StatePath = "/state";

    /// <summary>Where a worker is told to end.</summary>
    public const string StopPath = "/stop";

    readonly HttpClient _client;

    WorkerSocket(WorkerNote worker)
    {
        Worker = worker;
        _client = new(new SocketsHttpHandler { ConnectCallback = (_, cancellationToken) => ConnectAsync(worker.Socket, cancellationToken) }) { BaseAddress = new("http://worker") };
    }

    /// <summary>The worker at the other end.</summary>
    public WorkerNote Worker { get; }

    /// <summary>The worker of a home; null when none runs, or none that answers.</summary>
    public static async Task<WorkerSocket?> TryConnectAsync(StateFolder folder, CancellationToken cancellationToken)
    {
        if (WorkerNote.Read(folder) is not { } worker) return null;

        try
        {
            using var probe = await ConnectAsync(worker.Socket, cancellationToken);
            return new(worker);
        }
        catch (SocketException)
        {
            return null;   // the note of one that was killed
        }
    }

    /// <summary>Asks for the end of the worker; it goes on until what it has begun is answered.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => SendAsync(new(HttpMethod.Post, StopPath), cancellationToken);

    internal async Task<TAnswer> AskAsync<TQuestion, TAnswer>(TQuestion question, JsonTypeInfo<TQuestion> asks, JsonTypeInfo<TAnswer> answers, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(new(HttpMethod.Post, StatePath) { Content = JsonContent.Create(question, asks) }, cancellationToken);
        return (await response.Content.ReadFromJsonAsync(answers, cancellationToken))!;
    }

    public void Dispose() => _client.Dispose();

    async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return (await _client.SendAsync(request, cancellationToken)).EnsureSuccessStatusCode();
        }
        catch (HttpRequestException e)
        {
            throw new StateUnavailableException($"The worker (process {Worker.Process}) did not do what it was asked over {Worker.Socket}: {e.Message.TrimEnd('.')}. See what it says, or stop it with: recommender serve --stop", e);
        }
    }

    static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
