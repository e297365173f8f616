using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace DuckDB.NET.Data;

/// <summary>A parameter: named as <c>$name</c> in SQL, or unnamed and in the order of the question marks.</summary>
public sealed class DuckDBParameter : DbParameter
{
    public DuckDBParameter()
    {
    }

    /// <summary>A parameter for the next <c>?</c>.</summary>
    public DuckDBParameter(object? value) => Value = value;

    /// <summary>A parameter for <c>$name</c>.</summary>
    public DuckDBParameter(string name, object? value) => (ParameterName, Value) = (name, value);

    /// <summary>For other providers' sake only: the type bound is the value's own.</summary>
    public override DbType DbType { get; set; }

    public override ParameterDirection Direction
    {
        get => ParameterDirection.Input;
        set
        {
            if (value != ParameterDirection.Input)
                throw new NotSupportedException($"A parameter of direction {value} does not exist in DuckDB: read the value with a query.");
        }
    }

    public override bool IsNullable { get; set; } = true;

    /// <summary>The name with or without its leading $.</summary>
    [AllowNull]
    public override string ParameterName { get; set => field = value ?? ""; } = "";

    public override int Size { get; set; }

    [AllowNull]
    public override string SourceColumn { get; set => field = value ?? ""; } = "";

    public override bool SourceColumnNullMapping { get; set; }

    public override object? Value { get; set; }

    public override void ResetDbType() => DbType = default;

    /// <summary>The name as DuckDB knows it.</summary>
    internal string BareName => ParameterName.TrimStart('$', '@', ':');
}
