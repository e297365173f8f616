using System.Net.Sockets;
using Npgsql;
using Recommender.Core;

namespace Recommender.Storage.Postgres;

/// <summary>What went wrong at the server, as one line with its cure.</summary>
static class PostgresFault
{
    public static bool IsServerFault(Exception e) => e is NpgsqlException or SocketException or TimeoutException or IOException;

    public static UserErrorException OfConnecting(Exception e, PostgresAddress address) => new(e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refused =>
            $"PostgreSQL at {address} does not let user '{address.User}' in: {OneLine(refused)}; check the user and the password (PGPASSWORD).",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            $"PostgreSQL at {address} has no database '{address.Database}'; correct the name or create it with createdb.",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
            $"PostgreSQL at {address} has no connection left; try again later or raise max_connections.",
        PostgresException other => $"PostgreSQL at {address} refuses the connection: {OneLine(other)}.",
        _ => NoConnection(e, address),
    }, e);

    /// <summary><paramref name="what"/> says what failed, as in "cannot read table sales.orders".</summary>
    public static UserErrorException OfWorking(Exception e, PostgresAddress address, string what) => new(e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied =>
            $"PostgreSQL at {address} {what}: {OneLine(denied)} for user '{address.User}'; have the owner GRANT the right (USAGE on the schema, SELECT or CREATE as needed).",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } full =>
            $"PostgreSQL at {address} {what}: {OneLine(full)}; free space on the server and run again.",
        PostgresException other => $"PostgreSQL at {address} {what}: {OneLine(other)}.",
        _ => NoConnection(e, address),
    }, e);

    /// <summary>The query is the reader's own text: the server's words, its place in that text and its hint help best.</summary>
    public static UserErrorException OfQuery(PostgresException e, PostgresAddress address, int lead)
    {
        if (e.SqlState == PostgresErrorCodes.InsufficientPrivilege) return OfWorking(e, address, "cannot run the query");

        var place = e.Position > lead ? $" at character {e.Position - lead}" : "";
        var hint = e.Hint is { Length: > 0 } text ? $" {Flat(text)}" : "";
        return new($"PostgreSQL at {address} cannot run the query{place}: {OneLine(e)}.{hint} Correct the query.", e);
    }

    static string NoConnection(Exception e, PostgresAddress address) =>
        $"PostgreSQL at {address} cannot be reached ({Flat(Innermost(e).Message).TrimEnd('.')}); check host and port, and that the server runs and listens there.";

    static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;

    static string OneLine(PostgresException e) => Flat(e.MessageText).TrimEnd('.');

    static string Flat(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
