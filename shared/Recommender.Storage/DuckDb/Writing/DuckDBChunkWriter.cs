using System.Runtime.CompilerServices;
using System.Text.Unicode;
using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>
/// The fast way into a table: cells go straight into DuckDB's vectors. Every row sets every column, in any order, and ends with
/// <see cref="EndRow"/>. <see cref="Complete"/> makes the rows part of the table; disposed without it, the rows not yet flushed are
/// dropped (run it in a transaction when all or none shall stay).
/// </summary>
public sealed unsafe class DuckDBChunkWriter : IDisposable
{
    static readonly int Capacity = (int)NativeMethods.VectorSize();

    readonly DuckDBConnection _connection;
    readonly AppenderHandle _appender;
    readonly ChunkHandle _chunk;
    readonly ColumnTarget[] _columns;
    int _row;
    bool _finished;

    internal DuckDBChunkWriter(DuckDBConnection connection, string? schema, string table)
    {
        connection.MustNotBeReading();
        _connection = connection;
        var state = NativeMethods.AppenderCreate(connection.Handle, catalog: null, schema, table, out var native);
        _appender = new(native, connection.Handle);
        if (state != 0)
        {
            using (_appender) throw DuckDBError.From(_appender);
        }

        _columns = new ColumnTarget[NativeMethods.AppenderColumnCount(_appender)];
        _chunk = CreateChunk();
        Aim();
    }

    /// <summary>Columns of the table.</summary>
    public int ColumnCount => _columns.Length;

    /// <summary>Writes a text (UTF-8) or a blob.</summary>
    public void Text(int column, ReadOnlySpan<byte> utf8)
    {
        ref var target = ref Next(column);
        if (target.Type.Id != DuckDBType.Blob && (target.Type.Id != DuckDBType.Varchar || !Utf8.IsValid(utf8))) ThrowNoText(column);

        var cell = (NativeBlob*)target.Data + _row;
        if (utf8.Length <= NativeBlob.InlineLength) NativeBlob.WriteInline(cell, utf8);
        else fixed (byte* text = utf8) NativeMethods.VectorAssignText(target.Vector, (ulong)_row, text, (ulong)utf8.Length);
        target.Rows = _row + 1;
    }

    /// <summary>
    /// Writes a number as it lies in the column: a date as days and a timestamp as microseconds since 1970, a decimal as its scaled integer.
    /// </summary>
    public void Value<T>(int column, T value) where T : unmanaged
    {
        ref var target = ref Next(column);
        if (target.StoredType != typeof(T)) ThrowNotStored(column, typeof(T));

        ((T*)target.Data)[_row] = value;
        target.Rows = _row + 1;
    }

    /// <summary>Writes a null.</summary>
    public void Null(int column)
    {
        ref var target = ref Next(column);
        if (target.Validity == null)
        {
            NativeMethods.VectorEnsureValidityWritable(target.Vector);
            target.Validity = NativeMethods.VectorGetValidity(target.Vector);
        }
        target.Validity[_row >> 6] &= ~(1UL << (_row & 63));
        target.Rows = _row + 1;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        foreach (ref var column in _columns.AsSpan())
        {
            if (column.Rows <= _row) ThrowUnset();
        }
        if (++_row == Capacity) Send();
    }

    /// <summary>Makes the rows ended so far part of the table.</summary>
    public void Flush()
    {
        ThrowIfFinished();
        Send();
        if (NativeMethods.AppenderFlush(_appender) != 0) throw DuckDBError.From(_appender);
    }

    /// <summary>Makes all rows part of the table and ends the writing.</summary>
    public void Complete()
    {
        Flush();
        _finished = true;
        if (NativeMethods.AppenderClose(_appender) != 0) throw DuckDBError.From(_appender);
    }

    /// <summary>Drops the rows that are not part of the table yet.</summary>
    public void Clear()
    {
        ThrowIfFinished();
        NativeMethods.DataChunkReset(_chunk);
        Aim();
        if (NativeMethods.AppenderClear(_appender) != 0) throw DuckDBError.From(_appender);
    }

    public void Dispose()
    {
        _finished = true;
        _chunk.Dispose();
        if (_appender.IsClosed) return;

        NativeMethods.AppenderClear(_appender);   // destroying it would flush
        _appender.Dispose();
    }

    internal ColumnType TypeOf(int column) => _columns[column].Type;

    ChunkHandle CreateChunk()
    {
        var types = new nint[_columns.Length];
        for (var column = 0; column < types.Length; column++) types[column] = NativeMethods.AppenderColumnType(_appender, (ulong)column);
        try
        {
            fixed (nint* first = types) return new(NativeMethods.CreateDataChunk(first, (ulong)types.Length), _appender);
        }
        finally
        {
            for (var column = 0; column < types.Length; column++)
            {
                _columns[column].Type = ColumnType.Take(types[column]);
                _columns[column].StoredType = _columns[column].Type.StoredType();
            }
        }
    }

    void Aim()
    {
        for (var column = 0; column < _columns.Length; column++)
        {
            ref var target = ref _columns[column];
            target.Vector = _chunk.Vector(column);
            target.Data = NativeMethods.VectorGetData(target.Vector);
            target.Validity = null;
            target.Rows = 0;
        }
        _row = 0;
    }

    void Send()
    {
        if (_row == 0) return;

        _ = _connection.Handle;
        _connection.MustNotBeReading();
        NativeMethods.DataChunkSetSize(_chunk, (ulong)_row);
        if (NativeMethods.AppendDataChunk(_appender, _chunk) != 0) throw DuckDBError.From(_appender);

        NativeMethods.DataChunkReset(_chunk);
        Aim();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ref ColumnTarget Next(int column)
    {
        if (_finished) ThrowIfFinished();
        return ref _columns[column];
    }

    void ThrowIfFinished() => ObjectDisposedException.ThrowIf(_finished, this);

    void ThrowNoText(int column) => throw (_columns[column].Type.Id == DuckDBType.Varchar
        ? new DuckDBException($"Column {column} got a text that is not valid UTF-8: decode it from its own encoding first.", DuckDBErrorType.InvalidInput)
        : new InvalidCastException($"Column {column} is {_columns[column].Type.SqlName()}, not text: use Value."));

    void ThrowNotStored(int column, Type given) => throw new InvalidCastException(
        $"Column {column} is {_columns[column].Type.SqlName()} and takes {_columns[column].StoredType?.Name ?? "text"}, not {given.Name}: convert the value.");

    void ThrowUnset()
    {
        ThrowIfFinished();
        var missing = Array.FindIndex(_columns, column => column.Rows <= _row);
        throw new InvalidOperationException($"Column {missing} of the row is not set: write a value, or Null.");
    }
}
