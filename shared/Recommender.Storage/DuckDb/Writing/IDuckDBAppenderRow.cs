using System.Numerics;

namespace DuckDB.NET.Data;

/// <summary>A row being appended: one value a column, in the table's order. A null stands for SQL's.</summary>
public interface IDuckDBAppenderRow
{
    /// <summary>Ends the row.</summary>
    void EndRow();

    IDuckDBAppenderRow AppendNullValue();

    IDuckDBAppenderRow AppendValue(bool? value);

    IDuckDBAppenderRow AppendValue(sbyte? value);

    IDuckDBAppenderRow AppendValue(short? value);

    IDuckDBAppenderRow AppendValue(int? value);

    IDuckDBAppenderRow AppendValue(long? value);

    IDuckDBAppenderRow AppendValue(byte? value);

    IDuckDBAppenderRow AppendValue(ushort? value);

    IDuckDBAppenderRow AppendValue(uint? value);

    IDuckDBAppenderRow AppendValue(ulong? value);

    IDuckDBAppenderRow AppendValue(BigInteger? value);

    IDuckDBAppenderRow AppendValue(float? value);

    IDuckDBAppenderRow AppendValue(double? value);

    IDuckDBAppenderRow AppendValue(decimal? value);

    IDuckDBAppenderRow AppendValue(string? value);

    IDuckDBAppenderRow AppendValue(byte[]? value);

    IDuckDBAppenderRow AppendValue(Guid? value);

    IDuckDBAppenderRow AppendValue(DateOnly? value);

    IDuckDBAppenderRow AppendValue(TimeOnly? value);

    IDuckDBAppenderRow AppendValue(DateTime? value);

    IDuckDBAppenderRow AppendValue(DateTimeOffset? value);

    IDuckDBAppenderRow AppendValue(TimeSpan? value);
}
