namespace Recommender.Storage.Scores;

/// <summary>One file of a folder of scores: the lists of a run of customers.</summary>
public sealed record ScorePart
{
    /// <summary>The name of the file, such as part-00003.parquet.</summary>
    public required string Name { get; init; }

    /// <summary>Customers whose lists it holds, those with an empty one too.</summary>
    public required long Customers { get; init; }

    /// <summary>Rows: one an item of a list.</summary>
    public required long Rows { get; init; }

    /// <summary>Its size.</summary>
    public required long Bytes { get; init; }

    /// <summary>Its SHA-256 in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The name of the part of that number, counted from zero.</summary>
    public static string NameOf(int number) => $"part-{number:D5}.parquet";
}
