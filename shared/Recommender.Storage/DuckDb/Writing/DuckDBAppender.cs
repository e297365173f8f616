namespace DuckDB.NET.Data;

/// <summary>Appends rows to a table; <see cref="Close"/> makes them part of it. <see cref="DuckDBChunkWriter"/> is the faster way.</summary>
public sealed class DuckDBAppender : IDisposable
{
    readonly DuckDBChunkWriter _writer;
    readonly AppenderRow _row;
    bool _closed;

    internal DuckDBAppender(DuckDBChunkWriter writer) => (_writer, _row) = (writer, new(writer));

    /// <summary>Starts a row; the one before it must be ended.</summary>
    public IDuckDBAppenderRow CreateRow()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return _row.Start();
    }

    /// <summary>Drops the rows that are not part of the table yet.</summary>
    public void Clear()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _writer.Clear();
        _row.Reset();
    }

    /// <summary>Makes all rows part of the table.</summary>
    public void Close()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _row.MustBeEnded();
        _closed = true;
        using (_writer) _writer.Complete();
    }

    /// <summary>Closes, as long as nothing went wrong and no row is half written; otherwise drops what is not in the table yet.</summary>
    public void Dispose()
    {
        if (_closed) return;

        _closed = true;
        using (_writer)
        {
            if (_row.IsWhole) _writer.Complete();
        }
    }
}
