namespace Recommender.Core.Models.Factors;

/// <summary>What keeps normal equations solvable.</summary>
public static class Ridge
{
    // Below this share of the diagonal's mean rounding in single precision could leave the matrix not positive definite.
    const double SmallestShare = 1e-5;

    /// <summary>Adds λ to the diagonal of a (d, d), or the least that single precision needs where λ is less.</summary>
    public static void Add(Span<float> a, int d, float lambda)
    {
        var trace = 0.0;
        for (var k = 0; k < d; k++) trace += a[k * d + k];
        var added = Math.Max(lambda, (float)(SmallestShare * trace / d) + 1e-30f);   // the last: where all is zero, so is the solution
        for (var k = 0; k < d; k++) a[k * d + k] += added;
    }
}
