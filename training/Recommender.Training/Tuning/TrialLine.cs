namespace Recommender.Training.Tuning;

/// <summary>One trial as a line of the journal.</summary>
sealed record TrialLine
{
    public required string Trainer { get; init; }

    public required double Share { get; init; }

    public required double Seconds { get; init; }

    public required double Value { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }
}
