namespace Recommender.Core.Datasets;

/// <summary>What one shopper bought, in time order: a run of baskets, nothing is copied.</summary>
public readonly struct History(ShopBaskets baskets, int first, int end)
{
    /// <summary>A shopper of whom nothing is known.</summary>
    public static History Empty { get; } = new(BasketsBuilder.Nothing, 0, 0);

    /// <summary>The baskets that the run is part of.</summary>
    public ShopBaskets Source => baskets;

    /// <summary>The first basket of the run in <see cref="Source"/>.</summary>
    public int First => first;

    /// <summary>The basket after the last of the run.</summary>
    public int End => end;

    /// <summary>How many baskets.</summary>
    public int Baskets => end - first;

    /// <summary>Whether nothing was bought.</summary>
    public bool IsEmpty => Lines == 0;

    /// <summary>How many lines all baskets have.</summary>
    public int Lines => baskets.Starts.Span[end] - baskets.Starts.Span[first];

    /// <summary>The items of all lines, basket by basket; an item bought twice stands there twice.</summary>
    public ReadOnlySpan<int> Items => baskets.Items.Span[baskets.Starts.Span[first]..baskets.Starts.Span[end]];

    /// <summary>When each basket was bought, in minutes since 1970.</summary>
    public ReadOnlySpan<int> Times => baskets.Times.Span[first..end];

    /// <summary>The items of basket <paramref name="basket"/> of this history.</summary>
    public ReadOnlySpan<int> ItemsOf(int basket) => baskets.ItemsOf(first + basket);

    /// <summary>
    /// The distinct items, ascending, with their weights seen from <paramref name="now"/> (minutes since 1970). They stand in
    /// <paramref name="row"/> until it is used again. Lines without the quantity or amount that is asked for are counted.
    /// </summary>
    public void Weigh(Weighting weighting, int now, SparseRow row)
    {
        row.Clear();
        var starts = baskets.Starts.Span;
        var items = baskets.Items.Span;
        var times = baskets.Times.Span;
        var values = weighting.LineValues(baskets);
        for (var basket = first; basket < end; basket++)
        {
            var decay = weighting.Decay(now - times[basket]);
            for (var line = starts[basket]; line < starts[basket + 1]; line++) row.Add(items[line], values.IsEmpty ? decay : decay * values[line]);
        }
        if (weighting.Base == WeightBase.Binary) row.MergeLargest();
        else row.MergeSums();
        weighting.Raise(row.Weights);
    }
}
