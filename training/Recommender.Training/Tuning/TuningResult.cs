using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Store;

namespace Recommender.Training.Tuning;

/// <summary>What a search came to.</summary>
/// <param name="Plan">What was searched.</param>
/// <param name="Leaders">What was tried to the end, the best first.</param>
/// <param name="Test">The options given first and the best second, measured on the test part; popularity third where a version was published.</param>
/// <param name="Differences">By how much the best exceed the given on the test part.</param>
sealed record TuningResult(TuningPlan Plan, IReadOnlyList<TuningTrial> Leaders, EvaluationResult Test, IReadOnlyList<Difference> Differences)
{
    /// <summary>What was tried to the end, in the order in which it was tried.</summary>
    public required IReadOnlyList<TuningTrial> Trials { get; init; }

    /// <summary>Trials that an earlier search with the same arguments had made.</summary>
    public int TakenOver { get; init; }

    /// <summary>Whether the best on the validation part are worse than the given on the test part, with evidence: then the given are kept.</summary>
    public bool IsWorse => Decisive is { Verdict: Verdict.Worse };

    /// <summary>The options kept, trained on all data; null when that was not asked for.</summary>
    public SealedFolder? Published { get; init; }

    /// <summary>The difference that decides; null where the test part has nothing to decide by.</summary>
    public Difference? Decisive => Differences.FirstOrDefault(difference => difference.View == Plan.View && difference.Metric == Plan.Metric);
}
