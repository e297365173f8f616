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

    /// <summary>Some of the rows in their order.</summary>
    public WeightedRows Slice(int start, int count) => Weights.IsEmpty
        ? new(Rows.Slice(start, count), Weight) { RowStride = RowStride }
        : new(Rows.Slice(start, count), Weights.Slice(start, count)) { RowStride = RowStride };
}
