using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Ease;

/// <summary>All weights at once: with P = (X'X + lambda I)^-1 they are B[i, j] = -P[i, j] / P[j, j], and 0 where i = j.</summary>
sealed class DenseEase(PurchaseGram gram)
{
    // Of (X'X + lambda I) P z - z against z: single precision gives about 1e-5 where the weights mean something.
    const double LargestResidual = 1e-3;

    /// <summary>B (items, items). One matrix is allocated: sums, factor, inverse and weights take each other's place.</summary>
    public Matrix Solve(TrainingContext context)
    {
        var p = Matrix.Zero(gram.Items, gram.Items);
        CoOccurrence.FillLower(gram.CustomerItems, gram.ItemCustomers, gram.Scale, p, context.Parallelism);
        for (var item = 0; item < gram.Items; item++) p.Row(item)[item] = 1;   // the diagonal of S (X'X + lambda I) S

        if (!Cholesky.TryFactor(p, context.Threads, context.Cancellation)) throw gram.Singular();
        Cholesky.Invert(p, context.Threads, context.Cancellation);
        if (!(Residual(p) <= LargestResidual)) throw gram.Singular();

        TurnIntoWeights(p, context);
        return p;
    }

    // P is still scaled, P = S p S, so B[i, j] = -p[i, j] s_i / (s_j p[j, j]).
    void TurnIntoWeights(Matrix p, TrainingContext context)
    {
        var scale = gram.Scale;
        var factors = new double[gram.Items];
        for (var item = 0; item < factors.Length; item++) factors[item] = -1 / (scale[item] * p.Row(item)[item]);
        Parallel.For(0, factors.Length, context.Parallelism, bought =>
        {
            var row = p.Row(bought);
            for (var item = 0; item < row.Length; item++) row[item] = (float)(row[item] * scale[bought] * factors[item]);
            row[bought] = 0;
        });
    }

    // |S (X'X + lambda I) S p z - z| / |z| for a z of random signs, in double: whether p is an inverse at all.
    double Residual(Matrix p)
    {
        var random = new RandomStream(0);
        var z = new double[gram.Items];
        for (var item = 0; item < z.Length; item++) z[item] = random.Chance(0.5) ? 1 : -1;
        var solved = new double[z.Length];
        for (var item = 0; item < z.Length; item++)
        {
            var row = p.Row(item);
            var sum = 0.0;
            for (var other = 0; other < row.Length; other++) sum += row[other] * z[other];
            solved[item] = sum * gram.Scale[item];
        }
        var product = gram.Times(solved);
        var squares = 0.0;
        for (var item = 0; item < z.Length; item++)
        {
            var rest = product[item] * gram.Scale[item] - z[item];
            squares += rest * rest;
        }
        return Math.Sqrt(squares / Math.Max(1, z.Length));
    }
}
