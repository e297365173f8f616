using System.Net;
using Xunit;

namespace Recommender.EndToEnd.Serving;

/// <summary>Tokens and tenants by the verbs, while a worker runs and while none does.</summary>
public sealed class TokenTests(BuiltWorker worker) : IClassFixture<BuiltWorker>
{
    [Fact]
    public async Task A_token_made_before_the_start_works_and_one_revoked_while_it_runs_does_not()
    {
        using var home = new TemporaryHome();
        var (token, id) = await worker.TokenAsync(home.Folder, "score,events,insights,campaigns,admin", "--expires", "90d");
        using var serving = await worker.ServeAsync(home.Folder);

        Assert.Equal(200, await serving.StatusAsync(token));
        Assert.Equal([id], (await worker.RunAsync(home.Folder, "token", "list", "--json")).Ends(0).Json.EnumerateArray().Select(listed => listed.GetProperty("id").GetString()));
        (await worker.RunAsync(home.Folder, "token", "revoke", id)).Ends(0);

        await serving.RefusedAsync(HttpStatusCode.Unauthorized, "AUTH_FAILED", token);
        await serving.RefusedAsync(HttpStatusCode.Unauthorized, "AUTH_FAILED", null);
        Assert.Contains("no token with the id", (await worker.RunAsync(home.Folder, "token", "revoke", id)).Ends(1).Error);
    }

    [Fact]
    public async Task Tenants_are_made_limited_disabled_and_enabled_while_it_runs()
    {
        using var home = new TemporaryHome();
        using var serving = await worker.ServeAsync(home.Folder);
        var keys = (await worker.RunAsync(home.Folder, "tenant", "create", "shop", "--json")).Ends(0).Json;
        var (apiId, secret) = (keys.GetProperty("api_id").GetString()!, keys.GetProperty("secret").GetString()!);
        Assert.Equal(64, secret.Length);
        var (token, _) = await worker.TokenAsync(home.Folder, "score", "--tenant", "shop");
        var (foreign, _) = await worker.TokenAsync(home.Folder, "score");

        Assert.Equal(200, await serving.StatusAsync(token, ("X-Customer-Api-Id", apiId)));
        Assert.Equal(200, await serving.StatusAsync(null, ("X-Customer-Api-Id", apiId), ("X-Secret", secret)));
        await serving.RefusedAsync(HttpStatusCode.Forbidden, "TENANT_MISMATCH", foreign, ("X-Customer-Api-Id", apiId));
        await serving.RefusedAsync(HttpStatusCode.Unauthorized, "AUTH_FAILED", null, ("X-Customer-Api-Id", apiId), ("X-Secret", new string('0', 64)));

        (await worker.RunAsync(home.Folder, "tenant", "disable", "shop")).Ends(0);
        await serving.RefusedAsync(HttpStatusCode.Forbidden, "TENANT_DISABLED", token);
        Assert.Equal(200, await serving.StatusAsync(foreign));
        (await worker.RunAsync(home.Folder, "tenant", "enable", "shop")).Ends(0);
        Assert.Equal(200, await serving.StatusAsync(token));

        (await worker.RunAsync(home.Folder, "tenant", "limit", "shop", "--rate", "0.05", "--burst", "1")).Ends(0);
        await serving.StatusAsync(token);
        using var refused = await serving.AskAsync(token);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 20);
        Assert.Equal(200, await serving.StatusAsync(foreign));
    }

    [Fact]
    public async Task A_token_does_what_it_was_made_for_and_nothing_else()
    {
        using var home = new TemporaryHome();
        using var serving = await worker.ServeAsync(home.Folder);
        var (events, _) = await worker.TokenAsync(home.Folder, "events");
        var (key, _) = await worker.TokenAsync(home.Folder, "score,events", "--publishable", "--origins", "https://shop.example");

        var problem = await serving.RefusedAsync(HttpStatusCode.Forbidden, "SCOPE_MISSING", events, ("Accept-Language", "pt-BR"));
        Assert.Contains("permissão 'score'", problem.GetProperty("message").GetString());
        Assert.Equal(200, await serving.StatusAsync(key, ("Origin", "https://shop.example")));
        await serving.RefusedAsync(HttpStatusCode.Forbidden, "ORIGIN_NOT_ALLOWED", key, ("Origin", "https://evil.example"));
        await serving.RefusedAsync(HttpStatusCode.Forbidden, "ORIGIN_NOT_ALLOWED", key);
    }

    [Fact]
    public async Task The_state_holds_no_token_and_no_secret()
    {
        using var home = new TemporaryHome();
        var (token, _) = await worker.TokenAsync(home.Folder, "score");
        var secret = (await worker.RunAsync(home.Folder, "tenant", "create", "shop", "--json")).Ends(0).Json.GetProperty("secret").GetString()!;

        foreach (var file in Directory.GetFiles(home.Folder, "*", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(token[8..40], text);
            Assert.DoesNotContain(secret[..32], text);
        }
    }

    [Theory]
    [InlineData("is no scope", 2, "token", "create", "--scopes", "scores")]
    [InlineData("--scopes", 2, "token", "create")]
    [InlineData("no time to come", 2, "token", "create", "--scopes", "score", "--expires", "yesterday")]
    [InlineData("no time to come", 2, "token", "create", "--scopes", "score", "--expires", "2020-01-01")]
    [InlineData("go together", 2, "token", "create", "--scopes", "score", "--publishable")]
    [InlineData("score and events only", 2, "token", "create", "--scopes", "score,admin", "--publishable", "--origins", "https://shop.example")]
    [InlineData("is no origin", 2, "token", "create", "--scopes", "score", "--publishable", "--origins", "https://shop.example/page")]
    [InlineData("There is no tenant 'shop'", 1, "token", "create", "--scopes", "score", "--tenant", "shop")]
    [InlineData("There is no tenant 'shop'", 1, "tenant", "disable", "shop")]
    [InlineData("is not allowed", 1, "tenant", "create", "My Shop")]
    [InlineData("--rate", 2, "tenant", "limit", "default", "--rate", "0")]
    public async Task A_wrong_verb_is_explained(string words, int exitCode, params string[] arguments)
    {
        using var home = new TemporaryHome();

        Assert.Contains(words, (await worker.RunAsync(home.Folder, arguments)).Ends(exitCode).Error);
    }
}
