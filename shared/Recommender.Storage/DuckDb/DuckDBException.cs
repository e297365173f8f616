using System.Data.Common;
using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>An error with DuckDB's own message.</summary>
public sealed class DuckDBException(string message, DuckDBErrorType errorType = DuckDBErrorType.Invalid) : DbException(message)
{
    public DuckDBErrorType ErrorType { get; } = errorType;
}
