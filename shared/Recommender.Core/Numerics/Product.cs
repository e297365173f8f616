namespace Recommender.Core.Numerics;

/// <summary>How a matrix product meets what its target holds: c = alpha a b + beta c.</summary>
public readonly record struct Product
{
    readonly float? _alpha;

    public Product(float alpha = 1, float beta = 0, int threads = 0) => (_alpha, Beta, Threads) = (alpha, beta, threads);

    public float Alpha
    {
        get => _alpha ?? 1;
        init => _alpha = value;
    }

    /// <summary>With 0 the target is written without being read: it may hold anything.</summary>
    public float Beta { get; init; }

    /// <summary>0 takes all cores. The result is the same for any number.</summary>
    public int Threads { get; init; }
}
