using System.Globalization;
using System.Numerics.Tensors;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Autoencoders;

/// <summary>
/// The layers of an autoencoder over n items (Liang et al., 2018): n → code → n, or n → outer → code → outer → n. Each ends in tanh, but
/// the last gives one logit an item and a variational code layer is linear and twice as wide: means, then logarithms of variances.
/// </summary>
public sealed record AutoencoderNetwork
{
    /// <summary>Layers in the order of flow that fit each other.</summary>
    public AutoencoderNetwork(AutoencoderKind kind, IReadOnlyList<DenseLayer> layers)
    {
        (Kind, Layers) = (kind, layers);
        CodeLayer = layers.Count / 2 - 1;
        Code = layers[CodeLayer + 1].Inputs;
        for (var layer = 1; layer < layers.Count; layer++)
        {
            var expected = Width(layer - 1) * layers[layer].Inputs;
            if (layers[layer - 1].Outputs != expected) throw new ArgumentException($"Layer {layer - 1} gives {layers[layer - 1].Outputs} numbers where {expected} are read.", nameof(layers));
        }
    }

    /// <summary>Denoising or variational.</summary>
    public AutoencoderKind Kind { get; }

    /// <summary>In the order of flow: the first reads a weight for each item, the last gives a logit for each.</summary>
    public IReadOnlyList<DenseLayer> Layers { get; }

    /// <summary>Which layer gives the code.</summary>
    public int CodeLayer { get; }

    /// <summary>Length of the code.</summary>
    public int Code { get; }

    /// <summary>How many items it reads and scores.</summary>
    public int Items => Layers[0].Inputs;

    /// <summary>Whether a layer's outputs go on without tanh.</summary>
    public bool IsLinear(int layer) => layer == Layers.Count - 1 || (layer == CodeLayer && Kind == AutoencoderKind.Variational);

    /// <summary>The layers by which a trained network answers: of a variational code its means.</summary>
    public IReadOnlyList<DenseLayer> Answering() =>
        [.. Layers.Select((layer, at) => at == CodeLayer && layer.Outputs > Code ? layer.First(Code) : layer)];

    /// <summary>
    /// Carries rows from the first layer's sums to what the last layer reads; <paramref name="layers"/> are those of <see cref="Answering"/>
    /// and <paramref name="first"/> is written over.
    /// </summary>
    internal Matrix Deepen(IReadOnlyList<DenseLayer> layers, Matrix first)
    {
        var rows = first;
        for (var layer = 0; layer < layers.Count - 1; layer++)
        {
            if (layer > 0)
            {
                var next = Matrix.Zero(rows.Rows, layers[layer].Outputs);
                layers[layer].Apply(rows, next);
                rows = next;
            }
            if (IsLinear(layer)) continue;

            for (var row = 0; row < rows.Rows; row++) TensorPrimitives.Tanh(rows.Row(row), rows.Row(row));
        }
        return rows;
    }

    internal static AutoencoderNetwork Read(TensorReader tensors)
    {
        var count = int.Parse(tensors.RequiredNote("layers"), CultureInfo.InvariantCulture);
        var layers = Enumerable.Range(0, count).Select(layer => tensors.Scope($"layer{layer}"));
        return new(Enum.Parse<AutoencoderKind>(tensors.RequiredNote("autoencoder")), [.. layers.Select(layer => new DenseLayer(layer.Matrix("weights"), layer.Matrix("bias")))]);
    }

    internal void Write(TensorWriter tensors)
    {
        tensors.Note("autoencoder", Kind.ToString());
        tensors.Note("layers", Layers.Count.ToString(CultureInfo.InvariantCulture));
        for (var layer = 0; layer < Layers.Count; layer++)
        {
            var scope = tensors.Scope($"layer{layer}");
            scope.Add("weights", Layers[layer].Weights);
            scope.Add("bias", Layers[layer].Bias);
        }
    }

    // Numbers of a layer's output for each that the next one reads.
    int Width(int layer) => layer == CodeLayer && Kind == AutoencoderKind.Variational ? 2 : 1;
}
