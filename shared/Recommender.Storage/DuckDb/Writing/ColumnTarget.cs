namespace DuckDB.NET.Data;

/// <summary>Where the next cells of one column go.</summary>
unsafe struct ColumnTarget
{
    public nint Vector;
    public byte* Data;
    public ulong* Validity;    // null until the chunk's first null
    public Type? StoredType;
    public ColumnType Type;
    public int Rows;           // written so far; the row under way counts once its cell is written
}
