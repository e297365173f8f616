using System.Numerics;
using System.Text;

namespace DuckDB.NET.Data;

/// <summary>The row that an appender writes; every value is turned into what its column stores.</summary>
sealed class AppenderRow(DuckDBChunkWriter writer) : IDuckDBAppenderRow
{
    int _column = -1;   // -1 between rows
    bool _failed;

    /// <summary>Whether every row begun was ended, without an error.</summary>
    public bool IsWhole => _column < 0 && !_failed;

    public IDuckDBAppenderRow Start()
    {
        MustBeEnded();
        _column = 0;
        return this;
    }

    public void Reset() => (_column, _failed) = (-1, false);

    public void MustBeEnded()
    {
        if (_column >= 0) throw new InvalidOperationException("The row before is not ended: call EndRow.");
    }

    public void EndRow()
    {
        if (_column < writer.ColumnCount) throw Failed(new InvalidOperationException(
            $"The row has {Math.Max(_column, 0)} values and the table {writer.ColumnCount} columns: append the others, or AppendNullValue."));

        Try(0, static (row, _, _) => row.Writer.EndRow());
        _column = -1;
    }

    public IDuckDBAppenderRow AppendNullValue() => Append(0, static (row, column, _) => row.Writer.Null(column));

    public IDuckDBAppenderRow AppendValue(bool? value) => AppendOrNull(value, static (row, column, v) => row.Writer.Value(column, v));

    public IDuckDBAppenderRow AppendValue(sbyte? value) => AppendOrNull<long>(value, Whole);

    public IDuckDBAppenderRow AppendValue(short? value) => AppendOrNull<long>(value, Whole);

    public IDuckDBAppenderRow AppendValue(int? value) => AppendOrNull<long>(value, Whole);

    public IDuckDBAppenderRow AppendValue(long? value) => AppendOrNull(value, Whole);

    public IDuckDBAppenderRow AppendValue(byte? value) => AppendOrNull<long>(value, Whole);

    public IDuckDBAppenderRow AppendValue(ushort? value) => AppendOrNull<long>(value, Whole);

    public IDuckDBAppenderRow AppendValue(uint? value) => AppendOrNull<long>(value, Whole);

    public IDuckDBAppenderRow AppendValue(ulong? value) => AppendOrNull(value, Whole);

    public IDuckDBAppenderRow AppendValue(BigInteger? value) => AppendOrNull(value, Whole);

    public IDuckDBAppenderRow AppendValue(float? value) => AppendOrNull<double>(value, Real);

    public IDuckDBAppenderRow AppendValue(double? value) => AppendOrNull(value, Real);

    public IDuckDBAppenderRow AppendValue(decimal? value) => AppendOrNull(value, static (row, column, v) => row.Writer.Decimal(column, v));

    public IDuckDBAppenderRow AppendValue(string? value) => value is null
        ? AppendNullValue()
        : Append(value, static (row, column, v) => row.Writer.Text(column, Encoding.UTF8.GetBytes(v)));

    public IDuckDBAppenderRow AppendValue(byte[]? value) => value is null
        ? AppendNullValue()
        : Append(value, static (row, column, v) => row.Writer.Text(column, v));

    public IDuckDBAppenderRow AppendValue(Guid? value) => AppendOrNull(value, static (row, column, v) =>
        row.Writer.Value(column, (Int128)(ParameterValue.UuidBits(v) ^ (UInt128)1 << 127)));

    public IDuckDBAppenderRow AppendValue(DateOnly? value) => AppendOrNull(value, static (row, column, v) =>
        row.Writer.Value(column, ParameterValue.Days(v)));

    public IDuckDBAppenderRow AppendValue(TimeOnly? value) => AppendOrNull(value, static (row, column, v) =>
        row.Writer.Value(column, v.Ticks / TimeSpan.TicksPerMicrosecond));

    public IDuckDBAppenderRow AppendValue(DateTime? value) => AppendOrNull(value, static (row, column, v) => row.Writer.Moment(column, v.Ticks));

    public IDuckDBAppenderRow AppendValue(DateTimeOffset? value) =>
        AppendOrNull(value, static (row, column, v) => row.Writer.Moment(column, v.UtcTicks));

    public IDuckDBAppenderRow AppendValue(TimeSpan? value) => AppendOrNull(value, static (row, column, v) =>
        row.Writer.Interval(column, v));

    DuckDBChunkWriter Writer => writer;

    static void Whole<T>(AppenderRow row, int column, T value) where T : INumberBase<T> => row.Writer.Whole(column, value);

    static void Real(AppenderRow row, int column, double value) => row.Writer.Real(column, value);

    AppenderRow AppendOrNull<T>(T? value, Action<AppenderRow, int, T> write) where T : struct => value is { } known
        ? Append(known, write)
        : Append(0, static (row, column, _) => row.Writer.Null(column));

    AppenderRow Append<T>(T value, Action<AppenderRow, int, T> write)
    {
        if (_column < 0) throw new InvalidOperationException("There is no row: call CreateRow.");
        if (_column == writer.ColumnCount) throw Failed(new InvalidOperationException(
            $"The row has more values than the table has columns, {writer.ColumnCount}: leave the rest out."));

        Try(value, write);
        _column++;
        return this;
    }

    void Try<T>(T value, Action<AppenderRow, int, T> write)
    {
        try
        {
            write(this, _column, value);
        }
        catch
        {
            _failed = true;
            throw;
        }
    }

    InvalidOperationException Failed(InvalidOperationException error)
    {
        _failed = true;
        return error;
    }
}
