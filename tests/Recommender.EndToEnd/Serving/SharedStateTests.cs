using System.Diagnostics;
using System.Net;
using Recommender.Tests.Storage.Postgres;
using Xunit;

namespace Recommender.EndToEnd.Serving;

/// <summary>Two workers behind one PostgreSQL.</summary>
public sealed class SharedStateTests(BuiltWorker worker, PostgresServer server) : IClassFixture<BuiltWorker>, IClassFixture<PostgresServer>
{
    [Fact]
    public async Task Workers_that_share_a_PostgreSQL_see_each_others_changes_within_a_second()
    {
        using var one = new TemporaryHome();
        using var two = new TemporaryHome();
        var shared = await ShareAsync();
        var launch = worker.Launch with { Environment = shared };
        using var first = new ServingWorker((launch with { Home = one.Folder }).Start("serve", "--port", "0"));
        using var second = new ServingWorker((launch with { Home = two.Folder }).Start("serve", "--port", "0"));
        await first.ReadyAsync();
        await second.ReadyAsync();

        var made = (await (launch with { Home = one.Folder }).RunAsync("token", "create", "--scopes", "score", "--json")).Ends(0).Json;
        var (token, id) = (made.GetProperty("token").GetString()!, made.GetProperty("id").GetString()!);
        var seen = await UntilAsync(second, token, 200);
        await UntilAsync(first, token, 200);
        (await (launch with { Home = two.Folder }).RunAsync("token", "revoke", id)).Ends(0);
        var ended = await UntilAsync(first, token, 401);
        await UntilAsync(second, token, 401);

        Assert.InRange(seen, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange(ended, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await first.RefusedAsync(HttpStatusCode.Unauthorized, "AUTH_FAILED", token);
        (await first.EndAsync()).Ends(0);
        (await second.EndAsync()).Ends(0);
    }

    async Task<Dictionary<string, string>> ShareAsync()
    {
        var name = $"state_{Guid.NewGuid():N}";
        await server.ExecuteAsync("postgres", $"CREATE DATABASE {name} TEMPLATE template0", TestContext.Current.CancellationToken);
        var address = new Npgsql.NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = server.Port, Database = name, Username = PostgresServer.User, Password = PostgresServer.Password };
        return new() { ["RECOMMENDER_NO_BUILD"] = "1", ["ConnectionStrings__Postgres"] = address.ConnectionString };
    }

    static async Task<TimeSpan> UntilAsync(ServingWorker serving, string token, int status)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            if (await serving.StatusAsync(token) == status || clock.Elapsed > TimeSpan.FromSeconds(10)) return clock.Elapsed;
        }
    }
}
