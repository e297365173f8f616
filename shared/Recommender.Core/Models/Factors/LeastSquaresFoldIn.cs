using System.Collections.Concurrent;
using System.Numerics.Tensors;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors;

/// <summary>Solves the least-squares problem of one history exactly while the items' vectors stay as they were trained.</summary>
public sealed class LeastSquaresFoldIn(ImplicitLoss loss, HeldSide items) : IFoldIn
{
    /// <summary>The name of the trainer.</summary>
    public const string Name = "implicit-als";

    readonly ConcurrentBag<(RowEquations Equations, SparseRow Row)> _workspaces = [];

    /// <inheritdoc/>
    public string Kind => Name;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static LeastSquaresFoldIn Read(TensorReader tensors, Matrix items) =>
        new(ImplicitLoss.Read(tensors), new(items, tensors.Numbers<float>("background")));

    /// <inheritdoc/>
    public void Fold(Shopper shopper, Span<float> vector)
    {
        var (equations, row) = Rent();
        if (!equations.TrySolve(Problem(shopper, row), vector)) vector.Clear();
        _workspaces.Add((equations, row));
    }

    /// <summary>The score of an item is a sum over purchases: y' A⁻¹ c y of each one, of which those above zero are reasons (Hu et al., 2008).</summary>
    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count)
    {
        var (equations, row) = Rent();
        Reason[] reasons = [];
        if (equations.TryFactor(Problem(shopper, row)))
        {
            var direction = items.Vectors.Row(item).ToArray();
            equations.Apply(direction);
            var shares = row.Weights;
            for (var entry = 0; entry < row.Count; entry++) shares[entry] *= TensorPrimitives.Dot<float>(direction, items.Vectors.Row(row.Items[entry]));
            reasons = Reasons.Strongest(row.Items, shares, count);
        }
        _workspaces.Add((equations, row));
        return reasons;
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        loss.Write(tensors);
        tensors.Add("background", items.Background, items.Factors, items.Factors);
    }

    RowProblem Problem(Shopper shopper, SparseRow row)
    {
        shopper.History.Weigh(loss.Weighting, shopper.Now, row);
        return new(items, new(row.Items, row.Weights), loss.Lambda(row.Count, items.Vectors.Rows));
    }

    (RowEquations Equations, SparseRow Row) Rent() => _workspaces.TryTake(out var kept) ? kept : (new(items.Factors), new());
}
