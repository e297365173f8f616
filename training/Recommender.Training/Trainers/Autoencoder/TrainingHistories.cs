using System.Numerics.Tensors;
using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>What is read of each customer and what is to be answered, both (customers, items) with the same entries and weights of their own.</summary>
sealed record TrainingHistories(CsrMatrix Inputs, CsrMatrix Answers)
{
    /// <summary>Customers, ascending, of whom the rows of <see cref="Cut"/> are learned instead: copies of the few, not of all.</summary>
    public int[] CutCustomers { get; init; } = [];

    /// <summary>Shorter histories, one row for each of <see cref="CutCustomers"/>.</summary>
    public TrainingHistories? Cut { get; init; }

    public int Customers => Inputs.Rows;

    public int Items => Inputs.Columns;

    /// <summary>The items of a customer.</summary>
    public ReadOnlySpan<int> Entries(int customer) => Find(customer, out var row).Inputs.RowIndices(row);

    /// <summary>A copy of what the items of a customer weigh when they are read.</summary>
    public float[] InputWeights(int customer) => Weights(Find(customer, out var row).Inputs, row);

    /// <summary>A copy of what they weigh among the answers.</summary>
    public float[] AnswerWeights(int customer) => Weights(Find(customer, out var row).Answers, row);

    TrainingHistories Find(int customer, out int row)
    {
        row = Array.BinarySearch(CutCustomers, customer);
        if (row >= 0 && Cut is not null) return Cut;

        row = customer;
        return this;
    }

    // Sums of huge quantities that left single precision become its largest number.
    static float[] Weights(CsrMatrix pairs, int row)
    {
        var weights = new float[pairs.RowCount(row)];
        if (pairs.IsBinary) Array.Fill(weights, 1);
        else TensorPrimitives.Min(pairs.RowValues(row), float.MaxValue, weights);
        return weights;
    }
}
