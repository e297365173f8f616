namespace Recommender.Core.Evaluation.Intervals;

/// <summary>What a comparison can say at 95 %.</summary>
public enum Verdict
{
    /// <summary>The interval of the difference holds 0.</summary>
    NoEvidence,

    /// <summary>The second model is better.</summary>
    Better,

    /// <summary>The second model is worse.</summary>
    Worse,
}
