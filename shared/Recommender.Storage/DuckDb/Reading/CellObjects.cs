using System.Text;
using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>Any cell as an object: the slow path, for callers that do not know the type.</summary>
static class CellObjects
{
    /// <summary>The cell's value, or null.</summary>
    public static object? Object(this ColumnVector column, long row) => column.IsNull(row) ? null : column.Type.Id switch
    {
        DuckDBType.Boolean => column.Stored<bool>(row),
        DuckDBType.TinyInt => column.Stored<sbyte>(row),
        DuckDBType.SmallInt => column.Stored<short>(row),
        DuckDBType.Integer => column.Stored<int>(row),
        DuckDBType.BigInt => column.Stored<long>(row),
        DuckDBType.UnsignedTinyInt => column.Stored<byte>(row),
        DuckDBType.UnsignedSmallInt => column.Stored<ushort>(row),
        DuckDBType.UnsignedInteger => column.Stored<uint>(row),
        DuckDBType.UnsignedBigInt => column.Stored<ulong>(row),
        DuckDBType.HugeInt or DuckDBType.UnsignedHugeInt => column.Big(row),
        DuckDBType.Float => column.Stored<float>(row),
        DuckDBType.Double => column.Stored<double>(row),
        DuckDBType.Decimal => column.Decimal(row),
        DuckDBType.Varchar or DuckDBType.Enum => column.Text(row),
        DuckDBType.Blob => column.Bytes(row).ToArray(),
        DuckDBType.Date => column.Date(row),
        DuckDBType.Time => column.Time(row),
        DuckDBType.Timestamp or DuckDBType.TimestampS or DuckDBType.TimestampMs or DuckDBType.TimestampNs
            or DuckDBType.TimestampTz => column.DateTime(row),
        DuckDBType.Interval => column.Span(row),
        DuckDBType.Uuid => column.Guid(row),
        DuckDBType.List or DuckDBType.Array => column.Elements(row, column.Type.Children[0].ClrType()),
        DuckDBType.Struct => Fields(column, row),
        DuckDBType.Map => Pairs(column, row),
        DuckDBType.SqlNull => null,
        _ => throw ReadErrors.Unknown(column),
    };

    public static string Text(this ColumnVector column, long row) => column.Type.Id switch
    {
        DuckDBType.Varchar => Encoding.UTF8.GetString(column.Bytes(row)),
        DuckDBType.Enum => column.Type.Labels[(int)column.Whole(row)],
        _ => throw ReadErrors.NotA(column, "text"),
    };

    /// <summary>DuckDB keeps a UUID as a number whose top bit is flipped, so that it sorts as text does.</summary>
    public static Guid Guid(this ColumnVector column, long row)
    {
        if (column.Type.Id != DuckDBType.Uuid) throw ReadErrors.NotA(column, "uuid");

        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt128BigEndian(bytes, column.Stored<Int128>(row));
        bytes[0] ^= 0x80;
        return new(bytes, bigEndian: true);
    }

    /// <summary>A list as an array of the given element type; nulls need one that takes them.</summary>
    public static Array Elements(this ColumnVector column, long row, Type elementType)
    {
        if (column.Type.Id is not (DuckDBType.List or DuckDBType.Array)) throw ReadErrors.NotA(column, "list");

        var place = Place(column, row);
        var child = column.Children[0];
        var elements = Array.CreateInstance(elementType, checked((int)place.Length));
        for (var i = 0; i < elements.Length; i++)
        {
            var element = child.Object((long)place.Offset + i);
            if (element is null && elementType.IsValueType && Nullable.GetUnderlyingType(elementType) is null)
                throw ReadErrors.NullElement(column, elementType);
            elements.SetValue(element, i);
        }
        return elements;
    }

    static Dictionary<string, object?> Fields(ColumnVector column, long row)
    {
        var fields = new Dictionary<string, object?>();
        foreach (var child in column.Children) fields[child.Name] = child.Object(row);
        return fields;
    }

    static Dictionary<object, object?> Pairs(ColumnVector column, long row)
    {
        var place = Place(column, row);
        var pairs = new Dictionary<object, object?>();
        for (var i = (long)place.Offset; i < (long)(place.Offset + place.Length); i++)
            pairs[column.Children[0].Object(i)!] = column.Children[1].Object(i);
        return pairs;
    }

    static NativeListEntry Place(ColumnVector column, long row) => column.Type.Id == DuckDBType.Array
        ? new((ulong)(row * column.Type.ArraySize), (ulong)column.Type.ArraySize)
        : column.Stored<NativeListEntry>(row);
}
