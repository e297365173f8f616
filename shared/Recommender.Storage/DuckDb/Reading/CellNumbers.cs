using System.Numerics;
using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>Numbers out of a cell, converted where nothing is lost.</summary>
static class CellNumbers
{
    /// <summary>Any whole number, also a decimal's scaled one.</summary>
    public static Int128 Whole(this ColumnVector column, long row) => column.Type.Stored switch
    {
        DuckDBType.TinyInt => column.Stored<sbyte>(row),
        DuckDBType.SmallInt => column.Stored<short>(row),
        DuckDBType.Integer => column.Stored<int>(row),
        DuckDBType.BigInt => column.Stored<long>(row),
        DuckDBType.UnsignedTinyInt => column.Stored<byte>(row),
        DuckDBType.UnsignedSmallInt => column.Stored<ushort>(row),
        DuckDBType.UnsignedInteger => column.Stored<uint>(row),
        DuckDBType.UnsignedBigInt => column.Stored<ulong>(row),
        DuckDBType.HugeInt => column.Stored<Int128>(row),
        DuckDBType.UnsignedHugeInt => checked((Int128)column.Stored<UInt128>(row)),
        _ => throw ReadErrors.NotA(column, "whole number"),
    };

    /// <summary>A whole number as the type that the caller wants; one out of its range is an error, never cut off.</summary>
    public static T Whole<T>(this ColumnVector column, long row) where T : unmanaged, IBinaryInteger<T>
    {
        if (column.Type.Id is DuckDBType.Decimal or DuckDBType.Enum) throw ReadErrors.NotA(column, "whole number");
        if (column.StoredType == typeof(T)) return column.Stored<T>(row);

        try
        {
            return column.Type.Id == DuckDBType.UnsignedHugeInt
                ? T.CreateChecked(column.Stored<UInt128>(row))
                : T.CreateChecked(column.Whole(row));
        }
        catch (OverflowException e)
        {
            throw ReadErrors.OutOfRange(column, typeof(T), e);
        }
    }

    public static BigInteger Big(this ColumnVector column, long row) => column.Type.Id == DuckDBType.UnsignedHugeInt
        ? (BigInteger)column.Stored<UInt128>(row)
        : (BigInteger)column.Whole(row);

    public static double Double(this ColumnVector column, long row) => column.Type.Id switch
    {
        DuckDBType.Double => column.Stored<double>(row),
        DuckDBType.Float => column.Stored<float>(row),
        DuckDBType.Decimal => (double)column.Whole(row) / Math.Pow(10, column.Type.Scale),
        DuckDBType.UnsignedHugeInt => (double)column.Stored<UInt128>(row),
        _ => (double)column.Whole(row),
    };

    /// <summary>A decimal, exact; wider ones lose trailing zeros only.</summary>
    public static decimal Decimal(this ColumnVector column, long row)
    {
        if (column.Type.Id is DuckDBType.Float or DuckDBType.Double) return FromDouble(column, row);

        var (scaled, scale) = (column.Whole(row), (int)column.Type.Scale);
        if (scaled >= long.MinValue && scaled <= long.MaxValue && scale <= 28) return Narrow((long)scaled, (byte)scale);

        var size = Int128.IsNegative(scaled) ? (UInt128)(-(scaled + 1)) + 1 : (UInt128)scaled;
        while ((size >> 96 != 0 || scale > 28) && scale > 0 && size % 10 == 0) (size, scale) = (size / 10, scale - 1);
        if (size >> 96 != 0 || scale > 28) throw ReadErrors.OutOfRange(column, typeof(decimal), inner: null);
        return new((int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64), Int128.IsNegative(scaled), (byte)scale);
    }

    static decimal Narrow(long scaled, byte scale)
    {
        var size = (ulong)Math.Abs((decimal)scaled);
        return new((int)(uint)size, (int)(uint)(size >> 32), 0, scaled < 0, scale);
    }

    static decimal FromDouble(ColumnVector column, long row)
    {
        try
        {
            return (decimal)column.Double(row);
        }
        catch (OverflowException e)
        {
            throw ReadErrors.OutOfRange(column, typeof(decimal), e);
        }
    }
}
