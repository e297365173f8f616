using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>One column of the chunk being read: where its cells lie and which of them are null.</summary>
sealed unsafe class ColumnVector(string name, ColumnType type)
{
    readonly ColumnVector[] _children = [.. type.Children.Select((child, i) => new ColumnVector(type.ChildNames.ElementAtOrDefault(i) ?? name, child))];
    byte* _data;
    ulong* _validity;   // one bit a row, set when there is a value; no mask when there are no nulls

    public string Name => name;

    public ColumnType Type => type;

    public Type? StoredType { get; } = type.StoredType();

    public byte* Data => _data;

    public bool HasNulls => _validity != null;

    public ReadOnlySpan<ColumnVector> Children => _children;

    public bool IsNull(long row) => _validity != null && (_validity[row >> 6] >> (int)(row & 63) & 1) == 0;

    public T Stored<T>(long row) where T : unmanaged => ((T*)_data)[row];

    /// <summary>The bytes of a text or blob cell.</summary>
    public ReadOnlySpan<byte> Bytes(long row) => NativeBlob.Bytes((NativeBlob*)_data + row);

    /// <summary>Points at another chunk's vector.</summary>
    public void Attach(nint vector)
    {
        _data = NativeMethods.VectorGetData(vector);
        _validity = NativeMethods.VectorGetValidity(vector);
        switch (type.Id)
        {
            case DuckDBType.List:
                _children[0].Attach(NativeMethods.ListVectorGetChild(vector));
                break;
            case DuckDBType.Array:
                _children[0].Attach(NativeMethods.ArrayVectorGetChild(vector));
                break;
            case DuckDBType.Struct:
                AttachFields(vector);
                break;
            case DuckDBType.Map:   // a list of (key, value)
                AttachFields(NativeMethods.ListVectorGetChild(vector));
                break;
        }
    }

    void AttachFields(nint fields)
    {
        for (var field = 0; field < _children.Length; field++)
            _children[field].Attach(NativeMethods.StructVectorGetChild(fields, (ulong)field));
    }
}
