namespace Recommender.Core.Numerics;

/// <summary>Rows of a factor matrix picked by their numbers, each with its weight or all with one.</summary>
public readonly ref struct WeightedRows
{
    public WeightedRows(ReadOnlySpan<int> rows, ReadOnlySpan<float> weights)
    {
        if (weights.Length != rows.Length) throw new ArgumentException($"{rows.Length} rows with {weights.Length} weights.", nameof(weights));

        Rows = rows;
        Weights = weights;
        Weight = 1;
    }

    public WeightedRows(ReadOnlySpan<int> rows, float weight)
    {
        Rows = rows;
        Weight = weight;
    }

    public ReadOnlySpan<int> Rows { get; }

    /// <summary>Empty where all rows weigh the same.</summary>
    public ReadOnlySpan<float> Weights { get; }

    /// <summary>What all rows weigh in common.</summary>
    public float Weight { get; }

    /// <summary>From one row of the factor matrix to the next, where only a slice of its columns is meant; 0 when rows are d long.</summary>
    public int RowStride { get; init; }

    /// <summary>Rows that will be listed next, fetched from memory meanwhile; they change no result.</summary>
    public ReadOnlySpan<int> Upcoming { get; init; }

    /// <summary>Some of the rows in their order; those behind them are then upcoming.</summary>
    public WeightedRows Slice(int start, int count) => Weights.IsEmpty
        ? new(Rows.Slice(start, count), Weight) { RowStride = RowStride, Upcoming = After(start + count) }
        : new(Rows.Slice(start, count), Weights.Slice(start, count)) { RowStride = RowStride, Upcoming = After(start + count) };

    /// <summary>What is listed from a place on, and where that is nothing what comes after the list.</summary>
    internal ReadOnlySpan<int> After(int place) => place < Rows.Length ? Rows[place..] : Upcoming;
}
