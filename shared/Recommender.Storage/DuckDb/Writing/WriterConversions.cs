using System.Numerics;
using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>Values as a column stores them; a value that does not fit is an error, never cut off.</summary>
static class WriterConversions
{
    public static void Whole<T>(this DuckDBChunkWriter writer, int column, T value) where T : INumberBase<T>
    {
        switch (writer.TypeOf(column).Id)
        {
            case DuckDBType.TinyInt: writer.Value(column, sbyte.CreateChecked(value)); break;
            case DuckDBType.SmallInt: writer.Value(column, short.CreateChecked(value)); break;
            case DuckDBType.Integer: writer.Value(column, int.CreateChecked(value)); break;
            case DuckDBType.BigInt: writer.Value(column, long.CreateChecked(value)); break;
            case DuckDBType.UnsignedTinyInt: writer.Value(column, byte.CreateChecked(value)); break;
            case DuckDBType.UnsignedSmallInt: writer.Value(column, ushort.CreateChecked(value)); break;
            case DuckDBType.UnsignedInteger: writer.Value(column, uint.CreateChecked(value)); break;
            case DuckDBType.UnsignedBigInt: writer.Value(column, ulong.CreateChecked(value)); break;
            case DuckDBType.HugeInt: writer.Value(column, Int128.CreateChecked(value)); break;
            case DuckDBType.UnsignedHugeInt: writer.Value(column, UInt128.CreateChecked(value)); break;
            case DuckDBType.Decimal: writer.Decimal(column, decimal.CreateChecked(value)); break;
            case DuckDBType.Float or DuckDBType.Double: writer.Real(column, double.CreateChecked(value)); break;
            default: throw Refused(writer, column, typeof(T));
        }
    }

    public static void Real(this DuckDBChunkWriter writer, int column, double value)
    {
        switch (writer.TypeOf(column).Id)
        {
            case DuckDBType.Double: writer.Value(column, value); break;
            case DuckDBType.Float: writer.Value(column, (float)value); break;
            default: throw Refused(writer, column, typeof(double));
        }
    }

    public static void Decimal(this DuckDBChunkWriter writer, int column, decimal value)
    {
        var type = writer.TypeOf(column);
        if (type.Id != DuckDBType.Decimal) throw Refused(writer, column, typeof(decimal));

        var scaled = Scaled(value, type);
        switch (type.Stored)
        {
            case DuckDBType.SmallInt: writer.Value(column, (short)scaled); break;
            case DuckDBType.Integer: writer.Value(column, (int)scaled); break;
            case DuckDBType.BigInt: writer.Value(column, (long)scaled); break;
            default: writer.Value(column, (Int128)scaled); break;
        }
    }

    public static void Interval(this DuckDBChunkWriter writer, int column, TimeSpan value)
    {
        if (writer.TypeOf(column).Id == DuckDBType.Time) writer.Value(column, value.Ticks / TimeSpan.TicksPerMicrosecond);
        else writer.Value(column, ParameterValue.Interval(value));
    }

    public static void Moment(this DuckDBChunkWriter writer, int column, long ticks)
    {
        var since = ticks - DateTime.UnixEpoch.Ticks;
        writer.Value(column, writer.TypeOf(column).Id switch
        {
            DuckDBType.TimestampS => (long)Math.Floor((decimal)since / TimeSpan.TicksPerSecond),
            DuckDBType.TimestampMs => (long)Math.Floor((decimal)since / TimeSpan.TicksPerMillisecond),
            DuckDBType.TimestampNs => checked(since * 100),
            DuckDBType.Timestamp or DuckDBType.TimestampTz => ParameterValue.Micros(ticks),
            _ => throw Refused(writer, column, typeof(DateTime)),
        });
    }

    /// <summary>The scaled integer of a decimal in a column's scale, when the column can hold it exactly.</summary>
    static BigInteger Scaled(decimal value, ColumnType type)
    {
        var (scaled, rest) = value.Scale <= type.Scale
            ? (ParameterValue.Mantissa(value) * BigInteger.Pow(10, type.Scale - value.Scale), BigInteger.Zero)
            : BigInteger.DivRem(ParameterValue.Mantissa(value), BigInteger.Pow(10, value.Scale - type.Scale));
        return rest.IsZero && BigInteger.Abs(scaled) < BigInteger.Pow(10, type.Width)
            ? scaled
            : throw new OverflowException($"{value} does not fit {type.SqlName()}: round it, or make the column wider.");
    }

    static InvalidCastException Refused(DuckDBChunkWriter writer, int column, Type given) =>
        new($"Column {column} is {writer.TypeOf(column).SqlName()} and takes no {given.Name}: convert the value.");
}
