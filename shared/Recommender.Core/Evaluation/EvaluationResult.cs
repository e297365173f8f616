namespace Recommender.Core.Evaluation;

/// <summary>Trainers measured on the same cut of the same data.</summary>
public sealed record EvaluationResult
{
    /// <summary>The name of the data set.</summary>
    public required string Dataset { get; init; }

    /// <summary>The hash of the data before it was cut; results compare only where it agrees.</summary>
    public required string Snapshot { get; init; }

    /// <summary>How the data was cut.</summary>
    public required Split Split { get; init; }

    /// <summary>One entry a trainer.</summary>
    public required IReadOnlyList<TrainerResult> Trainers { get; init; }

    /// <summary>How many customers had something to find in a view.</summary>
    public int Customers(string view) => Trainers.Count == 0 ? 0 : Trainers[0].Evaluation[view]?.Cases.Count ?? 0;
}
