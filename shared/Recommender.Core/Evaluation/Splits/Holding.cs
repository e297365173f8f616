using Recommender.Core.Numerics;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>Draws which entries of a row are held out.</summary>
static class Holding
{
    /// <summary>
    /// Marks the share of <paramref name="isHeld"/>, rounded (a half to the even number), at random; one entry always stays, so that
    /// nobody and nothing vanishes from the training part.
    /// </summary>
    public static void Draw(Span<bool> isHeld, double share, RandomStream random)
    {
        var held = Math.Min((int)Math.Round(share * isHeld.Length), isHeld.Length - 1);
        isHeld.Clear();
        if (held <= 0) return;

        isHeld[..held].Fill(true);
        random.Shuffle(isHeld);
    }
}
