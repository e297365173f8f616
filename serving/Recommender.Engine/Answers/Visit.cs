using Recommender.Core.Datasets;

namespace Recommender.Engine.Answers;

/// <summary>A history that goes on after the training data ended: what the shopper took since then, one basket each, so that the order counts.</summary>
static class Visit
{
    /// <summary>The past with the newest items behind it, a minute apart, the last one at <paramref name="now"/>.</summary>
    public static History After(History past, ReadOnlySpan<int> newest, int now, int itemCount)
    {
        if (newest.IsEmpty) return past;

        var (baskets, lines) = (past.Baskets + newest.Length, past.Lines + newest.Length);
        var (times, starts, items) = (new int[baskets], new int[baskets + 1], new int[lines]);
        past.Times.CopyTo(times);
        past.Items.CopyTo(items);
        newest.CopyTo(items.AsSpan(past.Lines));
        for (var basket = 0; basket < past.Baskets; basket++) starts[basket + 1] = starts[basket] + past.ItemsOf(basket).Length;
        var earliest = past.Baskets == 0 ? int.MinValue : past.Times[^1];
        for (var at = 0; at < newest.Length; at++)
        {
            times[past.Baskets + at] = Math.Max(earliest, now - newest.Length + 1 + at);
            starts[past.Baskets + at + 1] = past.Lines + at + 1;
        }
        return new(new()
        {
            ItemCount = itemCount,
            CustomerStarts = (int[])[0, baskets],
            Times = times,
            Starts = starts,
            Items = items,
            Quantities = Extended(past.Source.Quantities, past, newest.Length),
            Amounts = Extended(past.Source.Amounts, past, newest.Length),
        }, 0, baskets);
    }

    // What the newest lines cost or count is not known: they weigh as much as the shopper's usual line.
    static ReadOnlyMemory<float> Extended(ReadOnlyMemory<float> column, History past, int added)
    {
        if (column.IsEmpty || past.Lines == 0) return default;

        var start = past.Source.Starts.Span[past.First];
        var known = column.Span.Slice(start, past.Lines);
        var extended = new float[past.Lines + added];
        known.CopyTo(extended);
        extended.AsSpan(past.Lines).Fill(System.Numerics.Tensors.TensorPrimitives.Sum(known) / past.Lines);
        return extended;
    }
}
