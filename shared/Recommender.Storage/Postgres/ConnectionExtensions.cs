using Npgsql;

namespace Recommender.Storage.Postgres;

static class ConnectionExtensions
{
    extension(NpgsqlConnection connection)
    {
        /// <summary>Runs a statement; <paramref name="values"/> are its $1, $2, ... Gives the rows it changed.</summary>
        public async Task<long> RunAsync(string sql, CancellationToken cancellationToken, params object[] values)
        {
            await using var command = Command(connection, sql, values);
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }

        public async Task<T> AskAsync<T>(string sql, CancellationToken cancellationToken, params object[] values)
        {
            await using var command = Command(connection, sql, values);
            return (T)(await command.ExecuteScalarAsync(cancellationToken) ?? throw new InvalidOperationException($"No answer to: {sql}"));
        }
    }

    static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
