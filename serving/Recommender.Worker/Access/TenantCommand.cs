using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Storage.State;
using Spectre.Console;

namespace Recommender.Worker.Access;

/// <summary><c>recommender tenant create shop</c></summary>
static class TenantCommand
{
    static readonly Argument<string> Slug = new("slug") { Description = "The tenant's name: a-z, 0-9, '-' and '_'." };

    static readonly Option<double> Rate = new("--rate") { Description = "Requests a second in the long run.", HelpName = "n", Required = true };

    static readonly Option<int?> Burst = new("--burst") { Description = "Requests that may come at once [default: twice the rate].", HelpName = "n" };

    public static Command Create() => new("tenant",
        """
        Tenants: shops that share this service and never see each other. The tenant 'default' is there by itself.

        Example:
          recommender tenant create shop
        """)
    {
        Sub("create", "Make a tenant and show its api id and its secret, this once.", CreateAsync),
        Sub("secret", "Give a tenant another api id and secret; those it had end at once.", RenewAsync),
        Sub("disable", "Let nobody of a tenant in, at once.", (verb, parsed, state, token) => SetAsync(verb, parsed, state, record => record with { IsDisabled = true }, token)),
        Sub("enable", "Let a disabled tenant in again.", (verb, parsed, state, token) => SetAsync(verb, parsed, state, record => record with { IsDisabled = false }, token)),
        Limit(),
        List(),
    };

    static Command Sub(string name, string describe, Func<Verb, ParseResult, IStateStore, CancellationToken, Task> work)
    {
        var command = new Command(name, $"{describe}\n\nExample:\n  recommender tenant {name} shop") { Slug };
        StateVerb.Bind(command, work);
        return command;
    }

    static Command Limit()
    {
        var command = new Command("limit", "Limit the requests of a tenant.\n\nExample:\n  recommender tenant limit shop --rate 500 --burst 2000") { Slug, Rate, Burst };
        StateVerb.Bind(command, (verb, parsed, state, token) => SetAsync(verb, parsed, state, record => record with { Limit = LimitOf(parsed) }, token));
        return command;
    }

    static Command List()
    {
        var command = new Command("list", "List the tenants.\n\nExample:\n  recommender tenant list");
        StateVerb.Bind(command, ListAsync);
        return command;
    }

    static async Task CreateAsync(Verb verb, ParseResult parsed, IStateStore state, CancellationToken cancellationToken)
    {
        var slug = SlugOf(verb, parsed);
        Show(verb, slug, await new Tenants(state, TimeProvider.System).CreateAsync(slug, cancellationToken));
    }

    static async Task RenewAsync(Verb verb, ParseResult parsed, IStateStore state, CancellationToken cancellationToken)
    {
        var slug = SlugOf(verb, parsed);
        Show(verb, slug, await new Tenants(state, TimeProvider.System).RenewAsync(slug, cancellationToken));
    }

    static async Task SetAsync(Verb verb, ParseResult parsed, IStateStore state, Func<TenantRecord, TenantRecord> change, CancellationToken cancellationToken)
    {
        var (slug, done) = (SlugOf(verb, parsed), default(TenantRecord));
        await new Tenants(state, TimeProvider.System).ChangeAsync(slug, record => done = change(record), cancellationToken);
        if (verb.Json) Verb.Print(Json(slug, done!));
        else verb.Screen.Results.WriteLine($"{slug}: {Standing(done!)}");
    }

    static async Task ListAsync(Verb verb, ParseResult parsed, IStateStore state, CancellationToken cancellationToken)
    {
        var tenants = await new Tenants(state, TimeProvider.System).ListAsync(cancellationToken);
        if (verb.Json)
        {
            Verb.Print(new JsonArray([.. tenants.Select(tenant => Json(tenant.Slug, tenant.Record))]));
            return;
        }
        var table = Screen.Table("=Tenant", "=Api id", "=Made", "Standing");
        foreach (var (slug, record) in tenants) table.AddRow(slug, record.ApiId?.ToString() ?? "-", record.Created?.ToString("yyyy-MM-dd") ?? "-", Standing(record));
        verb.Screen.Results.Write(table);
    }

    static void Show(Verb verb, string slug, TenantKeys keys)
    {
        if (verb.Json)
        {
            Verb.Print(new JsonObject { ["tenant"] = slug, ["api_id"] = keys.ApiId.ToString(), ["secret"] = keys.Secret });
            return;
        }
        Console.Out.WriteLine($"X-Customer-Api-Id: {keys.ApiId}");
        Console.Out.WriteLine($"X-Secret: {keys.Secret}");
        verb.Say("The secret is shown this once: only its hash is kept.");
    }

    static string SlugOf(Verb verb, ParseResult parsed) => verb.Home.Tenant(parsed.GetRequiredValue(Slug)).Name;

    static RateLimit LimitOf(ParseResult parsed)
    {
        var rate = parsed.GetRequiredValue(Rate);
        if (!(rate is >= 0.01 and <= 1_000_000)) throw new WrongUseException($"--rate {rate} is outside 0.01 to 1000000 requests a second.");

        var burst = parsed.GetValue(Burst) ?? (int)Math.Max(1, 2 * rate);
        return burst is >= 1 and <= 10_000_000 ? new(rate, burst) : throw new WrongUseException($"--burst {burst} is outside 1 to 10000000 requests.");
    }

    static string Standing(TenantRecord record) =>
        (record.IsDisabled ? "disabled" : "enabled") + (record.Limit is { } limit ? $", at most {limit.PerSecond:0.##} requests a second, {limit.Burst} at once" : "");

    static JsonObject Json(string slug, TenantRecord record) => new()
    {
        ["tenant"] = slug, ["api_id"] = record.ApiId?.ToString(), ["created"] = record.Created, ["enabled"] = !record.IsDisabled,
        ["limit"] = record.Limit is { } limit ? new JsonObject { ["per_second"] = limit.PerSecond, ["burst"] = limit.Burst } : null,
    };
}
