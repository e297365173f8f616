using System.Diagnostics;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

public sealed class CancellationTests : DuckDBTest
{
    const string Endless = "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE hash(a.range, b.range) = 1";

    [Fact]
    public void A_long_query_ends_within_a_second_of_the_cancellation()
    {
        using var source = new CancellationTokenSource();
        using var command = Command(Connection, Endless);
        var cancelled = Cancel(source, TimeSpan.FromMilliseconds(200));

        var error = Assert.Throws<OperationCanceledException>(() => command.ExecuteScalar(source.Token));

        Assert.Equal(source.Token, error.CancellationToken);
        Assert.InRange(Stopwatch.GetElapsedTime(cancelled()).TotalSeconds, 0, 1);
        Assert.Equal(1, Scalar("SELECT 1"));   // the connection is as good as before
    }

    [Fact]
    public async Task The_asynchronous_way_is_cancelled_too()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await using var command = Command(Connection, Endless);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteScalarAsync(source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteNonQueryAsync(source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteReaderAsync(source.Token));
    }

    [Fact]
    public void A_token_cancelled_before_stops_everything()
    {
        using var command = Command(Connection, "CREATE TABLE t (x INT)");

        Assert.ThrowsAny<OperationCanceledException>(() => command.ExecuteNonQuery(new CancellationToken(canceled: true)));

        Assert.Equal(0L, Scalar("SELECT count(*) FROM duckdb_tables()"));
    }

    /// <summary>Whatever the moment (before, between or in the statements), a cancellation is never lost.</summary>
    [Fact]
    public void No_moment_of_cancellation_is_lost()
    {
        for (var moment = 0; moment < 40; moment++)
        {
            using var source = new CancellationTokenSource();
            using var command = Command(Connection, $"SELECT 1; SELECT 2; SELECT 3; {Endless}");
            var cancelled = Cancel(source, TimeSpan.FromMicroseconds(50 * moment));

            Assert.ThrowsAny<OperationCanceledException>(() => command.ExecuteNonQuery(source.Token));

            Assert.InRange(Stopwatch.GetElapsedTime(cancelled()).TotalSeconds, 0, 1);
        }
    }

    /// <summary>Cancels from a thread of its own: a timer's callback may wait for a free one.</summary>
    /// <returns>Waits for the thread and gives the moment it cancelled.</returns>
    static Func<long> Cancel(CancellationTokenSource source, TimeSpan delay)
    {
        var (started, cancelled) = (Stopwatch.GetTimestamp(), 0L);
        var thread = new Thread(() =>
        {
            while (Stopwatch.GetElapsedTime(started) < delay) Thread.Yield();
            cancelled = Stopwatch.GetTimestamp();
            source.Cancel();
        });
        thread.Start();
        return () =>
        {
            thread.Join();
            return cancelled;
        };
    }

    [Fact]
    public void The_token_ends_the_reading_of_a_stream_too()
    {
        using var source = new CancellationTokenSource();
        using var command = Command(Connection, "SELECT range FROM range(1000000000)");
        using var reader = command.ExecuteReader(source.Token);
        Assert.True(reader.ReadChunk());

        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            while (reader.ReadChunk())
            {
            }
        });
    }

    [Fact]
    public async Task Interrupt_from_another_thread_is_an_error_with_its_kind()
    {
        var query = Task.Run(() => Assert.Throws<DuckDBException>(() => Scalar(Endless)), Token);
        while (!query.IsCompleted)
        {
            await Task.Delay(50, Token);
            Connection.Interrupt();
        }

        Assert.Equal(DuckDBErrorType.Interrupt, (await query).ErrorType);
    }

    [Fact]
    public async Task Disposing_the_connection_ends_its_running_query()
    {
        for (var round = 0; round < 10; round++)
        {
            var connection = Open("Data Source=:memory:");
            var query = Task.Run(() => Assert.ThrowsAny<Exception>(() => Scalar(connection, Endless)), Token);
            await Task.Delay(20 * round, Token);

            connection.Dispose();

            var error = await query.WaitAsync(TimeSpan.FromSeconds(5), Token);
            Assert.True(error is DuckDBException or ObjectDisposedException, error.ToString());
        }
    }

    [Fact]
    public async Task Disposing_the_connection_under_a_reading_thread_never_looks_like_the_end()
    {
        for (var round = 0; round < 10; round++)
        {
            var connection = Open("Data Source=:memory:");
            var reading = Task.Run(() =>
            {
                using var command = Command(connection, "SELECT range FROM range(10000000000)");
                using var reader = command.ExecuteReader(Token);
                while (reader.Read()) Assert.True(reader.GetInt64(0) >= 0);
            }, Token);
            await Task.Delay(10 * round + 5, Token);

            connection.Dispose();

            var error = await Assert.ThrowsAnyAsync<Exception>(() => reading.WaitAsync(TimeSpan.FromSeconds(5), Token));
            Assert.True(error is DuckDBException or ObjectDisposedException, error.ToString());
        }
    }
}
