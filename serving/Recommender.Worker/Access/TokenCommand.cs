using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Storage.State;
using Spectre.Console;

namespace Recommender.Worker.Access;

/// <summary><c>recommender token create --scopes score,events</c></summary>
static class TokenCommand
{
    static readonly Option<string> Scopes = new("--scopes") { Description = $"What it may be used for, with commas between: {string.Join(", ", ScopeNames.All)}.", HelpName = "list", Required = true };

    static readonly Option<string?> Accounts = new("--accounts") { Description = "The accounts that its holder may see, with commas between [default: all].", HelpName = "list" };

    static readonly Option<string> Expires = new("--expires") { Description = "When it ends: 90d, 12h, a day such as 2027-01-31, or never.", HelpName = "time", DefaultValueFactory = _ => "365d" };

    static readonly Option<bool> Publishable = new("--publishable") { Description = "A key that may stand in a web page: for score and events only, and only from --origins." };

    static readonly Option<string?> Origins = new("--origins") { Description = "The origins that a publishable key works from, with commas between, as in https://shop.example.", HelpName = "list" };

    static readonly Argument<string> Id = new("id") { Description = "The id that `token list` shows." };

    public static Command Create() => new("token",
        """
        Tokens: what a program shows to be let in. A token is shown once, when it is made; only its hash is kept.

        Example:
          recommender token create --scopes score,events --expires 90d
        """)
    {
        Make(), List(), Revoke(),
    };

    static Command Make()
    {
        var command = new Command("create",
            """
            Make a token and show it, this once.

            Examples:
              recommender token create --tenant shop --scopes score,events --expires 90d
              recommender token create --scopes score,events --publishable --origins https://shop.example
              recommender token create --scopes insights --accounts A100,A200
            """)
        { Scopes, Accounts, Expires, Publishable, Origins };
        StateVerb.Bind(command, CreateAsync);
        return command;
    }

    static Command List()
    {
        var command = new Command("list", "List the tokens of a tenant.\n\nExample:\n  recommender token list --tenant shop");
        StateVerb.Bind(command, ListAsync);
        return command;
    }

    static Command Revoke()
    {
        var command = new Command("revoke", "End a token at once.\n\nExample:\n  recommender token revoke tok_0123456789abcdef") { Id };
        StateVerb.Bind(command, RevokeAsync);
        return command;
    }

    static async Task CreateAsync(Verb verb, ParseResult parsed, IStateStore state, CancellationToken cancellationToken)
    {
        var made = await new Tokens(state, TimeProvider.System).CreateAsync(verb.Home.Tenant(verb.Tenant).Name, Asked(parsed), cancellationToken);
        if (verb.Json)
        {
            Verb.Print(new JsonObject { ["token"] = made.Token, ["id"] = made.Id, ["expires"] = made.Expires });
            return;
        }
        Console.Out.WriteLine(made.Token);   // never broken into lines
        verb.Say($"Id {made.Id}, {Ends(made.Expires)}. The token is shown this once: only its hash is kept.");
    }

    static TokenRecord Asked(ParseResult parsed)
    {
        var scopes = WrongUse.Check(() => ScopeNames.Parse(Words(parsed.GetRequiredValue(Scopes))));
        if (scopes == Scope.None) throw new WrongUseException($"--scopes names none. Scopes: {string.Join(", ", ScopeNames.All)}.");

        var isPublishable = parsed.GetValue(Publishable);
        if (isPublishable && (scopes & ~(Scope.Score | Scope.Events)) != Scope.None)
            throw new WrongUseException($"--publishable goes with the scopes score and events only, since everybody can read the key in the page; you asked for {string.Join(", ", ScopeNames.In(scopes))}.");

        return new()
        {
            Hash = "", Created = default,
            Scopes = ScopeNames.In(scopes),
            Accounts = parsed.GetValue(Accounts) is { } accounts ? Words(accounts) : null,
            Origins = OriginsOf(parsed, isPublishable),
            Expires = Lifetime.Parse(parsed.GetValue(Expires)!, TimeProvider.System.GetUtcNow().UtcDateTime),
        };
    }

    static string[]? OriginsOf(ParseResult parsed, bool isPublishable)
    {
        var origins = parsed.GetValue(Origins) is { } text ? Words(text) : [];
        if (isPublishable != origins.Length > 0) throw new WrongUseException("--publishable and --origins go together: a key in a web page works only from the origins that it names.");

        foreach (var origin in origins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || !uri.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase))
                throw new WrongUseException($"--origins {origin} is no origin. Write scheme, host and perhaps port, and nothing after them, as in https://shop.example.");
        }
        return isPublishable ? origins : null;
    }

    static async Task ListAsync(Verb verb, ParseResult parsed, IStateStore state, CancellationToken cancellationToken)
    {
        var tokens = await new Tokens(state, TimeProvider.System).ListAsync(verb.Home.Tenant(verb.Tenant).Name, cancellationToken);
        if (verb.Json)
        {
            Verb.Print(new JsonArray([.. tokens.Select(token => Json(token.Id, token.Record))]));
            return;
        }
        var table = Screen.Table("=Id", "Scopes", "Accounts", "Origins", "=Made", "=Ends");
        foreach (var (id, record) in tokens) table.AddRow(Row(id, record));
        verb.Screen.Results.Write(table);
    }

    static async Task RevokeAsync(Verb verb, ParseResult parsed, IStateStore state, CancellationToken cancellationToken)
    {
        var id = parsed.GetRequiredValue(Id);
        await new Tokens(state, TimeProvider.System).RevokeAsync(id, cancellationToken);
        if (verb.Json) Verb.Print(new JsonObject { ["revoked"] = id });
        else verb.Screen.Results.WriteLine($"{id} works no longer.");
    }

    static string[] Row(string id, TokenRecord record) =>
    [
        .. new[]
        {
            id, string.Join(", ", record.Scopes), record.Accounts is { } accounts ? string.Join(", ", accounts) : "all",
            record.Origins is { } origins ? string.Join(", ", origins) : "-", $"{record.Created:yyyy-MM-dd}", record.Expires is { } end ? $"{end:yyyy-MM-dd HH:mm}" : "never",
        }.Select(Markup.Escape),
    ];

    static JsonObject Json(string id, TokenRecord record) => new()
    {
        ["id"] = id, ["scopes"] = List(record.Scopes), ["accounts"] = List(record.Accounts), ["origins"] = List(record.Origins),
        ["created"] = record.Created, ["expires"] = record.Expires,
    };

    static JsonArray? List(string[]? words) => words is null ? null : new([.. words.Select(word => (JsonNode)word)]);

    static string Ends(DateTime? expires) => expires is { } end ? $"works until {end:yyyy-MM-dd HH:mm} UTC" : "works until it is revoked";

    static string[] Words(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
