using System.Numerics;

namespace Recommender.Core.Evaluation.Metrics;

/// <summary>Where the targets stand in the ranking of everything.</summary>
static class WholeRanking
{
    /// <summary>
    /// The share of pairs of a target and an item that is none in which the target scores higher; a tie counts one half. What was left
    /// out of the ranking counts neither way; 1 when every item is a target.
    /// </summary>
    public static double AreaUnderCurve(RankedList list)
    {
        long targets = list.Targets.Length;
        var others = list.Scores.Length - list.LeftOut - targets;
        if (others == 0) return 1;

        // Per target: the items above it and those tied with it, other targets and itself included.
        var (above, tied) = (0L, 0L);
        foreach (var target in list.Targets) Compare(list, target, ref above, ref tied);

        // Among themselves the targets make targets (targets - 1) / 2 decided pairs whatever their order, and each is tied with itself;
        // a pair of tied targets was counted from both sides as a half.
        var lost = above + (tied - targets) / 2.0 - targets * (targets - 1) / 2.0;
        return 1 - lost / (targets * others);
    }

    static void Compare(RankedList list, int target, ref long above, ref long tied)
    {
        var score = new Vector<float>(list.Scores[target]);
        var (more, equal) = (Vector<int>.Zero, Vector<int>.Zero);
        var at = 0;
        for (; at <= list.Scores.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            var block = new Vector<float>(list.Scores[at..]);
            more -= Vector.GreaterThan(block, score);   // a true lane is -1
            equal -= Vector.Equals(block, score);
        }
        above += Vector.Sum(more);
        tied += Vector.Sum(equal);
        for (; at < list.Scores.Length; at++)
        {
            if (list.Scores[at] > list.Scores[target]) above++;
            if (list.Scores[at] == list.Scores[target]) tied++;
        }

        // What was left out scores -∞ and must not tie with a target of which the model has nothing to say.
        if (float.IsNegativeInfinity(list.Scores[target])) tied -= list.LeftOut;
    }
}
