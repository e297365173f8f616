using System.Collections.Concurrent;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors.Bpr;

/// <summary>Finds the vector of a history by the same pairs as the training.</summary>
public sealed class PairwiseFoldIn(PairwiseLoss loss, Matrix items) : IFoldIn
{
    /// <summary>The name of the trainer.</summary>
    public const string Name = "bpr";

    readonly ConcurrentBag<(PairwiseSolver Solver, SparseRow Row)> _workspaces = [];

    /// <inheritdoc/>
    public string Kind => Name;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PairwiseFoldIn Read(TensorReader tensors, Matrix items) => new(PairwiseLoss.Read(tensors), items);

    /// <inheritdoc/>
    public void Fold(Shopper shopper, Span<float> vector)
    {
        var (solver, row) = Rent();
        shopper.History.Weigh(Weighting.Plain, shopper.Now, row);
        solver.Solve(row.Items, vector);
        _workspaces.Add((solver, row));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count)
    {
        var (solver, row) = Rent();
        shopper.History.Weigh(Weighting.Plain, shopper.Now, row);
        var x = new float[items.Columns];
        solver.Solve(row.Items, x);
        solver.Share(row.Items, x, item, row.Weights);
        var reasons = Reasons.Strongest(row.Items, row.Weights, count);
        _workspaces.Add((solver, row));
        return reasons;
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors) => loss.Write(tensors);

    (PairwiseSolver Solver, SparseRow Row) Rent() => _workspaces.TryTake(out var kept) ? kept : (new(loss, items), new());
}
