using System.Numerics;
using System.Runtime.CompilerServices;

namespace DuckDB.NET.Data;

/// <summary>A cell as the type the caller names; the comparisons of types vanish in compilation, and nothing is boxed.</summary>
static class CellValue
{
    public static T As<T>(ColumnVector column, long row)
    {
        if (typeof(T) == typeof(bool)) return Same<bool, T>(Bool(column, row));
        if (typeof(T) == typeof(sbyte)) return Same<sbyte, T>(column.Whole<sbyte>(row));
        if (typeof(T) == typeof(short)) return Same<short, T>(column.Whole<short>(row));
        if (typeof(T) == typeof(int)) return Same<int, T>(column.Whole<int>(row));
        if (typeof(T) == typeof(long)) return Same<long, T>(column.Whole<long>(row));
        if (typeof(T) == typeof(byte)) return Same<byte, T>(column.Whole<byte>(row));
        if (typeof(T) == typeof(ushort)) return Same<ushort, T>(column.Whole<ushort>(row));
        if (typeof(T) == typeof(uint)) return Same<uint, T>(column.Whole<uint>(row));
        if (typeof(T) == typeof(ulong)) return Same<ulong, T>(column.Whole<ulong>(row));
        if (typeof(T) == typeof(Int128)) return Same<Int128, T>(column.Whole<Int128>(row));
        if (typeof(T) == typeof(UInt128)) return Same<UInt128, T>(column.Whole<UInt128>(row));
        if (typeof(T) == typeof(BigInteger)) return Same<BigInteger, T>(column.Big(row));
        if (typeof(T) == typeof(float)) return Same<float, T>((float)column.Double(row));
        if (typeof(T) == typeof(double)) return Same<double, T>(column.Double(row));
        if (typeof(T) == typeof(decimal)) return Same<decimal, T>(column.Decimal(row));
        return Moment<T>(column, row);
    }

    static T Moment<T>(ColumnVector column, long row)
    {
        if (typeof(T) == typeof(DateTime)) return Same<DateTime, T>(column.DateTime(row));
        if (typeof(T) == typeof(DateTimeOffset)) return Same<DateTimeOffset, T>(new(DateTime.SpecifyKind(column.DateTime(row), DateTimeKind.Utc)));
        if (typeof(T) == typeof(DateOnly)) return Same<DateOnly, T>(column.Date(row));
        if (typeof(T) == typeof(TimeOnly)) return Same<TimeOnly, T>(column.Time(row));
        if (typeof(T) == typeof(TimeSpan)) return Same<TimeSpan, T>(column.Span(row));
        if (typeof(T) == typeof(Guid)) return Same<Guid, T>(column.Guid(row));
        if (typeof(T) == typeof(string)) return Same<string, T>(column.Text(row));
        return Boxed<T>(column, row);
    }

    static T Boxed<T>(ColumnVector column, long row)
    {
        var value = typeof(T).IsArray && typeof(T) != typeof(byte[])
            ? column.Elements(row, typeof(T).GetElementType()!)
            : column.Object(row);
        return value is T wanted ? wanted : throw ReadErrors.NotA(column, typeof(T).Name);
    }

    static bool Bool(ColumnVector column, long row) =>
        column.StoredType == typeof(bool) ? column.Stored<bool>(row) : throw ReadErrors.NotA(column, "truth value");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TTo Same<TFrom, TTo>(TFrom value) => Unsafe.As<TFrom, TTo>(ref value);
}
