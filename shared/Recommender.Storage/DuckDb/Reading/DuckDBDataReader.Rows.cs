using System.Collections;
using System.Data;
using System.Data.Common;

namespace DuckDB.NET.Data;

// The current row, cell by cell.
public sealed partial class DuckDBDataReader
{
    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool GetBoolean(int ordinal) => CellValue.As<bool>(Value(ordinal), _row);

    public override byte GetByte(int ordinal) => Value(ordinal).Whole<byte>(_row);

    public override short GetInt16(int ordinal) => Value(ordinal).Whole<short>(_row);

    public override int GetInt32(int ordinal) => Value(ordinal).Whole<int>(_row);

    public override long GetInt64(int ordinal) => Value(ordinal).Whole<long>(_row);

    public override float GetFloat(int ordinal) => (float)Value(ordinal).Double(_row);

    public override double GetDouble(int ordinal) => Value(ordinal).Double(_row);

    public override decimal GetDecimal(int ordinal) => Value(ordinal).Decimal(_row);

    public override DateTime GetDateTime(int ordinal) => Value(ordinal).DateTime(_row);

    public override Guid GetGuid(int ordinal) => Value(ordinal).Guid(_row);

    public override string GetString(int ordinal) => Value(ordinal).Text(_row);

    public override char GetChar(int ordinal) => GetString(ordinal) is [var only]
        ? only
        : throw new InvalidCastException($"Column '{GetName(ordinal)}' is not one character: use GetString.");

    /// <summary>The cell as the type asked for; a nullable type takes a null.</summary>
    public override T GetFieldValue<T>(int ordinal)
    {
        var cell = Cell(ordinal);
        if (!cell.IsNull(_row)) return CellValue.As<T>(cell, _row);

        return typeof(T) == typeof(object) ? (T)(object)DBNull.Value
            : Nullable.GetUnderlyingType(typeof(T)) is not null ? default!
            : throw ReadErrors.Null(cell);
    }

    public override object GetValue(int ordinal) => Cell(ordinal).Object(_row) ?? DBNull.Value;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var ordinal = 0; ordinal < count; ordinal++) values[ordinal] = GetValue(ordinal);
        return count;
    }

    public override bool IsDBNull(int ordinal) => Cell(ordinal).IsNull(_row);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length)
    {
        var cell = Value(ordinal);
        if (cell.Type.Id != Native.DuckDBType.Blob) throw ReadErrors.NotA(cell, "blob");

        var bytes = cell.Bytes(_row);
        if (buffer is null) return bytes.Length;

        var part = bytes[(int)Math.Min(dataOffset, bytes.Length)..];
        part = part[..Math.Min(length, part.Length)];
        part.CopyTo(buffer.AsSpan(bufferOffset));
        return part.Length;
    }

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        var text = GetString(ordinal).AsSpan();
        if (buffer is null) return text.Length;

        var part = text[(int)Math.Min(dataOffset, text.Length)..];
        part = part[..Math.Min(length, part.Length)];
        part.CopyTo(buffer.AsSpan(bufferOffset));
        return part.Length;
    }

    public override string GetName(int ordinal) => _columns[ordinal].Name;

    public override string GetDataTypeName(int ordinal) => _columns[ordinal].Type.SqlName();

    public override Type GetFieldType(int ordinal) => _columns[ordinal].Type.ClrType();

    public override int GetOrdinal(string name)
    {
        var ordinal = Array.FindIndex(_columns, column => column.Name == name);
        if (ordinal < 0) ordinal = Array.FindIndex(_columns, column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return ordinal >= 0
            ? ordinal
            : throw new ArgumentException($"The result has no column '{name}'; it has {string.Join(", ", _columns.Select(c => c.Name))}.", nameof(name));
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    public override DataTable GetSchemaTable() => SchemaTable.Of(_columns);

    ColumnVector Cell(int ordinal)
    {
        if ((uint)_row >= (uint)_chunkRows || _peeked) ThrowNoRow();
        return _columns[ordinal];
    }

    ColumnVector Value(int ordinal)
    {
        var cell = Cell(ordinal);
        return cell.IsNull(_row) ? throw ReadErrors.Null(cell) : cell;
    }

    void ThrowNoRow()
    {
        ThrowIfClosed();
        throw new InvalidOperationException("There is no current row: call Read and go on only while it returns true.");
    }
}
