namespace DuckDB.NET.Data;

/// <summary>What can go wrong when a cell is read: the column, its type and the cure.</summary>
static class ReadErrors
{
    public static InvalidCastException NotA(ColumnVector column, string wanted) =>
        new($"Column '{column.Name}' is {column.Type.SqlName()}, not a {wanted}: read it as what it is or cast it in the query.");

    public static InvalidCastException Null(ColumnVector column) =>
        new($"Column '{column.Name}' is null in this row: ask IsDBNull first, or use coalesce in the query.");

    public static InvalidCastException NullElement(ColumnVector column, Type element) =>
        new($"Column '{column.Name}' has a list with a null in it: read it with GetFieldValue<{element.Name}?[]>, or take nulls out with list_filter.");

    public static NotSupportedException Unknown(ColumnVector column) =>
        new($"Column '{column.Name}' is of type {column.Type.SqlName()}, which this provider does not read: cast it to VARCHAR in the query.");

    public static InvalidCastException Stored(ColumnVector column, Type wanted) =>
        new($"Column '{column.Name}' is {column.Type.SqlName()} and lies in memory as {column.StoredType?.Name ?? "no plain number"}, not as {wanted.Name}: "
            + $"{(column.StoredType is null ? "read it row by row" : $"ask for {column.StoredType.Name}")}, or cast it in the query.");

    public static OverflowException OutOfRange(ColumnVector column, Type wanted, Exception? inner) =>
        new($"Column '{column.Name}' holds a {column.Type.SqlName()} that does not fit {wanted.Name}: cast it in the query, for example to VARCHAR.", inner);
}
