using Recommender.Core.Numerics;

namespace Recommender.Core.Models;

/// <summary>The questions that every model answers, from its scores.</summary>
public static class ModelAnswers
{
    /// <summary>
    /// The best <paramref name="count"/> items for a shopper, best first. With <see cref="Repeats.LeftOut"/> what the history holds is
    /// left out; so is every item for which <paramref name="isAllowed"/> says no.
    /// </summary>
    public static IReadOnlyList<Recommendation> Recommend(this IModel model, Shopper shopper, int count, Func<int, bool>? isAllowed = null)
    {
        var scores = Matrix.Zero(1, model.ItemCount);
        model.Score([shopper], scores);
        if (shopper.Repeats == Repeats.LeftOut) LeaveOut(shopper.History.Items, scores.Row(0));
        return Best(scores.Row(0), count, isAllowed);
    }

    /// <summary>The <paramref name="count"/> items most like this one.</summary>
    public static IReadOnlyList<Recommendation> Similar(this IModel model, int item, int count, Func<int, bool>? isAllowed = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)item, (uint)model.ItemCount, nameof(item));
        var scores = new float[model.ItemCount];
        model.ScoreSimilar(item, scores);
        return Best(scores, count, isAllowed);
    }

    /// <summary>The scores of some items for one shopper, in the order asked.</summary>
    public static float[] ScorePairs(this IModel model, Shopper shopper, ReadOnlySpan<int> items)
    {
        var scores = Matrix.Zero(1, model.ItemCount);
        model.Score([shopper], scores);
        var asked = new float[items.Length];
        for (var i = 0; i < items.Length; i++) asked[i] = scores.Row(0)[items[i]];
        return asked;
    }

    /// <summary>Takes items out of a row of scores.</summary>
    public static void LeaveOut(ReadOnlySpan<int> items, Span<float> scores)
    {
        foreach (var item in items) scores[item] = float.NegativeInfinity;
    }

    static Recommendation[] Best(Span<float> scores, int count, Func<int, bool>? isAllowed)
    {
        for (var item = 0; isAllowed is not null && item < scores.Length; item++)
        {
            if (!isAllowed(item)) scores[item] = float.NegativeInfinity;
        }
        var items = new int[Math.Min(count, scores.Length)];
        var best = new float[items.Length];
        var found = TopK.Select(scores, items, best);
        return [.. items.AsSpan(0, found).ToArray().Zip(best, (item, score) => new Recommendation(item, score))];
    }
}
