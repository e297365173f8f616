using System.Numerics.Tensors;
using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>What is read of each customer and what is to be answered, both (customers, items) with the same entries and weights of their own.</summary>
sealed record TrainingHistories(CsrMatrix Inputs, CsrMatrix Answers)
{
    public int Customers => Inputs.Rows;

    public int Items => Inputs.Columns;

    /// <summary>A copy of a row's weights; sums of huge quantities that left single precision come back as its largest number.</summary>
    public static float[] Weights(CsrMatrix pairs, int row)
    {
        var weights = new float[pairs.RowCount(row)];
        if (pairs.IsBinary) Array.Fill(weights, 1);
        else TensorPrimitives.Min(pairs.RowValues(row), float.MaxValue, weights);
        return weights;
    }
}
