namespace Recommender.Storage.Sources.Mapping;

/// <summary>One canonical table: the file it starts from, what is joined to it, and where each column comes from.</summary>
public sealed record TableMapping
{
    /// <summary>Logical name of the file whose rows become rows of this table.</summary>
    public required string From { get; init; }

    public IReadOnlyList<JoinMapping> Join { get; init; } = [];

    /// <summary>Rows to take: a column and the values it may have.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Where { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Rows to leave out: a column and the values it may not have.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> WhereNot { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Column that names the order; blanks of <see cref="Fill"/> take the order's first value that is not blank.</summary>
    public string? FillWithin { get; init; }

    public IReadOnlyList<string> Fill { get; init; } = [];

    /// <summary>Canonical column to where its value comes from.</summary>
    public required IReadOnlyDictionary<string, ColumnSource> Columns { get; init; }

    /// <summary>Values of the <c>cancelled</c> column that mark a cancelled order; none listed: any value that is not blank does.</summary>
    public IReadOnlyList<string> CancelledValues { get; init; } = [];

    /// <summary>Of rows that share an id, the one with the greatest value in this column describes it; the first unless given.</summary>
    public string? Latest { get; init; }

    /// <summary>Further columns of customers, kept under their own names.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];
}
