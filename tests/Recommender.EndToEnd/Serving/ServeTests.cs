using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Recommender.EndToEnd.Serving;

/// <summary>How a worker starts, is found, and ends.</summary>
public sealed class ServeTests(BuiltWorker worker) : IClassFixture<BuiltWorker>
{
    [Fact]
    public async Task It_says_one_line_when_it_answers_and_ends_cleanly_on_SIGTERM()
    {
        using var home = new TemporaryHome();
        using var serving = await worker.ServeAsync(home.Folder);

        Assert.Equal(401, await serving.StatusAsync(null));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(home.Path("state/worker.sock")));
        var ended = (await serving.EndAsync()).Ends(0);

        Assert.Matches(@"^Serving .* at http://127\.0\.0\.1:\d+ and http://127\.0\.0\.1:\d+\n$", ended.Output);
        Assert.Empty(ended.Errors);
        Assert.False(File.Exists(home.Path("state/worker.sock")));
        Assert.False(File.Exists(home.Path("state/worker.json")));
    }

    [Fact]
    public async Task What_was_written_survives_a_kill_and_the_next_worker_starts_over_what_is_left()
    {
        using var home = new TemporaryHome();
        string token;
        using (var killed = await worker.ServeAsync(home.Folder))
        {
            token = (await worker.TokenAsync(home.Folder, "score")).Token;
            killed.Launched.Signal("KILL");
            (await killed.Launched.EndAsync()).Ends(137);
        }

        var (meanwhile, _) = await worker.TokenAsync(home.Folder, "score");
        using var serving = await worker.ServeAsync(home.Folder);

        Assert.Equal(200, await serving.StatusAsync(token));
        Assert.Equal(200, await serving.StatusAsync(meanwhile));
        Assert.Equal(2, (await worker.RunAsync(home.Folder, "token", "list", "--json")).Ends(0).Json.GetArrayLength());
    }

    [Fact]
    public async Task A_second_worker_of_the_home_and_a_taken_port_are_refused_with_the_cure()
    {
        using var home = new TemporaryHome();
        using var other = new TemporaryHome();
        using var serving = await worker.ServeAsync(home.Folder);

        var second = (await worker.RunAsync(home.Folder, "serve", "--port", "0")).Ends(1);
        var taken = (await worker.RunAsync(other.Folder, "serve", "--port", $"{serving.Address.Port}", "--grpc-port", "0")).Ends(1);
        var inBackground = (await worker.RunAsync(other.Folder, "serve", "--background", "--port", $"{serving.Address.Port}", "--grpc-port", "0")).Ends(1);

        Assert.Contains("serves this home already", second.Error);
        Assert.Contains("serve --stop", second.Error);
        Assert.Contains($"Port {serving.Address.Port} is in use", taken.Error);
        Assert.Contains($"Port {serving.Address.Port} is in use", inBackground.Error);
        Assert.Equal(401, await serving.StatusAsync(null));
    }

    [Fact]
    public async Task It_runs_in_the_background_until_it_is_stopped()
    {
        using var home = new TemporaryHome();
        using var client = new HttpClient(new SocketsHttpHandler());

        var started = (await worker.RunAsync(home.Folder, "serve", "--background", "--port", "0")).Ends(0);
        var address = started.Output.Split(" at ").Last().Split(" and ")[0];
        using var answer = await client.GetAsync(new Uri($"{address}/api/v1/models"), TestContext.Current.CancellationToken);
        var again = (await worker.RunAsync(home.Folder, "serve", "--background", "--port", "0")).Ends(3);
        var stopped = (await worker.RunAsync(home.Folder, "serve", "--stop")).Ends(0);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("already", again.Error);
        Assert.Contains("has ended", stopped.Output);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"{address}/api/v1/models"), TestContext.Current.CancellationToken));
        Assert.Contains("No worker serves", (await worker.RunAsync(home.Folder, "serve", "--stop")).Ends(0).Output);
    }

    [Fact]
    public async Task A_home_whose_path_is_too_long_for_a_socket_has_it_elsewhere()
    {
        using var place = new TemporaryHome();
        var home = place.Path(new string('d', 60) + "/" + new string('e', 60));
        using var serving = await worker.ServeAsync(home);

        var (token, _) = await worker.TokenAsync(home, "score");

        Assert.Equal(200, await serving.StatusAsync(token));
        var socket = System.Text.Json.JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(home, "state/worker.json"), TestContext.Current.CancellationToken)).GetProperty("socket").GetString()!;
        Assert.False(socket.StartsWith(home, StringComparison.Ordinal));
        (await serving.EndAsync()).Ends(0);
        Assert.False(Directory.Exists(Path.GetDirectoryName(socket)));
    }

    [Fact]
    public async Task A_question_under_way_is_answered_before_the_end()
    {
        using var home = new TemporaryHome();
        using var serving = await worker.ServeAsync(home.Folder);
        using var slow = new TcpClient();
        await slow.ConnectAsync(serving.Address.Host, serving.Address.Port, TestContext.Current.CancellationToken);
        await slow.GetStream().WriteAsync("GET /api/v1/models HTTP/1.1\r\nHost: x\r\n"u8.ToArray(), TestContext.Current.CancellationToken);

        var clock = Stopwatch.StartNew();
        (await serving.EndAsync()).Ends(0);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_backup_while_it_runs_has_its_tokens()
    {
        using var home = new TemporaryHome();
        using var elsewhere = new TemporaryHome();
        using var serving = await worker.ServeAsync(home.Folder);
        var (token, _) = await worker.TokenAsync(home.Folder, "score");

        (await new Launch { Home = home.Folder }.RunAsync("data", "backup", elsewhere.Path("home.tar.gz"))).Ends(0);
        (await new Launch { Home = elsewhere.Path("restored") }.RunAsync("data", "restore", elsewhere.Path("home.tar.gz"))).Ends(0);
        using var restored = await worker.ServeAsync(elsewhere.Path("restored"));

        Assert.Equal(200, await restored.StatusAsync(token));
        Assert.Equal(["state.duckdb"], Directory.GetFiles(elsewhere.Path("restored/state")).Select(Path.GetFileName).Where(name => !name!.StartsWith("worker.", StringComparison.Ordinal) && !name.StartsWith('.') && !name.EndsWith(".wal", StringComparison.Ordinal)));
    }
}
