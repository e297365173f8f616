using Recommender.Core.Models.Autoencoders;
using Recommender.Training.Trainers.Autoencoder;

namespace Recommender.Tests.Training.Trainers.Autoencoder;

/// <summary>The loss of a batch as the formulas say it, in double precision, number by number.</summary>
static class LossDefinition
{
    /// <summary>Layers as arrays: weights (inputs, outputs) and biases.</summary>
    public static (double[,] Weights, double[] Bias)[] Copy(IReadOnlyList<DenseLayer> layers) => [.. layers.Select(layer =>
    {
        var (weights, bias) = (new double[layer.Inputs, layer.Outputs], new double[layer.Outputs]);
        for (var output = 0; output < layer.Outputs; output++)
        {
            bias[output] = layer.Bias[0, output];
            for (var input = 0; input < layer.Inputs; input++) weights[input, output] = layer.Weights[input, output];
        }
        return (weights, bias);
    })];

    public static double Loss(AutoencoderNetwork shape, (double[,] Weights, double[] Bias)[] layers, Batch batch, double divergenceWeight)
    {
        var loss = 0.0;
        for (var row = 0; row < batch.Rows; row++)
        {
            var x = Dense(batch.Inputs.RowIndices(row), batch.Inputs.RowValues(row), shape.Items);
            for (var layer = 0; layer < layers.Length; layer++)
            {
                x = Sum(x, layers[layer]);
                if (!shape.IsLinear(layer)) x = Array.ConvertAll(x, Math.Tanh);
                if (shape.Kind != AutoencoderKind.Variational || layer != shape.CodeLayer) continue;

                loss += divergenceWeight * Divergence(x);
                var (layerOutputs, at) = (x, row);
                x = [.. Enumerable.Range(0, shape.Code).Select(k => layerOutputs[k] + Math.Exp(layerOutputs[shape.Code + k] / 2) * batch.Noise[at, k])];
            }
            var logarithm = Math.Log(x.Sum(Math.Exp));
            var targets = Dense(batch.Targets.RowIndices(row), batch.Targets.RowValues(row), shape.Items);
            for (var item = 0; item < x.Length; item++) loss -= targets[item] * (x[item] - logarithm);
        }
        return loss / batch.Rows;
    }

    static double Divergence(double[] code) => Enumerable.Range(0, code.Length / 2)
        .Sum(k => 0.5 * (Math.Exp(code[code.Length / 2 + k]) + code[k] * code[k] - 1 - code[code.Length / 2 + k]));

    static double[] Sum(double[] x, (double[,] Weights, double[] Bias) layer)
    {
        var y = (double[])layer.Bias.Clone();
        for (var output = 0; output < y.Length; output++)
        {
            for (var input = 0; input < x.Length; input++) y[output] += x[input] * layer.Weights[input, output];
        }
        return y;
    }

    static double[] Dense(ReadOnlySpan<int> items, ReadOnlySpan<float> values, int length)
    {
        var dense = new double[length];
        for (var entry = 0; entry < items.Length; entry++) dense[items[entry]] = values[entry];
        return dense;
    }
}
