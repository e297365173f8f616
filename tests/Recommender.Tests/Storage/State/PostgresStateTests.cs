using Recommender.Storage.Postgres;
using Recommender.Storage.State;
using Recommender.Tests.Storage.Postgres;
using Xunit;

namespace Recommender.Tests.Storage.State;

[Collection(PostgresCollection.Name)]
public sealed class PostgresStateTests(PostgresServer server) : StateContract
{
    PostgresAddress? _database;

    protected override async Task<IStateStore> OpenAsync() => await PostgresState.OpenAsync(_database ??= await server.CreateDatabaseAsync(Stop), Clock, Stop);

    [Fact]
    public async Task Workers_that_start_together_prepare_it_once_and_share_it()
    {
        _database = await server.CreateDatabaseAsync(Stop);

        var workers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(OpenAsync)));

        await WriteAsync(workers[0], Name, "shared");
        Assert.All(await Task.WhenAll(workers.Select(worker => worker.FindAsync(Name, Stop))), document => Assert.Equal("shared", document!.Json));
        Assert.Equal(1, await workers[5].RevisionAsync(Stop));
        Array.ForEach(workers, worker => worker.Dispose());
    }

    [Fact]
    public async Task Whoever_sees_a_revision_has_seen_all_before_it()
    {
        using var one = await OpenAsync();
        using var two = await OpenAsync();
        using var reader = await OpenAsync();
        var writing = Task.WhenAll(WriteManyAsync(one, "one"), WriteManyAsync(two, "two"));

        var (seen, after) = (0, 0L);
        while (seen < 100)
        {
            foreach (var change in await reader.ChangesAsync(after, Stop)) (seen, after) = (seen + 1, change.Revision);
        }

        await writing;
        Assert.Equal(100, after);
    }

    [Fact]
    public async Task A_server_that_is_away_is_told_from_a_mistake()
    {
        var away = PostgresAddress.Parse("Host=127.0.0.1;Port=1;Username=me;Password=hidden-word;Database=x");

        var error = await Assert.ThrowsAsync<StateUnavailableException>(() => PostgresState.OpenAsync(away, Clock, Stop));

        Assert.Contains("cannot be reached", error.Message);
        Assert.DoesNotContain("hidden-word", error.ToString());
    }

    static async Task WriteManyAsync(IStateStore state, string tenant)
    {
        for (var key = 0; key < 50; key++) await WriteAsync(state, new("rules", tenant, $"{key}"), "{}");
    }
}
