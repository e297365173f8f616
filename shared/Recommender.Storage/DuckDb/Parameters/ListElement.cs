using System.Collections;
using System.Numerics;
using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>The DuckDB type of a .NET list's elements; known from the list's own type, so that an empty list has one too.</summary>
static class ListElement
{
    public static LogicalTypeHandle Type(IEnumerable items)
    {
        var element = Declared(items.GetType());
        if (element is null || element == typeof(object)) element = items.Cast<object?>().FirstOrDefault(item => item is not null)?.GetType();
        if (element is null) return new(NativeMethods.CreateLogicalType(DuckDBType.SqlNull));

        element = Nullable.GetUnderlyingType(element) ?? element;
        if (element.IsEnum) element = Enum.GetUnderlyingType(element);
        return element == typeof(decimal)
            ? new(DecimalOf(items.Cast<object?>()))
            : new(NativeMethods.CreateLogicalType(Known.TryGetValue(element, out var type) ? type : throw ParameterValue.Unknown(element)));
    }

    static System.Type? Declared(System.Type list) => list.IsArray
        ? list.GetElementType()
        : list.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    // Wide enough for every element: the most digits before the point and the most after it.
    static nint DecimalOf(IEnumerable<object?> items)
    {
        var (whole, scale) = (1, 0);
        foreach (var item in items.OfType<decimal>())
        {
            whole = Math.Max(whole, decimal.Truncate(Math.Abs(item)).ToString().Length);
            scale = Math.Max(scale, item.Scale);
        }
        if (whole + scale > 38)
            throw new OverflowException($"A list of decimals with {whole} digits before the point and {scale} after it does not fit DuckDB's 38: round them.");
        return NativeMethods.CreateDecimalType((byte)(whole + scale), (byte)scale);
    }

    static readonly Dictionary<System.Type, DuckDBType> Known = new()
    {
        [typeof(bool)] = DuckDBType.Boolean,
        [typeof(sbyte)] = DuckDBType.TinyInt,
        [typeof(short)] = DuckDBType.SmallInt,
        [typeof(int)] = DuckDBType.Integer,
        [typeof(long)] = DuckDBType.BigInt,
        [typeof(byte)] = DuckDBType.UnsignedTinyInt,
        [typeof(ushort)] = DuckDBType.UnsignedSmallInt,
        [typeof(uint)] = DuckDBType.UnsignedInteger,
        [typeof(ulong)] = DuckDBType.UnsignedBigInt,
        [typeof(Int128)] = DuckDBType.HugeInt,
        [typeof(UInt128)] = DuckDBType.UnsignedHugeInt,
        [typeof(BigInteger)] = DuckDBType.HugeInt,
        [typeof(float)] = DuckDBType.Float,
        [typeof(double)] = DuckDBType.Double,
        [typeof(char)] = DuckDBType.Varchar,
        [typeof(string)] = DuckDBType.Varchar,
        [typeof(byte[])] = DuckDBType.Blob,
        [typeof(DateTime)] = DuckDBType.Timestamp,
        [typeof(DateTimeOffset)] = DuckDBType.TimestampTz,
        [typeof(DateOnly)] = DuckDBType.Date,
        [typeof(TimeOnly)] = DuckDBType.Time,
        [typeof(TimeSpan)] = DuckDBType.Interval,
        [typeof(Guid)] = DuckDBType.Uuid,
    };
}
