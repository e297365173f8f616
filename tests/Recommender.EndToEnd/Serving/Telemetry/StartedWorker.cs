using System.Net;
using System.Net.Sockets;

namespace Recommender.EndToEnd.Serving.Telemetry;

/// <summary>A worker as a process of its own, on an empty home, with a client of its REST port.</summary>
sealed class StartedWorker : IDisposable
{
    static readonly Lazy<Task> Built = new(async () => (await new Launch().RunAsync("serve", "--help")).Ends(0));

    readonly TemporaryHome _home = new();
    readonly SocketsHttpHandler _handler = new();

    StartedWorker(IReadOnlyDictionary<string, string> environment, string[] options)
    {
        var (rest, grpc) = (FreePort(), FreePort());
        var launch = new Launch { Home = _home.Folder, Environment = new Dictionary<string, string>(environment) { ["RECOMMENDER_NO_BUILD"] = "1" }, Timeout = TimeSpan.FromMinutes(1) };
        Process = launch.Start(["serve", "--port", $"{rest}", "--grpc-port", $"{grpc}", .. options]);
        Client = new(_handler) { BaseAddress = new($"http://127.0.0.1:{rest}") };
    }

    public Launched Process { get; }

    public HttpClient Client { get; }

    /// <summary>Starts one and waits until it says that it serves.</summary>
    public static async Task<StartedWorker> StartAsync(IReadOnlyDictionary<string, string> environment, params string[] options)
    {
        await Built.Value;
        var worker = new StartedWorker(environment, options);
        await worker.Process.FirstWordAsync();
        return worker;
    }

    /// <summary>Asks it to end, as a system does, and waits until it has.</summary>
    public async Task<Outcome> StopAsync()
    {
        Process.Signal("TERM");
        return await Process.EndAsync();
    }

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
        Process.Dispose();
        _home.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
