using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Blend;

/// <summary>NDCG of the first twenty places, the measure that weights are learned by: a page of recommendations.</summary>
sealed class CutGain
{
    const int Places = 20;

    static readonly double[] Worth = [.. Enumerable.Range(0, Places).Select(rank => 1 / Math.Log2(rank + 2))];

    readonly int[] _best = new int[Places];
    readonly float[] _scores = new float[Places];

    /// <summary>The DCG of a list that begins with all of so many targets.</summary>
    public static double Ideal(int targets) => Worth.Take(targets).Sum();

    /// <summary>The NDCG of the candidates in the order of these scores.</summary>
    public double Of(Candidates candidates, ReadOnlySpan<float> scores)
    {
        var found = TopK.Select(scores, _best, _scores);
        var gain = 0.0;
        for (var rank = 0; rank < found; rank++)
        {
            if (candidates.IsTarget[_best[rank]]) gain += Worth[rank];
        }
        return gain / candidates.Ideal;
    }
}
