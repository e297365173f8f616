using Recommender.Core;
using Recommender.Storage.Postgres;
using Xunit;

namespace Recommender.Tests.Storage.Postgres;

[Collection(PostgresCollection.Name)]
public sealed class PostgresAddressTests(PostgresServer server)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_uri_with_encoded_characters_connects()
    {
        var database = (await server.CreateDatabaseAsync(Stop)).Database;
        var uri = $"postgres://{PostgresServer.User}:{Uri.EscapeDataString(PostgresServer.Password)}@127.0.0.1:{server.Port}/{database}?sslmode=disable";

        await using var connection = await PostgresAddress.Parse(uri).ConnectAsync(Stop);

        Assert.Equal(database, connection.Database);
    }

    [Fact]
    public async Task A_wrong_password_names_the_user_and_is_not_shown()
    {
        var database = (await server.CreateDatabaseAsync(Stop)).Database;
        var address = server.Address(database, password: "not-the-password");

        var error = await Assert.ThrowsAsync<UserErrorException>(() => address.ConnectAsync(Stop));

        Assert.Contains($"127.0.0.1:{server.Port}/{database} does not let user 'shop' in", error.Message);
        Assert.DoesNotContain("not-the-password", error.ToString());
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named()
    {
        await server.CreateDatabaseAsync(Stop);

        var error = await Assert.ThrowsAsync<UserErrorException>(() => server.Address("nowhere").ConnectAsync(Stop));

        Assert.Contains("has no database 'nowhere'", error.Message);
    }

    [Theory]
    [InlineData("postgres://me:hidden-word@127.0.0.1:1/shop", "127.0.0.1:1/shop")]
    [InlineData("Host=no-such-host.invalid;Port=5432;Database=shop;Username=me;Password=hidden-word", "no-such-host.invalid:5432/shop")]
    public async Task A_server_that_cannot_be_reached_is_named_by_host_and_port(string text, string place)
    {
        var address = PostgresAddress.Parse(text);

        var error = await Assert.ThrowsAsync<UserErrorException>(() => address.ConnectAsync(Stop));

        Assert.Contains($"PostgreSQL at {place} cannot be reached", error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("hidden-word", error.ToString());
        Assert.DoesNotContain("hidden-word", address.ToString());
    }

    [Theory]
    [InlineData("postgres://me:hid den@host:port/shop", "does not read as a URI")]
    [InlineData("just some words", "does not read")]
    [InlineData("Hots=localhost;Password=hid den", "'hots' is unknown. Did you mean 'Host'?")]
    [InlineData("Host=localhost;Port=many;Password=hid den", "'port' has a value that it cannot take")]
    public void An_address_that_does_not_read_says_why_without_the_password(string text, string reason)
    {
        var error = Assert.Throws<UserErrorException>(() => PostgresAddress.Parse(text));

        Assert.Contains(reason, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hid den", error.ToString());
    }
}
