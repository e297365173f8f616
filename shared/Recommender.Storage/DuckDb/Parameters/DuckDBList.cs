using System.Collections;
using System.Data;
using Dapper;

namespace DuckDB.NET.Data;

/// <summary>
/// A list as one parameter through Dapper: <c>WHERE id = ANY($ids)</c> with <c>new { ids = new DuckDBList(ids) }</c>. A bare list
/// Dapper writes out as many parameters, which only suits <c>IN $ids</c> and short lists.
/// </summary>
public sealed class DuckDBList(IEnumerable items) : SqlMapper.ICustomQueryParameter
{
    void SqlMapper.ICustomQueryParameter.AddParameter(IDbCommand command, string name) =>
        ((DuckDBCommand)command).Parameters.AddWithValue(name, items);
}
