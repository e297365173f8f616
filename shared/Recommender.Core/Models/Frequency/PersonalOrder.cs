using Recommender.Core.Datasets;

namespace Recommender.Core.Models.Frequency;

/// <summary>Puts a shopper's own items before what everybody buys.</summary>
static class PersonalOrder
{
    const float Largest = 1e30f;    // keeps sums of absurd quantities finite
    const float Smallest = 1e-20f;
    const float TailShare = 1e-6f;  // popularity speaks below the weakest own item, in a range that still tells every item apart

    /// <summary>
    /// Writes the weights of <paramref name="row"/> over <paramref name="scores"/>, which hold the popularity of all items. Equal weights are
    /// told apart by popularity, in the last bits of the score; what is not in the row keeps its order below all of it.
    /// </summary>
    public static void Rank(SparseRow row, ReadOnlySpan<float> popularity, Span<float> scores)
    {
        var items = new int[row.Count];
        var weights = new (float Weight, float Popularity)[row.Count];
        var count = 0;
        for (var entry = 0; entry < row.Count; entry++)
        {
            if (!(row.Weights[entry] > 0)) continue;

            items[count] = row.Items[entry];
            weights[count++] = (Math.Clamp(row.Weights[entry], Smallest, Largest), popularity[row.Items[entry]]);
        }
        if (count == 0) return;

        Array.Sort(weights, items, 0, count);
        Scale(scores, weights[0].Weight * TailShare);
        var score = 0f;
        for (var entry = 0; entry < count; entry++)
        {
            if (entry == 0 || weights[entry] != weights[entry - 1]) score = Math.Max(weights[entry].Weight, float.BitIncrement(score));
            scores[items[entry]] = score;
        }
    }

    static void Scale(Span<float> scores, float largest)
    {
        var most = 0f;
        foreach (var score in scores) most = Math.Max(most, score);
        if (most == 0) return;

        foreach (ref var score in scores) score = score / most * largest;
    }
}
