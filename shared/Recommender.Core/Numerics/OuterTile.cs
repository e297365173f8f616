namespace Recommender.Core.Numerics;

/// <summary>
/// One square register tile of a sum of outer products: c[i, j] += alpha Σ weight y[top + i] y[left + j] over the listed rows y.
/// </summary>
readonly unsafe struct OuterTile
{
    /// <summary>The numbers of the rows y, Count of them.</summary>
    public int* Rows { get; init; }
    public int Count { get; init; }

    /// <summary>One for each listed row; null where all weigh 1.</summary>
    public float* Weights { get; init; }

    /// <summary>Row r begins at Start + r Stride.</summary>
    public float* Start { get; init; }
    public nint Stride { get; init; }
    public int Top { get; init; }
    public int Left { get; init; }
    public float* C { get; init; }

    /// <summary>From one row of c to the next.</summary>
    public nint CStep { get; init; }
    public float Alpha { get; init; }

    /// <summary>The tile so many columns further on.</summary>
    public OuterTile Beside(int columns) => this with { Left = Left + columns, C = C + columns };

    /// <summary>The tile so many rows further down.</summary>
    public OuterTile Below(int rows) => this with { Top = Top + rows, C = C + rows * CStep };
}
