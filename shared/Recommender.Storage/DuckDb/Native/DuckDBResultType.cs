namespace DuckDB.NET.Native;

/// <summary>What a finished statement hands back.</summary>
enum DuckDBResultType
{
    Invalid = 0,
    ChangedRows = 1,
    Nothing = 2,
    QueryResult = 3,
}
