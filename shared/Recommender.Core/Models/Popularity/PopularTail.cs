namespace Recommender.Core.Models.Popularity;

/// <summary>What everybody buys, below everything that a model has an opinion of.</summary>
static class PopularTail
{
    const float Share = 0.01f;      // of the weakest opinion: below all of them, wide enough to be heard in a blend
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
