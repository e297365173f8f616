namespace Recommender.Core.Models.Blending;

/// <summary>One way in which a member of a blend speaks: its number and the scale on which its scores are read.</summary>
public readonly record struct Voice(int Member, ScoreScale Scale)
{
    /// <summary>Brings a row of the member's scores to the scale of all voices; <paramref name="leftOut"/> is out of the ranking.</summary>
    public void Read(ReadOnlySpan<int> leftOut, Span<float> scores)
    {
        if (Scale == ScoreScale.Logarithm)
        {
            foreach (ref var score in scores) score = score > 0 ? MathF.Log(1 + score) : float.IsNegativeInfinity(score) ? score : 0;
        }
        StandardScores.Apply(leftOut, scores);
    }
}
