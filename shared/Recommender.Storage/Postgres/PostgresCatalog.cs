using Npgsql;
using Recommender.Core;

namespace Recommender.Storage.Postgres;

/// <summary>Finds the table that a person named.</summary>
static class PostgresCatalog
{
    /// <summary>The quoted name; case counts only where two tables differ by nothing else.</summary>
    public static async Task<string> FindAsync(NpgsqlConnection connection, PostgresAddress address, string text, CancellationToken cancellationToken)
    {
        var (schema, table) = Identifier.Split(text);
        var known = await TablesAsync(connection, cancellationToken);

        var matches = known
            .Where(t => (schema is null || Same(schema, t.Schema)) && Same(table, t.Table))
            .OrderByDescending(t => t.Table == table)
            .ThenByDescending(t => t.Schema == schema)
            .ThenByDescending(t => t.OnPath)
            .ToArray();
        return matches switch
        {
            [] => throw Unknown(address, text, known),
            [var only] => Identifier.Quote(only.Schema, only.Table),
            [var first, var second, ..] when Rank(first) == Rank(second) => throw new UserErrorException(
                $"Table '{text}' is there more than once ({string.Join(", ", matches.Select(Shown))}) in PostgreSQL at {address}; write which one."),
            [var first, ..] => Identifier.Quote(first.Schema, first.Table),
        };

        (bool, bool, bool) Rank(Listed t) => (t.Table == table, t.Schema == schema, t.OnPath);
    }

    static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    static UserErrorException Unknown(PostgresAddress address, string text, List<Listed> known)
    {
        if (known.Count == 0)
            return new($"PostgreSQL at {address} has no table; name another database.");

        var near = Suggestion.For(text, known.Select(Shown).Concat(known.Select(t => t.Table)));
        var some = string.Join(", ", known.Select(Shown).Order(StringComparer.Ordinal).Take(8));
        return new($"Table '{text}' is unknown in PostgreSQL at {address}.{(near.Length > 0 ? near : $" There are: {some}{(known.Count > 8 ? ", ..." : "")}.")}");
    }

    static string Shown(Listed t) => $"{t.Schema}.{t.Table}";

    static async Task<List<Listed>> TablesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // Tables that the user may not read are listed too: "permission denied" helps more than "unknown".
        await using var command = new NpgsqlCommand(
            """
            SELECT n.nspname::text, c.relname::text, pg_table_is_visible(c.oid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
              AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_t%'
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tables = new List<Listed>();
        while (await reader.ReadAsync(cancellationToken))
            tables.Add(new(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        return tables;
    }

    readonly record struct Listed(string Schema, string Table, bool OnPath);
}
