namespace Recommender.Core.Models.Autoencoders;

/// <summary>Brings histories of any length to the same scale.</summary>
public static class UnitLength
{
    /// <summary>Divides by the Euclidean length; false, and all zeros, where there is none to divide by.</summary>
    public static bool TryScale(Span<float> weights)
    {
        var squares = Squares(weights);
        if (squares == 0)
        {
            weights.Clear();
            return false;
        }
        var scale = 1 / Math.Sqrt(squares);
        foreach (ref var weight in weights) weight = (float)(Bounded(weight) * scale);
        return true;
    }

    /// <summary>The sum of the squares.</summary>
    public static double Squares(ReadOnlySpan<float> weights)
    {
        var squares = 0.0;
        foreach (var weight in weights) squares += Bounded(weight) * Bounded(weight);
        return squares;
    }

    // Sums of huge quantities leave single precision, which must not turn into NaN.
    static double Bounded(float weight) => Math.Min(weight, float.MaxValue);
}
