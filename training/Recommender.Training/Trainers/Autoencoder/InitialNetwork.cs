using Recommender.Core.Models.Autoencoders;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>The network that a run begins with.</summary>
static class InitialNetwork
{
    /// <summary>
    /// Normal weights of variance 2 / (inputs + outputs) (Glorot and Bengio, 2010); the last bias is the logarithm of each item's share, so
    /// that the network begins with what is popular.
    /// </summary>
    public static AutoencoderNetwork Draw(AutoencoderOptions options, ReadOnlySpan<float> popularity, int seed)
    {
        var items = popularity.Length;
        int[] widths = options.Outer > 0 ? [items, options.Outer, options.Hidden, options.Outer, items] : [items, options.Hidden, items];
        var layers = new DenseLayer[widths.Length - 1];
        for (var layer = 0; layer < layers.Length; layer++)
        {
            var isDrawnCode = options.Kind == AutoencoderKind.Variational && layer == layers.Length / 2 - 1;
            layers[layer] = DenseLayer.Zero(widths[layer], isDrawnCode ? 2 * widths[layer + 1] : widths[layer + 1]);
            Fill(layers[layer].Weights, new((ulong)seed, stream: 0, index: (ulong)layer));
        }
        Popularity(popularity, layers[^1].Bias.Row(0));
        return new(options.Kind, layers);
    }

    /// <summary>Takes over the numbers of a former network of the same shape: the rows and columns of items that it knew, and all between.</summary>
    public static void TakeOver(AutoencoderNetwork network, WarmStart? former)
    {
        if (former?.Model is not AutoencoderModel { Network: var known } || !IsAlike(known, network)) return;

        for (var layer = 1; layer < network.Layers.Count - 1; layer++) known.Layers[layer].Weights.Data.CopyTo(network.Layers[layer].Weights.Data);
        for (var layer = 0; layer < network.Layers.Count - 1; layer++) known.Layers[layer].Bias.Data.CopyTo(network.Layers[layer].Bias.Data);
        var (first, weights, bias) = (network.Layers[0].Weights, network.Layers[^1].Weights, network.Layers[^1].Bias);
        for (var item = 0; item < network.Items; item++)
        {
            var was = former.Items[item];
            if (was < 0) continue;

            known.Layers[0].Weights.Row(was).CopyTo(first.Row(item));
            for (var unit = 0; unit < weights.Rows; unit++) weights[unit, item] = known.Layers[^1].Weights[unit, was];
            bias[0, item] = known.Layers[^1].Bias[0, was];
        }
    }

    /// <summary>Whether two networks differ in nothing but their items.</summary>
    public static bool IsAlike(AutoencoderNetwork a, AutoencoderNetwork b) =>
        a.Kind == b.Kind && a.Layers.Count == b.Layers.Count && a.Layers.Zip(b.Layers).SkipLast(1).All(pair => pair.First.Outputs == pair.Second.Outputs);

    static void Fill(Matrix weights, RandomStream random)
    {
        var deviation = Math.Sqrt(2.0 / (weights.Rows + weights.Columns));
        foreach (ref var weight in weights.Data.Span) weight = (float)(deviation * random.Normal());
    }

    // One purchase more of each, so that an item nobody bought has a logarithm too.
    static void Popularity(ReadOnlySpan<float> popularity, Span<float> bias)
    {
        var sum = 0.0;
        foreach (var weight in popularity) sum += weight + 1;
        for (var item = 0; item < bias.Length; item++) bias[item] = (float)Math.Log((popularity[item] + 1) / sum);
    }
}
