using System.Net;
using System.Net.Sockets;

namespace Recommender.Tests.Training.Scheduling;

/// <summary>A real web server on loopback that answers with the status codes it was given, in turn, and keeps what it was sent.</summary>
sealed class Listener : IDisposable
{
    readonly HttpListener _http = new();
    readonly Queue<int> _answers;

    /// <summary>A status code of 0 is no answer at all.</summary>
    public Listener(params int[] answers)
    {
        _answers = new(answers);
        Address = $"http://localhost:{FreePort()}/";
        _http.Prefixes.Add(Address);
        _http.Start();
        _ = AnswerAsync();
    }

    public string Address { get; }

    public List<(string Method, string? Type, string Body)> Received { get; } = [];

    public void Dispose() => _http.Close();

    async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var context = await _http.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                Received.Add((context.Request.HttpMethod, context.Request.ContentType, await reader.ReadToEndAsync()));
                if (_answers.Dequeue() is not 0 and var status)
                {
                    context.Response.StatusCode = status;
                    context.Response.Close();
                }
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed by the end of the test.
        }
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
