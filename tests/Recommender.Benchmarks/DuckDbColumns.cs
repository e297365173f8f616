using System.Diagnostics;
using DuckDB.NET.Data;

namespace Recommender.Benchmarks;

/// <summary>How fast columns come out of DuckDB and go in through the provider, beside what DuckDB does by itself.</summary>
static class DuckDbColumns
{
    const int Rows = 10_000_000;

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:;threads=2;memory_limit=4GB");
        connection.Open();
        Execute(connection, $"CREATE TABLE t AS SELECT i::INT AS customer, i * 7 AS item, i / 3.0::DOUBLE AS amount, 'item ' || i % 5000 AS code FROM range({Rows}) r(i)", cancellationToken);

        var own = Seconds(() => Execute(connection, "SELECT sum(customer), sum(item), sum(amount), sum(strlen(code)) FROM t", cancellationToken));
        var read = Seconds(() => Read(connection, cancellationToken));
        Report(output, "read 4 columns by chunks", read, own, "DuckDB's own sums");

        var insert = Seconds(() => Execute(connection, $"CREATE OR REPLACE TABLE w AS SELECT 'c' || i % 100000 AS a, 'i' || i % 5000 AS b, 's' || i % 10 AS c FROM range({Rows}) r(i)", cancellationToken));
        var write = Seconds(() => Write(connection, cancellationToken));
        Report(output, "write 3 short texts by chunks", write, insert, "CREATE TABLE AS SELECT");
    }

    static void Read(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT customer, item, amount, code FROM t";
        using var reader = command.ExecuteReader(cancellationToken);
        var (customers, items, amounts, lengths) = (new int[Rows], new long[Rows], new double[Rows], 0L);
        for (var at = 0; reader.ReadChunk(cancellationToken); at += reader.ChunkRows)
        {
            reader.Column<int>(0).CopyTo(customers.AsSpan(at));
            reader.Column<long>(1).CopyTo(items.AsSpan(at));
            reader.Column<double>(2).CopyTo(amounts.AsSpan(at));
            for (var row = 0; row < reader.ChunkRows; row++) lengths += reader.Utf8(3, row).Length;
        }
        if (lengths < Rows || customers[^1] == 0) throw new InvalidOperationException("The table was not read to its end.");
    }

    static void Write(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        Execute(connection, "CREATE OR REPLACE TABLE w (a VARCHAR, b VARCHAR, c VARCHAR)", cancellationToken);
        using var writer = connection.CreateChunkWriter("w");
        Span<byte> text = stackalloc byte[16];
        for (var row = 0; row < Rows; row++)
        {
            if ((row & 0xFFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            Cell(writer, 0, text, (byte)'c', row % 100_000);
            Cell(writer, 1, text, (byte)'i', row % 5000);
            Cell(writer, 2, text, (byte)'s', row % 10);
            writer.EndRow();
        }
        writer.Complete();
    }

    static void Cell(DuckDBChunkWriter writer, int column, Span<byte> text, byte letter, int number)
    {
        text[0] = letter;
        number.TryFormat(text[1..], out var length);
        writer.Text(column, text[..(length + 1)]);
    }

    static void Execute(DuckDBConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery(cancellationToken);
    }

    static double Seconds(Action work)
    {
        work();   // once to warm up
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    static void Report(TextWriter output, string what, double seconds, double beside, string besideWhat) =>
        output.WriteLine($"{what}: {Rows / seconds / 1e6:F1} million rows/s in {seconds:F2} s; {besideWhat} {beside:F2} s on 2 threads, ratio {seconds / beside:F2}");
}
