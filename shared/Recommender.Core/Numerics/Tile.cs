namespace Recommender.Core.Numerics;

/// <summary>
/// One register tile of a product: c[i, j] = alpha Σₖ a[k, i] b[k, j] + beta c[i, j]. For each k the numbers of a and of b stand
/// side by side; from one k to the next it is <see cref="AStep"/> and <see cref="BStep"/> floats.
/// </summary>
readonly unsafe struct Tile
{
    public int Depth { get; init; }
    public float* A { get; init; }
    public float* B { get; init; }
    public nint AStep { get; init; }
    public nint BStep { get; init; }
    public float* C { get; init; }

    /// <summary>From one row of c to the next.</summary>
    public nint CStep { get; init; }
    public float Alpha { get; init; }
    public float Beta { get; init; }
}
