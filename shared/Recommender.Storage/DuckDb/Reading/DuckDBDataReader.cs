using System.Data;
using System.Data.Common;
using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>
/// Reads results as DuckDB makes them, a chunk at a time: row by row with the usual getters, or a chunk at a time with
/// <see cref="ReadChunk()"/>, where columns are spans over DuckDB's own memory.
/// </summary>
public sealed partial class DuckDBDataReader : DbDataReader
{
    readonly StatementSequence _statements;
    readonly DuckDBConnection _connection;
    readonly CommandBehavior _behavior;
    readonly CancellationToken _cancellationToken;
    ColumnVector[] _columns = [];
    ResultHandle? _result;
    ChunkHandle? _chunk;
    int _chunkRows;
    int _row;
    bool _peeked;        // the first chunk is fetched ahead, to know whether there are rows
    bool _hasRows;
    bool _closed;
    int _affected = -1;

    internal DuckDBDataReader(StatementSequence statements, CommandBehavior behavior, CancellationToken cancellationToken)
    {
        (_statements, _connection, _behavior, _cancellationToken) = (statements, statements.Connection, behavior, cancellationToken);
    }

    public override int Depth => 0;

    public override int FieldCount => _columns.Length;

    public override bool HasRows => _hasRows;

    public override bool IsClosed => _closed;

    public override int RecordsAffected => _affected;

    public override bool NextResult() => NextResult(_cancellationToken);

    /// <summary>Runs statements up to the next that returns rows.</summary>
    public bool NextResult(CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        EndResult();
        while (_statements.Next(cancellationToken) is { } result)
        {
            if (result.ReturnType == DuckDBResultType.QueryResult)
            {
                Begin(result, cancellationToken);
                return true;
            }
            using (result) CountChanges(result);
        }
        return false;
    }

    public override bool Read() => Read(_cancellationToken);

    /// <summary>Moves to the next row.</summary>
    public bool Read(CancellationToken cancellationToken)
    {
        if (!_peeked && ++_row < _chunkRows) return true;
        if (!ReadChunk(cancellationToken)) return false;

        _row = 0;
        return true;
    }

    /// <summary>Moves to the next chunk; spans over the one before it are no longer valid.</summary>
    public bool ReadChunk() => ReadChunk(_cancellationToken);

    /// <summary>Moves to the next chunk; spans over the one before it are no longer valid.</summary>
    public bool ReadChunk(CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        if (_peeked)
        {
            (_peeked, _row) = (false, -1);
            return true;
        }
        return Fetch(cancellationToken);
    }

    public override Task<bool> ReadAsync(CancellationToken cancellationToken) => Completed.From(Read, cancellationToken);

    public override Task<bool> NextResultAsync(CancellationToken cancellationToken) => Completed.From(NextResult, cancellationToken);

    public override void Close()
    {
        if (_closed) return;

        EndResult();
        _statements.Dispose();
        _closed = true;
        if (_behavior.HasFlag(CommandBehavior.CloseConnection)) _connection.Close();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Close();
        base.Dispose(disposing);
    }

    void Begin(ResultHandle result, CancellationToken cancellationToken)
    {
        _result = result;
        _columns = new ColumnVector[NativeMethods.ColumnCount(result)];
        for (var column = 0; column < _columns.Length; column++)
        {
            _columns[column] = new(
                NativeText.Borrowed(NativeMethods.ColumnName(result, (ulong)column)),
                ColumnType.Take(NativeMethods.ColumnLogicalType(result, (ulong)column)));
        }
        _connection.StartReading(this);
        _hasRows = _peeked = Fetch(cancellationToken);
    }

    bool Fetch(CancellationToken cancellationToken)
    {
        DropChunk();
        if (_result is null) return false;

        cancellationToken.ThrowIfCancellationRequested();
        _ = _connection.Handle;   // a closed connection has ended the query: never take that for its last row
        using (Interruption.Of(_connection, cancellationToken)) _chunk = _result.Fetch();
        if (_chunk is null)
        {
            ThrowIfFailed(_result, cancellationToken);
            LetResultGo();
            return false;
        }

        (_chunkRows, _row) = (_chunk.RowCount, -1);
        for (var column = 0; column < _columns.Length; column++) _columns[column].Attach(_chunk.Vector(column));
        return true;
    }

    void ThrowIfFailed(ResultHandle result, CancellationToken cancellationToken)
    {
        if (NativeMethods.ResultError(result) == 0)
        {
            _ = _connection.Handle;
            cancellationToken.ThrowIfCancellationRequested();
            return;
        }

        var error = DuckDBError.From(result);
        LetResultGo();
        throw Interruption.Explain(error, cancellationToken);
    }

    void CountChanges(ResultHandle result)
    {
        if (result.ReturnType != DuckDBResultType.ChangedRows) return;

        using var chunk = result.Fetch();
        if (chunk is null) return;

        var count = new ColumnVector("Count", ColumnType.Take(NativeMethods.ColumnLogicalType(result, 0)));
        count.Attach(chunk.Vector(0));
        _affected = Math.Max(_affected, 0) + count.Whole<int>(0);
    }

    void EndResult()
    {
        DropChunk();
        if (_result is not null && _connection.State == ConnectionState.Open) EndHalfReadQuery();
        LetResultGo();
        (_columns, _hasRows) = ([], false);
    }

    // A half-read query would keep its transaction and its buffers until the next one; preparing anything ends it.
    void EndHalfReadQuery()
    {
        NativeMethods.Prepare(_connection.Handle, "SELECT 1", out var native);
        new PreparedHandle(native, _connection.Handle).Dispose();
    }

    void LetResultGo()
    {
        _result?.Dispose();
        _result = null;
        _connection.StopReading(this);
    }

    void DropChunk()
    {
        _chunk?.Dispose();
        (_chunk, _chunkRows, _row, _peeked) = (null, 0, -1, false);
    }

    void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_closed, this);
}
