using Recommender.Core.Datasets;

namespace Recommender.Core.Baskets.Chance;

/// <summary>Baskets of similar size: their sizes, and how many of them each item stands in.</summary>
sealed record BandMargins(MarginClasses Sizes, int[] ItemCounts)
{
    const int FewestBaskets = 200;   // so that the counts of a band leave a pair its freedom
    const double Width = 1.2;        // the largest size over the smallest, where there are baskets enough

    /// <summary>The bands of all baskets that hold anything, sizes ascending. More baskets give narrower bands.</summary>
    public static BandMargins[] Of(CsrMatrix lines)
    {
        var sizes = Enumerable.Range(0, lines.Rows).Select(lines.RowCount).Where(size => size > 0).CountBy(size => size).OrderBy(size => size.Key).ToArray();
        var (bandOfSize, bands) = (new Dictionary<int, int>(), 0);
        var (inBand, smallest, left) = (0, 0, sizes.Sum(size => size.Value));
        foreach (var (size, baskets) in sizes)
        {
            var isFull = inBand >= FewestBaskets && size >= smallest * Width;
            if (inBand == 0 || (isFull && left >= FewestBaskets)) (bands, inBand, smallest) = (bands + 1, 0, size);
            bandOfSize[size] = bands - 1;
            inBand += baskets;
            left -= baskets;
        }

        var counts = new int[bands][];
        for (var band = 0; band < bands; band++) counts[band] = new int[lines.Columns];
        for (var basket = 0; basket < lines.Rows; basket++)
        {
            var items = lines.RowIndices(basket);
            if (items.IsEmpty) continue;
            var ofBand = counts[bandOfSize[items.Length]];
            foreach (var item in items) ofBand[item]++;
        }
        return [.. sizes.GroupBy(size => bandOfSize[size.Key]).OrderBy(band => band.Key).Select(band => new BandMargins(
            new([.. band.Reverse().Select(size => size.Key)], [.. band.Reverse().Select(size => size.Value)]), counts[band.Key]))];
    }
}
