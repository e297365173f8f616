using System.Buffers;

namespace Recommender.Core.Models.Blending;

/// <summary>
/// Brings the scores of different models to one scale, shopper by shopper: the mean over all items that may be recommended becomes 0, the
/// deviation 1. So a model that is sure of a few items speaks loudly for them, and one that tells nothing apart is silent.
/// </summary>
public static class StandardScores
{
    const double LeastDeviation = 1e-7;   // of the largest score: below it single precision tells nothing apart

    /// <summary>
    /// Standardises a row in place. What is left out of the ranking counts neither for the mean nor for the deviation.
    /// Items of which a model has nothing to say (-∞) get the lowest score of the others; a row that tells nothing apart becomes zeros.
    /// </summary>
    public static void Apply(ReadOnlySpan<int> leftOut, Span<float> scores)
    {
        var rented = ArrayPool<bool>.Shared.Rent(scores.Length);
        var isLeftOut = rented.AsSpan(0, scores.Length);
        isLeftOut.Clear();
        foreach (var item in leftOut) isLeftOut[item] = true;
        var (mean, deviation, lowest) = Measure(scores, isLeftOut);
        ArrayPool<bool>.Shared.Return(rented);

        if (deviation == 0)
        {
            scores.Clear();
            return;
        }
        foreach (ref var score in scores) score = (float)(((float.IsNegativeInfinity(score) ? lowest : score) - mean) / deviation);
    }

    static (double Mean, double Deviation, float Lowest) Measure(ReadOnlySpan<float> scores, ReadOnlySpan<bool> isLeftOut)
    {
        var (count, sum, lowest, largest) = (0, 0.0, float.PositiveInfinity, 0f);
        for (var item = 0; item < scores.Length; item++)
        {
            if (isLeftOut[item] || !float.IsFinite(scores[item])) continue;

            count++;
            sum += scores[item];
            lowest = Math.Min(lowest, scores[item]);
            largest = Math.Max(largest, Math.Abs(scores[item]));
        }
        if (count == 0) return default;

        var (mean, squares) = (sum / count, 0.0);
        for (var item = 0; item < scores.Length; item++)
        {
            if (isLeftOut[item] || !float.IsFinite(scores[item])) continue;

            squares += (scores[item] - mean) * (scores[item] - mean);
        }
        var deviation = Math.Sqrt(squares / count);
        return (mean, deviation > LeastDeviation * largest ? deviation : 0, lowest);
    }
}
