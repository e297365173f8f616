namespace Recommender.Storage.Sources.Mapping;

/// <summary>Where the value of a canonical column comes from.</summary>
public abstract record ColumnSource
{
    /// <summary>The first of these columns that is not blank.</summary>
    public sealed record FirstOf(IReadOnlyList<string> Columns) : ColumnSource
    {
        public override string ToString() => string.Join(" or ", Columns);
    }

    /// <summary>A day in one column and a time of day in another.</summary>
    public sealed record DateAndTime(string Date, string Time) : ColumnSource
    {
        public override string ToString() => $"{Date} and {Time}";
    }

    /// <summary>The same value on every row.</summary>
    public sealed record Constant(string Value) : ColumnSource
    {
        public override string ToString() => $"always '{Value}'";
    }

    /// <summary>Several columns that name a thing only together: a till, its day and the number of its ticket.</summary>
    public sealed record Joined(IReadOnlyList<string> Columns) : ColumnSource
    {
        public override string ToString() => string.Join(" and ", Columns);
    }

    /// <summary>True where any of these columns has one of its values; a column without values only has to be filled.</summary>
    public sealed record AnyOf(IReadOnlyDictionary<string, IReadOnlyList<string>> Columns) : ColumnSource
    {
        public override string ToString() => string.Join(" or ", Columns.Select(column => column.Value.Count == 0 ? column.Key : $"{column.Key} is {string.Join('/', column.Value)}"));
    }

    public static ColumnSource Of(string column) => new FirstOf([column]);
}
