using System.Numerics;
using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>What a column type is called in SQL, and what it is in .NET.</summary>
static class ColumnTypes
{
    /// <summary>The type's name in SQL.</summary>
    public static string SqlName(this ColumnType type) => type.Id switch
    {
        DuckDBType.Decimal => $"DECIMAL({type.Width},{type.Scale})",
        DuckDBType.List => $"{type.Children[0].SqlName()}[]",
        DuckDBType.Array => $"{type.Children[0].SqlName()}[{type.ArraySize}]",
        DuckDBType.Map => $"MAP({type.Children[0].SqlName()}, {type.Children[1].SqlName()})",
        DuckDBType.Struct =>
            $"STRUCT({string.Join(", ", type.ChildNames.Zip(type.Children, (name, child) => $"{DuckDBText.Identifier(name)} {child.SqlName()}"))})",
        DuckDBType.UnsignedTinyInt => "UTINYINT",
        DuckDBType.UnsignedSmallInt => "USMALLINT",
        DuckDBType.UnsignedInteger => "UINTEGER",
        DuckDBType.UnsignedBigInt => "UBIGINT",
        DuckDBType.UnsignedHugeInt => "UHUGEINT",
        DuckDBType.TimestampS => "TIMESTAMP_S",
        DuckDBType.TimestampMs => "TIMESTAMP_MS",
        DuckDBType.TimestampNs => "TIMESTAMP_NS",
        DuckDBType.TimestampTz => "TIMESTAMP WITH TIME ZONE",
        DuckDBType.TimeTz => "TIME WITH TIME ZONE",
        DuckDBType.SqlNull => "NULL",
        _ => type.Id.ToString().ToUpperInvariant(),
    };

    /// <summary>What <c>GetValue</c> returns for the type.</summary>
    public static Type ClrType(this ColumnType type) => type.Id switch
    {
        DuckDBType.Boolean => typeof(bool),
        DuckDBType.TinyInt => typeof(sbyte),
        DuckDBType.SmallInt => typeof(short),
        DuckDBType.Integer => typeof(int),
        DuckDBType.BigInt => typeof(long),
        DuckDBType.UnsignedTinyInt => typeof(byte),
        DuckDBType.UnsignedSmallInt => typeof(ushort),
        DuckDBType.UnsignedInteger => typeof(uint),
        DuckDBType.UnsignedBigInt => typeof(ulong),
        DuckDBType.HugeInt or DuckDBType.UnsignedHugeInt => typeof(BigInteger),
        DuckDBType.Float => typeof(float),
        DuckDBType.Double => typeof(double),
        DuckDBType.Decimal => typeof(decimal),
        DuckDBType.Varchar or DuckDBType.Enum => typeof(string),
        DuckDBType.Blob => typeof(byte[]),
        DuckDBType.Date => typeof(DateOnly),
        DuckDBType.Time => typeof(TimeOnly),
        DuckDBType.Timestamp or DuckDBType.TimestampS or DuckDBType.TimestampMs or DuckDBType.TimestampNs
            or DuckDBType.TimestampTz => typeof(DateTime),
        DuckDBType.Interval => typeof(TimeSpan),
        DuckDBType.Uuid => typeof(Guid),
        DuckDBType.List or DuckDBType.Array => type.Children[0].ClrType().MakeArrayType(),
        DuckDBType.Struct => typeof(Dictionary<string, object?>),
        DuckDBType.Map => typeof(Dictionary<object, object?>),
        _ => typeof(object),
    };

    /// <summary>What lies in the vector itself, one after the other; null where that is no plain number.</summary>
    public static Type? StoredType(this ColumnType type) => type.Stored switch
    {
        DuckDBType.Boolean => typeof(bool),
        DuckDBType.TinyInt => typeof(sbyte),
        DuckDBType.SmallInt => typeof(short),
        DuckDBType.Integer or DuckDBType.Date => typeof(int),
        DuckDBType.BigInt or DuckDBType.Time or DuckDBType.Timestamp or DuckDBType.TimestampS or DuckDBType.TimestampMs
            or DuckDBType.TimestampNs or DuckDBType.TimestampTz => typeof(long),
        DuckDBType.UnsignedTinyInt => typeof(byte),
        DuckDBType.UnsignedSmallInt => typeof(ushort),
        DuckDBType.UnsignedInteger => typeof(uint),
        DuckDBType.UnsignedBigInt => typeof(ulong),
        DuckDBType.HugeInt or DuckDBType.Uuid => typeof(Int128),
        DuckDBType.UnsignedHugeInt => typeof(UInt128),
        DuckDBType.Float => typeof(float),
        DuckDBType.Double => typeof(double),
        DuckDBType.Interval => typeof(NativeInterval),
        _ => null,
    };
}
