namespace Recommender.Storage.Postgres;

/// <summary>A column of a target table; <paramref name="Source"/> is the expression over the Parquet file where it is not the column of that name.</summary>
sealed record TargetColumn(string Name, TargetType Type, string? Source = null)
{
    public string Quoted => Identifier.Quote(Name);
}
