using System.Numerics.Tensors;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Autoencoders;

/// <summary>
/// The score of one item for a history without each of its purchases in turn. Taking one out of the first layer's sum is a subtraction,
/// so a history of m purchases costs m passes through the layers behind the first.
/// </summary>
sealed class LeaveOneOut(AutoencoderNetwork network, IReadOnlyList<DenseLayer> layers)
{
    /// <summary>The purchases by how much the score falls without them; <paramref name="history"/> has length 1.</summary>
    public IReadOnlyList<Reason> Reasons(SparseRow history, int item, int count)
    {
        var first = layers[0];
        var bias = first.Bias.Row(0);
        var whole = Matrix.Zero(1, first.Outputs);
        first.Gather(history.Items, history.Weights, whole.Row(0));
        var without = Matrix.Zero(history.Count, first.Outputs);
        for (var entry = 0; entry < history.Count; entry++) TakeOut(history, entry, whole.Row(0), without.Row(entry), bias);

        var score = Scores(whole, item)[0];
        var shares = Scores(without, item);
        for (var entry = 0; entry < shares.Length; entry++) shares[entry] = score - shares[entry];
        return Factors.Reasons.Strongest(history.Items, shares, count);
    }

    // b + (S - x w) / |rest|, where S = whole - b sums the rows of W with the weights x, and the rest is brought to length 1 again.
    void TakeOut(SparseRow history, int entry, ReadOnlySpan<float> whole, Span<float> without, ReadOnlySpan<float> bias)
    {
        var left = 1 - (double)history.Weights[entry] * history.Weights[entry];
        if (history.Count == 1 || left < 1e-12)
        {
            bias.CopyTo(without);
            return;
        }
        TensorPrimitives.Subtract(whole, bias, without);
        TensorPrimitives.MultiplyAdd(layers[0].Weights.Row(history.Items[entry]), -history.Weights[entry], without, without);
        TensorPrimitives.Multiply(without, (float)(1 / Math.Sqrt(left)), without);
        TensorPrimitives.Add(without, bias, without);
    }

    float[] Scores(Matrix first, int item)
    {
        var hidden = network.Deepen(layers, first);
        var (output, scores) = (layers[^1], new float[hidden.Rows]);
        for (var row = 0; row < scores.Length; row++)
        {
            var sum = (double)output.Bias[0, item];
            for (var unit = 0; unit < hidden.Columns; unit++) sum += hidden[row, unit] * output.Weights[unit, item];
            scores[row] = (float)sum;
        }
        return scores;
    }
}
