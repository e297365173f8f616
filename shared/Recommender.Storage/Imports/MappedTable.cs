using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Storage.Sources.Mapping;
using Recommender.Storage.Sources.Raw;

namespace Recommender.Storage.Imports;

/// <summary>A canonical table over raw ones: the SQL text of each canonical column, and the FROM that joins the files.</summary>
sealed class MappedTable
{
    readonly TableMapping _mapping;
    readonly List<(RawTable Table, string Alias)> _joined = [];

    public MappedTable(string what, TableMapping mapping, IReadOnlyDictionary<string, RawTable> tables)
    {
        _mapping = mapping;
        _joined.Add((TableOf(mapping.From, what, tables), "t0"));
        From = $"{Filled(_joined[0].Table)} AS t0";
        foreach (var join in mapping.Join) From += Joined(join, TableOf(join.File, what, tables));

        var conditions = mapping.Where.Select(where => Condition(where.Key, where.Value, isTaken: true))
            .Concat(mapping.WhereNot.Select(where => Condition(where.Key, where.Value, isTaken: false))).ToArray();
        Where = conditions.Length == 0 ? "true" : string.Join(" AND ", conditions);
    }

    /// <summary>The file whose rows become the rows of this table.</summary>
    public RawTable Main => _joined[0].Table;

    public string From { get; }

    public string Where { get; }

    /// <summary>The order in which rows of the same id are asked: the first describes it.</summary>
    public string Precedence => $"{(_mapping.Latest is { } latest ? $"{Column(latest)} DESC NULLS LAST, " : "")}t0.\"#file\", t0.\"#line\"";

    public bool Has(string canonical) => _mapping.Columns.ContainsKey(canonical);

    /// <summary>SQL text of a canonical column; NULL where nothing is mapped to it.</summary>
    public string Sql(string canonical) => _mapping.Columns.TryGetValue(canonical, out var source) ? Sql(source) : "CAST(NULL AS VARCHAR)";

    /// <summary>SQL text of a column of the files.</summary>
    public string Column(string column)
    {
        var (table, alias, own) = Resolve(column);
        return Present(table, alias, own);
    }

    // Blanks take over what their order says elsewhere before any row is left out: the row that says it may be the one that goes.
    string Filled(RawTable table)
    {
        if (_mapping.FillWithin is not { } order || _mapping.Fill.Count == 0) return table.Sql;

        var within = $"PARTITION BY present({DuckDBText.Identifier(Resolve(order).Own)}) ORDER BY \"#file\", \"#line\" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING";
        var filled = _mapping.Fill.Select(column => DuckDBText.Identifier(Resolve(column).Own))
            .Select(own => $"coalesce(present({own}), first_value(present({own}) IGNORE NULLS) OVER ({within})) AS {own}");
        return $"(SELECT * REPLACE ({string.Join(", ", filled)}) FROM {table.Sql})";
    }

    string Sql(ColumnSource source) => source switch
    {
        ColumnSource.FirstOf { Columns: [var only] } => Column(only),
        ColumnSource.FirstOf several => $"coalesce({string.Join(", ", several.Columns.Select(Column))})",
        // A day that a database exported with an empty time of day gives the place to the real one.
        ColumnSource.DateAndTime at => $"regexp_replace({Column(at.Date)}, '[ T]00:00(:00(\\.0+)?)?$', '') || coalesce(' ' || {Column(at.Time)}, '')",
        ColumnSource.Joined joined => $"concat_ws('-', {string.Join(", ", joined.Columns.Select(Column))})",
        ColumnSource.AnyOf any => $"CASE WHEN {string.Join(" OR ", any.Columns.Select(column => column.Value.Count == 0 ? $"{Column(column.Key)} IS NOT NULL" : Condition(column.Key, column.Value, isTaken: true)))} THEN 'yes' END",
        ColumnSource.Constant constant => DuckDBText.Literal(constant.Value),
        _ => throw new InvalidOperationException($"{source.GetType().Name} is no known source of a column."),
    };

    string Joined(JoinMapping join, RawTable table)
    {
        var alias = $"t{_joined.Count}";
        var left = join.On.Keys.Select(Resolve).ToArray();
        _joined.Add((table, alias));
        var right = join.On.Values.Select(column => DuckDBText.Identifier(
            table.Find(column) ?? throw Unknown(column, [(table, alias)]))).ToArray();

        // The first row of a key stands for all, so that a join never multiplies lines.
        var keys = string.Join(", ", right.Select(column => $"present({column})"));
        var on = string.Join(" AND ", left.Zip(right, (l, r) => $"present({l.Alias}.{DuckDBText.Identifier(l.Own)}) = present({alias}.{r})"));
        return $" LEFT JOIN (SELECT * FROM {table.Sql} QUALIFY row_number() OVER (PARTITION BY {keys} ORDER BY \"#file\", \"#line\") = 1) AS {alias} ON {on}";
    }

    string Condition(string column, IReadOnlyList<string> values, bool isTaken)
    {
        var list = string.Join(", ", values.Select(value => DuckDBText.Literal(value.ToLowerInvariant())));
        return $"coalesce(lower({Column(column)}), '') {(isTaken ? "IN" : "NOT IN")} ({list})";
    }

    (RawTable Table, string Alias, string Own) Resolve(string column)
    {
        foreach (var (table, alias) in _joined)
        {
            if (table.Find(column) is { } own) return (table, alias, own);
        }
        // file.Column names the file where two have the column.
        if (column.IndexOf('.', StringComparison.Ordinal) is var dot and > 0)
        {
            foreach (var (table, alias) in _joined)
            {
                if (table.Name.Equals(column[..dot], StringComparison.OrdinalIgnoreCase) && table.Find(column[(dot + 1)..]) is { } own) return (table, alias, own);
            }
        }
        throw Unknown(column, _joined);
    }

    static string Present(RawTable table, string alias, string column) =>
        table.Plain.Contains(column) ? $"{alias}.{DuckDBText.Identifier(column)}" : $"present({alias}.{DuckDBText.Identifier(column)})";

    static UserErrorException Unknown(string column, IReadOnlyList<(RawTable Table, string Alias)> tables)
    {
        var known = tables.SelectMany(joined => joined.Table.Columns).ToArray();
        return new($"Column '{column}' is unknown in {string.Join(" and ", tables.Select(joined => joined.Table.Label))}."
            + $"{Suggestion.For(column, known)} Known: {string.Join(", ", known)}.");
    }

    static RawTable TableOf(string file, string what, IReadOnlyDictionary<string, RawTable> tables) =>
        tables.TryGetValue(file, out var table)
            ? table
            : throw new UserErrorException($"The mapping of {what} names the file '{file}', which 'files' does not list.{Suggestion.For(file, tables.Keys)}");
}
