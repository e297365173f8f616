using System.Data;
using System.Data.Common;

namespace DuckDB.NET.Data;

/// <summary>The columns of a result as the table that ADO.NET describes them with.</summary>
static class SchemaTable
{
    public static DataTable Of(ReadOnlySpan<ColumnVector> columns)
    {
        var table = new DataTable("SchemaTable");
        table.Columns.Add(SchemaTableColumn.ColumnName, typeof(string));
        table.Columns.Add(SchemaTableColumn.ColumnOrdinal, typeof(int));
        table.Columns.Add(SchemaTableColumn.ColumnSize, typeof(int));
        table.Columns.Add(SchemaTableColumn.NumericPrecision, typeof(byte));
        table.Columns.Add(SchemaTableColumn.NumericScale, typeof(byte));
        table.Columns.Add(SchemaTableColumn.DataType, typeof(Type));
        table.Columns.Add(SchemaTableColumn.AllowDBNull, typeof(bool));
        table.Columns.Add("DataTypeName", typeof(string));
        for (var ordinal = 0; ordinal < columns.Length; ordinal++)
        {
            var (name, type) = (columns[ordinal].Name, columns[ordinal].Type);
            table.Rows.Add(name, ordinal, -1, type.Width, type.Scale, type.ClrType(), true, type.SqlName());
        }
        return table;
    }
}
