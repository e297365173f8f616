using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>Which part each line of a data set falls to: what every way of cutting decides, each in its own manner.</summary>
sealed class Division(Dataset dataset)
{
    /// <summary>The data that is cut.</summary>
    public Dataset Dataset => dataset;

    /// <summary>The part of each line of the baskets.</summary>
    public Part[] Lines { get; } = new Part[dataset.Baskets.Items.Length];

    /// <summary>The end of what the training part knows; without one, the minute after its last purchase.</summary>
    public int? Now { get; init; }

    /// <summary>When a customer, by the number in <see cref="Dataset"/>, is asked; without it, at the end of what the training part knows.</summary>
    public Func<int, int>? AskedAt { get; init; }

    /// <summary>Gives every line of a basket to a part.</summary>
    public void Assign(int basket, Part part)
    {
        var starts = dataset.Baskets.Starts.Span;
        Lines.AsSpan(starts[basket]..starts[basket + 1]).Fill(part);
    }

    /// <summary>
    /// Gives the lines of whole pairs of customer and item to a part: <paramref name="isHeld"/> has one entry for each of
    /// <paramref name="pairs"/>, customers by items.
    /// </summary>
    public void AssignPairs(CsrMatrix pairs, ReadOnlySpan<bool> isHeld, Part part)
    {
        var isHeldItem = new bool[pairs.Columns];
        var starts = pairs.Starts.Span;
        for (var customer = 0; customer < pairs.Rows; customer++)
        {
            var items = pairs.RowIndices(customer);
            for (var entry = 0; entry < items.Length; entry++) isHeldItem[items[entry]] = isHeld[starts[customer] + entry];
            AssignHeld(customer, isHeldItem, part);
        }
    }

    void AssignHeld(int customer, bool[] isHeldItem, Part part)
    {
        var history = dataset.Baskets.Of(customer);
        var first = dataset.Baskets.Starts.Span[history.First];
        var items = history.Items;
        for (var line = 0; line < items.Length; line++)
        {
            if (isHeldItem[items[line]]) Lines[first + line] = part;
        }
    }
}
