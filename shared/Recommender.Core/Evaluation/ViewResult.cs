using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Core.Evaluation;

/// <summary>What a model achieved in one view.</summary>
public sealed record ViewResult
{
    /// <summary>new, all, ratings, or a slice such as all:repeat.</summary>
    public required string Name { get; init; }

    /// <summary>The cases that had something to find, by their places in <see cref="ModelEvaluation.Names"/>.</summary>
    public required IReadOnlyList<int> Cases { get; init; }

    /// <summary>Each metric by its name, such as ndcg@20, over all these cases.</summary>
    public required IReadOnlyDictionary<string, Measurement> Metrics { get; init; }

    /// <summary>Each metric of each case: entry i is of case <see cref="Cases"/>[i].</summary>
    public required IReadOnlyDictionary<string, PersonValues> Persons { get; init; }
}
