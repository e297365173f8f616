using System.Globalization;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors.Bpr;

/// <summary>
/// Bayesian personalised ranking (Rendle et al., 2009): Σ log(1 + e^-(s_i - s_j)) over pairs of an item i that was bought and another j that
/// was not, with s = x·y, and ½ regularization |row|² of each of the three rows of a pair. Customers are solved over pairs drawn by the seed
/// and i alone, <paramref name="Negatives"/> for each i, so that equal histories have equal vectors.
/// </summary>
public sealed record PairwiseLoss(float Regularization, int Negatives, int Seed)
{
    /// <summary>The item that stands beside <paramref name="item"/> in its pair number <paramref name="pair"/>.</summary>
    public int Other(int item, int pair, int items)
    {
        var draw = RandomStream.Mix(RandomStream.Mix(RandomStream.Mix((ulong)Seed) + (ulong)item) + (ulong)pair);
        return (int)Math.BigMul(draw, (ulong)items, out _);
    }

    internal static PairwiseLoss Read(TensorReader tensors) => new(
        float.Parse(tensors.RequiredNote("regularization"), CultureInfo.InvariantCulture),
        int.Parse(tensors.RequiredNote("negatives"), CultureInfo.InvariantCulture),
        int.Parse(tensors.RequiredNote("seed"), CultureInfo.InvariantCulture));

    internal void Write(TensorWriter tensors)
    {
        tensors.Note("regularization", Regularization.ToString("R", CultureInfo.InvariantCulture));
        tensors.Note("negatives", Negatives.ToString(CultureInfo.InvariantCulture));
        tensors.Note("seed", Seed.ToString(CultureInfo.InvariantCulture));
    }
}
