using System.Numerics.Tensors;
using Recommender.Core.Datasets;

namespace Recommender.Core.Models.Frequency;

/// <summary>Puts a shopper's own items before what everybody buys.</summary>
static class PersonalOrder
{
    const float Largest = 1e30f;    // keeps sums of absurd quantities finite
    const float Smallest = 1e-20f;
    const float Share = 0.01f;      // of the weakest own weight: room for popularity, wide enough to be heard in a blend

    /// <summary>
    /// Writes the weights of <paramref name="row"/> over <paramref name="scores"/>, which hold the popularity of all items. Equal weights are
    /// told apart by popularity; what is not in the row keeps its order below all of it.
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
        var (room, most) = (weights[0].Weight * Share, TensorPrimitives.Max(popularity));
        TensorPrimitives.Multiply(scores, most > 0 ? room / most : 0, scores);
        var score = 0f;
        for (var entry = 0; entry < count; entry++)
        {
            if (entry == 0 || weights[entry] != weights[entry - 1])
            {
                // Never as far as the next larger weight, and always above what came before, if only by the last bit.
                var free = Math.Min(room, (Larger(weights.AsSpan(entry, count - entry)) - weights[entry].Weight) / 2);
                score = Math.Max(weights[entry].Weight + (most > 0 ? weights[entry].Popularity / most * free : 0), float.BitIncrement(score));
            }
            scores[items[entry]] = score;
        }
    }

    static float Larger(ReadOnlySpan<(float Weight, float Popularity)> weights)
    {
        foreach (var (weight, _) in weights)
        {
            if (weight > weights[0].Weight) return weight;
        }
        return float.PositiveInfinity;
    }
}
