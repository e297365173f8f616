namespace Recommender.Core.Models.Popularity;

/// <summary>What everybody buys, below everything that a model has an opinion of.</summary>
static class PopularTail
{
    const float Share = 1e-6f;      // far below the weakest opinion, in a range that still tells every item apart
    const float Smallest = 1e-20f;

    /// <summary>Gives the items with a score of 0 their order by popularity; a row of zeros becomes the popular list.</summary>
    public static void Fill(Span<float> scores, ReadOnlySpan<float> popularity)
    {
        var (weakest, most) = (float.PositiveInfinity, 0f);
        for (var item = 0; item < scores.Length; item++)
        {
            if (scores[item] > 0) weakest = Math.Min(weakest, scores[item]);
            most = Math.Max(most, popularity[item]);
        }
        if (most == 0) return;

        var largest = float.IsInfinity(weakest) ? most : Math.Max(weakest, Smallest) * Share;
        for (var item = 0; item < scores.Length; item++)
        {
            if (scores[item] == 0) scores[item] = popularity[item] / most * largest;
        }
    }
}
