using System.Data;
using Npgsql;
using Recommender.Storage.Sources;

namespace Recommender.Storage.Postgres;

/// <summary>
/// A table or query of PostgreSQL as records of text, read by one binary COPY in a read-only transaction that sees one moment of the database.
/// The line of a record is its number in the result, counted from 1.
/// </summary>
sealed class PostgresTable : RecordReader
{
    readonly NpgsqlConnection _connection;
    readonly PostgresAddress _address;
    readonly string _what;
    readonly FieldText[] _texts;
    readonly CopyFrames _frames;
    readonly NpgsqlRawCopyStream _stream;
    readonly CancellationTokenRegistration _cancellation;
    readonly CancellationToken _cancellationToken;
    readonly RowText _row = new();
    long _line;
    bool _ended;
    int _abandoned;

    PostgresTable(NpgsqlConnection connection, PostgresAddress address, Selection selection, NpgsqlRawCopyStream stream, CancellationToken cancellationToken)
    {
        (_connection, _address, _stream, _cancellationToken) = (connection, address, stream, cancellationToken);
        (_what, _texts, Columns) = (selection.What, selection.Texts, selection.Columns);
        _frames = new(stream, cancellationToken);
        _cancellation = cancellationToken.Register(static table => ((PostgresTable)table!).Abandon(), this);
    }

    public override IReadOnlyList<string> Columns { get; }
    public override long Line => _line;
    public override int FieldCount => _row.Count;
    public override RecordFault? Fault => null;
    public override string RawText => _row.ToString();
    public override long BytesRead => _frames.BytesRead;

    /// <summary>The server does not tell beforehand: what has been read so far.</summary>
    public override long TotalBytes => _frames.BytesRead;

    /// <summary>Opens "table" or "schema.table", found whatever its case is. The token ends the reading too, not only the opening.</summary>
    public static async Task<PostgresTable> OpenTableAsync(PostgresAddress address, string table, CancellationToken cancellationToken)
    {
        var connection = await address.ConnectAsync(cancellationToken);
        return await OpenAsync(connection, address, $"cannot read table {table}",
            async () => Selection.OfTable(await PostgresCatalog.FindAsync(connection, address, table, cancellationToken), table), cancellationToken);
    }

    /// <summary>Opens one SELECT, VALUES or WITH, run where nothing can be written. The token ends the reading too, not only the opening.</summary>
    public static async Task<PostgresTable> OpenQueryAsync(PostgresAddress address, string query, CancellationToken cancellationToken)
    {
        var connection = await address.ConnectAsync(cancellationToken);
        return await OpenAsync(connection, address, "cannot run the query", () => Task.FromResult(Selection.OfQuery(query)), cancellationToken);
    }

    static async Task<PostgresTable> OpenAsync(
        NpgsqlConnection connection, PostgresAddress address, string what, Func<Task<Selection>> select, CancellationToken cancellationToken)
    {
        Selection? selection = null;
        try
        {
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await using (var settings = new NpgsqlCommand(Session, connection))
                await settings.ExecuteNonQueryAsync(cancellationToken);

            selection = await select();
            await selection.DescribeAsync(connection, cancellationToken);
            var stream = await connection.BeginRawBinaryCopyAsync(selection.Copy, cancellationToken);
            return new(connection, address, selection, stream, cancellationToken);
        }
        catch (PostgresException e) when (selection is { IsQuery: true } && !cancellationToken.IsCancellationRequested)
        {
            await connection.DisposeAsync();
            throw PostgresFault.OfQuery(e, address, selection.Lead);
        }
        catch (Exception e) when (PostgresFault.IsServerFault(e) && !cancellationToken.IsCancellationRequested)
        {
            await connection.DisposeAsync();
            throw PostgresFault.OfWorking(e, address, what);
        }
        catch
        {
            await connection.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    // Text that the server makes must not depend on how the server is set; the same table gives its rows in the same order;
    // a server that can (from version 14 on) stops working on a query whose reader has gone.
    const string Session =
        """
        SET TRANSACTION READ ONLY;
        SET LOCAL datestyle = 'ISO, YMD';
        SET LOCAL intervalstyle = 'iso_8601';
        SET LOCAL timezone = 'UTC';
        SET LOCAL bytea_output = 'hex';
        SET LOCAL extra_float_digits = 1;
        SET LOCAL synchronize_seqscans = off;
        SELECT set_config(name, '500ms', true) FROM pg_settings WHERE name = 'client_connection_check_interval'
        """;

    public override ReadOnlySpan<byte> Field(int index) => _row[index];

    public override bool Read()
    {
        try
        {
            return !_ended && ReadRow();
        }
        catch (Exception e) when (PostgresFault.IsServerFault(e))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            throw PostgresFault.OfWorking(e, _address, $"{_what} after row {_line}");
        }
    }

    bool ReadRow()
    {
        _row.Clear();
        var fields = _frames.NextRow();
        if (fields < 0)
        {
            _ended = true;
            return false;
        }

        _line++;
        for (var i = 0; i < fields; i++)
        {
            if (_frames.NextField(out var value)) _texts[i](value, _row);
            _row.EndField();
        }
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        _cancellation.Dispose();
        if (!_ended) Abandon();
        _connection.Dispose();
    }

    // Leaving early: the server is told, once, to stop sending, else closing would read the rest of the table.
    void Abandon()
    {
        if (Interlocked.Exchange(ref _abandoned, 1) != 0) return;
        try
        {
            _stream.Cancel();
        }
        catch (Exception e) when (PostgresFault.IsServerFault(e) || e is ObjectDisposedException)
        {
            // The connection is already gone, which is what was wanted.
        }
    }
}
