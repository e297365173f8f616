namespace Recommender.Training.Trainers.Blend;

/// <summary>
/// What the voices say of one customer's candidates: <paramref name="Scores"/> holds one row of standardised scores a voice;
/// <paramref name="Ideal"/> is the DCG of a perfect list, targets outside of the candidates counted too.
/// </summary>
sealed record Candidates(float[] Scores, bool[] IsTarget, double Ideal)
{
    public int Count => IsTarget.Length;

    /// <summary>The scores of one voice.</summary>
    public ReadOnlySpan<float> Of(int voice) => Scores.AsSpan(voice * Count, Count);
}
