namespace Recommender.Core.Numerics;

/// <summary>Picks the best entries of one row of scores without sorting it.</summary>
public static class TopK
{
    /// <summary>
    /// Fills <paramref name="items"/> and <paramref name="best"/> with the highest scores, best first; a tie goes to the lower index.
    /// Entries of -∞ and NaN are never picked.
    /// </summary>
    /// <returns>How many were written: fewer than asked for when the row runs out.</returns>
    public static int Select(ReadOnlySpan<float> scores, Span<int> items, Span<float> best)
    {
        var count = 0;
        for (var item = 0; item < scores.Length && items.Length > 0; item++)
        {
            var score = scores[item];
            if (!(score > (count == items.Length ? best[^1] : float.NegativeInfinity))) continue;

            var slot = Math.Min(count, items.Length - 1);
            for (; slot > 0 && best[slot - 1] < score; slot--) (items[slot], best[slot]) = (items[slot - 1], best[slot - 1]);
            (items[slot], best[slot]) = (item, score);
            count = Math.Min(count + 1, items.Length);
        }
        return count;
    }
}
