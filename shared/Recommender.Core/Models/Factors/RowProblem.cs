using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors;

/// <summary>What decides the vector of one row: the side that is held, what the row has bought there with its weights c, and λ.</summary>
public readonly ref struct RowProblem(HeldSide held, WeightedRows bought, float lambda)
{
    /// <summary>The other side.</summary>
    public HeldSide Held => held;

    /// <summary>The rows of the other side that were bought.</summary>
    public WeightedRows Bought { get; } = bought;

    /// <summary>The row's regularization.</summary>
    public float Lambda => lambda;

    /// <summary>c of an entry.</summary>
    public float Weight(int entry) => Bought.Weights.IsEmpty ? Bought.Weight : Bought.Weights[entry];
}
