using System.Numerics.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Autoencoders;

/// <summary>One layer, y = x W + b: W is (inputs, outputs), row by row, and b (1, outputs).</summary>
public sealed record DenseLayer
{
    // Below this many rows the weights are read once anyway: packing them for a matrix product costs more than it saves.
    const int WorthAProduct = 4;

    /// <summary>Weights and a bias that fit each other.</summary>
    public DenseLayer(Matrix weights, Matrix bias)
    {
        if (bias.Rows != 1 || bias.Columns != weights.Columns) throw new ArgumentException($"A bias of {bias.Rows} x {bias.Columns} for {weights.Columns} outputs.", nameof(bias));

        (Weights, Bias) = (weights, bias);
    }

    /// <summary>W (inputs, outputs).</summary>
    public Matrix Weights { get; }

    /// <summary>b (1, outputs).</summary>
    public Matrix Bias { get; }

    /// <summary>Length of what it reads.</summary>
    public int Inputs => Weights.Rows;

    /// <summary>Length of what it gives.</summary>
    public int Outputs => Weights.Columns;

    /// <summary>A layer of zeros.</summary>
    public static DenseLayer Zero(int inputs, int outputs) => new(Matrix.Zero(inputs, outputs), Matrix.Zero(1, outputs));

    /// <summary>The layer cut down to its first outputs, on the same numbers.</summary>
    public DenseLayer First(int outputs) => new(Weights.Block(0, 0, Inputs, outputs), Bias.Block(0, 0, 1, outputs));

    /// <summary>y = x W + b for dense rows x (rows, inputs).</summary>
    public void Apply(Matrix x, Matrix y, int threads = 1, CancellationToken cancellationToken = default)
    {
        for (var row = 0; row < y.Rows; row++) Bias.Row(0).CopyTo(y.Row(row));
        if (x.Rows >= WorthAProduct)
        {
            Gemm.Multiply(x, Weights, y, new(beta: 1, threads: threads), cancellationToken);
            return;
        }
        for (var row = 0; row < x.Rows; row++)
        {
            var from = x.Row(row);
            var to = y.Row(row);
            for (var input = 0; input < from.Length; input++) TensorPrimitives.MultiplyAdd(Weights.Row(input), from[input], to, to);
        }
    }

    /// <summary>y = x W + b for one sparse row: only the rows of W that it names are read.</summary>
    public void Gather(ReadOnlySpan<int> inputs, ReadOnlySpan<float> values, Span<float> y)
    {
        Bias.Row(0).CopyTo(y);
        for (var entry = 0; entry < inputs.Length; entry++) TensorPrimitives.MultiplyAdd(Weights.Row(inputs[entry]), values[entry], y, y);
    }
}
