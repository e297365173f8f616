using System.Data.Common;
using Npgsql;
using Recommender.Core;

namespace Recommender.Storage.Postgres;

/// <summary>Which PostgreSQL to speak to and as whom. Prints as user, host, port and database: never the password.</summary>
public sealed class PostgresAddress
{
    readonly NpgsqlConnectionStringBuilder _settings;

    PostgresAddress(NpgsqlConnectionStringBuilder settings) => _settings = settings;

    internal string Host => _settings.Host ?? "localhost";
    internal string User => _settings.Username ?? "";
    internal string Database => _settings.Database ?? User;

    /// <summary>
    /// Reads <c>postgres://user:password@host:port/database?sslmode=require</c> or <c>Host=...;Username=...;Database=...</c>.
    /// What is left out comes from PGUSER, PGPASSWORD, PGPASSFILE and their like, as with every PostgreSQL program.
    /// </summary>
    public static PostgresAddress Parse(string text)
    {
        var settings = new NpgsqlConnectionStringBuilder { ApplicationName = "recommender", Timeout = 10 };
        foreach (var (key, value) in IsUri(text) ? FromUri(text) : FromPairs(text)) Set(settings, key, value);

        settings.Host ??= Environment.GetEnvironmentVariable("PGHOST") ?? "localhost";
        settings.Pooling = false;        // a closed connection is closed on the server too, with its temporary tables
        settings.CommandTimeout = 0;     // a load takes as long as it takes; the caller's token ends it
        return new(settings);
    }

    internal async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (Exception e) when (PostgresFault.IsServerFault(e))
        {
            await connection.DisposeAsync();
            throw PostgresFault.OfConnecting(e, this);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Connections that stay open between small questions.</summary>
    internal NpgsqlDataSource Pool() => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Pooling = true, MaxPoolSize = 8, CommandTimeout = 15 });

    public override string ToString() => $"{Host}:{_settings.Port}/{Database}";

    static bool IsUri(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    static IEnumerable<(string Key, string Value)> FromUri(string text)
    {
        // What does not parse may hold a password, so it is not repeated.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
            throw new UserErrorException(
                "The PostgreSQL address does not read as a URI; write postgres://user:password@host:5432/database and percent-encode special characters (@ is %40).");

        if (uri.Host.Length > 0) yield return ("Host", uri.IdnHost);
        if (uri.Port > 0) yield return ("Port", uri.Port.ToString());
        if (uri.AbsolutePath.Length > 1) yield return ("Database", Uri.UnescapeDataString(uri.AbsolutePath[1..]));

        var person = uri.UserInfo.Split(':', 2);
        if (person[0].Length > 0) yield return ("Username", Uri.UnescapeDataString(person[0]));
        if (person.Length > 1) yield return ("Password", Uri.UnescapeDataString(person[1]));

        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = pair.Split('=', 2) is [var k, var v] ? (k, v) : (pair, "");
            yield return (LibpqName(Uri.UnescapeDataString(key)), Uri.UnescapeDataString(value));
        }
    }

    static string LibpqName(string key) => key switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "sslcert" => "SSL Certificate",
        "sslkey" => "SSL Key",
        "application_name" => "Application Name",
        "connect_timeout" => "Timeout",
        _ => key,
    };

    static IEnumerable<(string Key, string Value)> FromPairs(string text)
    {
        var pairs = new DbConnectionStringBuilder();
        try
        {
            pairs.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            throw new UserErrorException(
                "The PostgreSQL address does not read; write postgres://user@host:5432/database or Host=...;Username=...;Database=... and give the password in PGPASSWORD.");
        }
        return pairs.Keys.Cast<string>().Select(key => (key, pairs[key].ToString() ?? ""));
    }

    static void Set(NpgsqlConnectionStringBuilder settings, string key, string value)
    {
        try
        {
            settings[key] = value;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException or KeyNotFoundException)
        {
            var known = settings.ContainsKey(key);
            throw new UserErrorException(known
                ? $"The PostgreSQL setting '{key}' has a value that it cannot take; correct it in the address."
                : $"The PostgreSQL setting '{key}' is unknown.{Suggestion.For(key, ["Host", "Port", "Database", "Username", "Password", "SSL Mode", "Timeout"])} Correct the address.");
        }
    }
}
