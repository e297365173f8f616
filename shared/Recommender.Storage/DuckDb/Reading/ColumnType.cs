using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>A column's type with all that reading and writing its vectors needs.</summary>
sealed class ColumnType
{
    public required DuckDBType Id { get; init; }

    /// <summary>The type of the numbers in the vector: a decimal's or enum's integer, otherwise <see cref="Id"/>.</summary>
    public required DuckDBType Stored { get; init; }

    /// <summary>Digits of a decimal.</summary>
    public byte Width { get; init; }

    /// <summary>Digits after a decimal's point.</summary>
    public byte Scale { get; init; }

    /// <summary>The texts of an enum.</summary>
    public string[] Labels { get; init; } = [];

    /// <summary>Elements in each cell of an ARRAY.</summary>
    public int ArraySize { get; init; }

    /// <summary>A list's element, a struct's fields, or a map's key and value.</summary>
    public ColumnType[] Children { get; init; } = [];

    /// <summary>The names of a struct's fields.</summary>
    public string[] ChildNames { get; init; } = [];

    /// <summary>Describes a type and lets the native description go.</summary>
    public static ColumnType Take(nint native)
    {
        using var handle = new LogicalTypeHandle(native);
        return Describe(handle);
    }

    static ColumnType Describe(LogicalTypeHandle handle)
    {
        var id = NativeMethods.GetTypeId(handle);
        return id switch
        {
            DuckDBType.Decimal => new()
            {
                Id = id,
                Stored = NativeMethods.DecimalInternalType(handle),
                Width = NativeMethods.DecimalWidth(handle),
                Scale = NativeMethods.DecimalScale(handle),
            },
            DuckDBType.Enum => new() { Id = id, Stored = NativeMethods.EnumInternalType(handle), Labels = ReadLabels(handle) },
            DuckDBType.List => new() { Id = id, Stored = id, Children = [Take(NativeMethods.ListTypeChildType(handle))] },
            DuckDBType.Array => new()
            {
                Id = id,
                Stored = id,
                ArraySize = checked((int)NativeMethods.ArrayTypeArraySize(handle)),
                Children = [Take(NativeMethods.ArrayTypeChildType(handle))],
            },
            DuckDBType.Map => new()
            {
                Id = id,
                Stored = id,
                Children = [Take(NativeMethods.MapTypeKeyType(handle)), Take(NativeMethods.MapTypeValueType(handle))],
            },
            DuckDBType.Struct => DescribeStruct(handle),
            _ => new() { Id = id, Stored = id },
        };
    }

    static ColumnType DescribeStruct(LogicalTypeHandle handle)
    {
        var count = (int)NativeMethods.StructTypeChildCount(handle);
        var (names, children) = (new string[count], new ColumnType[count]);
        for (var child = 0; child < count; child++)
        {
            names[child] = NativeText.Owned(NativeMethods.StructTypeChildName(handle, (ulong)child));
            children[child] = Take(NativeMethods.StructTypeChildType(handle, (ulong)child));
        }
        return new() { Id = DuckDBType.Struct, Stored = DuckDBType.Struct, Children = children, ChildNames = names };
    }

    static string[] ReadLabels(LogicalTypeHandle handle)
    {
        var labels = new string[NativeMethods.EnumDictionarySize(handle)];
        for (var label = 0; label < labels.Length; label++)
            labels[label] = NativeText.Owned(NativeMethods.EnumDictionaryValue(handle, (ulong)label));
        return labels;
    }
}
