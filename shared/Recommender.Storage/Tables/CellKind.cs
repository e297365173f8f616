namespace Recommender.Storage.Tables;

/// <summary>What the cells of a column hold.</summary>
public enum CellKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Any number of names: an array in JSON and Parquet, joined by | in CSV.</summary>
    Names,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number; what is not finite is missing.</summary>
    Number,
}
