using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Recommender.Storage.Postgres;
using Xunit;

namespace Recommender.Tests.Storage.Postgres;

/// <summary>
/// A PostgreSQL of our own on a free loopback port in a temporary folder, started once for all the tests that share it.
/// Where its programs are not installed the tests are skipped with the reason; under CI=true they fail.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    public const string User = "shop";
    public const string Password = "p@ss;w'ord %/ü";

    // The server ends with the tests however those end: the shell waits for the end of its input, which comes even when the tests are killed.
    // It gives back the files that it inherited (3 to 9), among which may be somebody's lock.
    const string UntilTheTestsEnd =
        """
        trap '' INT TERM
        exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
        "$1" -D "$2/data" -c listen_addresses=127.0.0.1 -c "port=$3" -c unix_socket_directories= \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off </dev/null >"$2/log" 2>&1 &
        server=$!
        read -r _
        kill -INT "$server"
        wait "$server"
        """;

    readonly ServerPrograms? _programs = ServerPrograms.Find();
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recommender-postgres-");
    Process? _shell;
    int _databases;

    public int Port { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (_programs is null)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") throw new InvalidOperationException(ServerPrograms.HowToInstall);
            return;
        }

        await _programs.OwnAsync(_folder);
        await InitialiseClusterAsync(_programs);

        // Another program can take the free port before the server does.
        for (var attempt = 1; !await StartAsync(_programs); attempt++)
        {
            await StopAsync();
            if (attempt == 3) throw new InvalidOperationException($"PostgreSQL did not start: {await LogAsync()}");
        }
    }

    /// <summary>A fresh, empty database, so that tests do not see each other's tables.</summary>
    public async Task<PostgresAddress> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"shop_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name} TEMPLATE template0", cancellationToken);
        return Address(name);
    }

    public PostgresAddress Address(string database, string user = User, string password = Password) =>
        PostgresAddress.Parse(ConnectionString(database, user, password));

    public async Task ExecuteAsync(string database, string sql, CancellationToken cancellationToken)
    {
        Assert.SkipWhen(_programs is null, ServerPrograms.HowToInstall);
        await using var connection = await OpenAsync(database, cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<NpgsqlConnection> OpenAsync(string database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(ConnectionString(database, User, Password));
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    string ConnectionString(string database, string user, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = Port, Database = database, Username = user, Password = password, Pooling = false,
    }.ConnectionString;

    async Task InitialiseClusterAsync(ServerPrograms programs)
    {
        var password = Path.Combine(_folder.FullName, "password");
        await File.WriteAllTextAsync(password, Password);
        await programs.RunAsync("initdb",
        [
            "-D", Path.Combine(_folder.FullName, "data"), "-U", User, "--pwfile", password,
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync",
        ]);
    }

    async Task<bool> StartAsync(ServerPrograms programs)
    {
        Port = FreePort();
        _shell = programs.StartShell(UntilTheTestsEnd, [programs.PathOf("postgres"), _folder.FullName, Port.ToString()]);

        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(60))
        {
            try
            {
                await using var connection = await OpenAsync("postgres", CancellationToken.None);
                return true;
            }
            catch (NpgsqlException)
            {
                if (_shell.HasExited || (await LogAsync()).Contains("could not create any TCP/IP sockets", StringComparison.Ordinal)) return false;
                await Task.Delay(50);
            }
        }
        return false;
    }

    async Task StopAsync()
    {
        if (_shell is null) return;
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        _shell = null;
    }

    async Task<string> LogAsync()
    {
        var log = Path.Combine(_folder.FullName, "log");
        return File.Exists(log) ? await File.ReadAllTextAsync(log) : "";
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
