using System.Collections.Concurrent;
using System.Numerics.Tensors;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors.OneClass;

/// <summary>Finds the vector of a history by the training's own loss while the items' vectors stay: the minimum is the only one.</summary>
public sealed class OneClassFoldIn(OneClassObjective objective, HeldSide items) : IFoldIn
{
    /// <summary>The name of the trainer.</summary>
    public const string Name = "one-class";

    /// <summary>Steps after which a row is left as it is; few come near it.</summary>
    public const int MostSteps = 60;

    /// <summary>The share of its loss below which a row has nothing more to gain.</summary>
    public const double Enough = 1e-7;

    readonly ConcurrentBag<(OneClassStep Step, SparseRow Row)> _workspaces = [];

    /// <inheritdoc/>
    public string Kind => Name;

    /// <summary>What the vectors minimise.</summary>
    public OneClassObjective Objective => objective;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static OneClassFoldIn Read(TensorReader tensors, Matrix items) =>
        new(OneClassObjective.Read(tensors), new(items, tensors.Numbers<float>("background")));

    /// <inheritdoc/>
    public void Fold(Shopper shopper, Span<float> vector)
    {
        vector.Clear();
        var (step, row) = Rent();
        shopper.History.Weigh(Weighting.Plain, shopper.Now, row);
        if (row.Count > 0)
        {
            var bought = new CsrMatrix(new[] { 0, row.Count }, row.Items.ToArray(), default, items.Vectors.Rows);
            var x = Matrix.Zero(1, items.Factors);
            for (var count = 0; count < MostSteps && step.Move(bought, 0, x).Gain > Enough; count++) { }
            x.Row(0).CopyTo(vector);
        }
        _workspaces.Add((step, row));
    }

    /// <summary>
    /// At the minimum λ x = Σ bought -ℓ₊'(s) y - unobserved Σ others ℓ₋'(s) y, so a purchase's share of an item's score is -ℓ₊'(s) y·y_item / λ.
    /// </summary>
    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count)
    {
        var x = new float[items.Factors];
        Fold(shopper, x);
        var row = new SparseRow();
        shopper.History.Weigh(Weighting.Plain, shopper.Now, row);
        var lambda = objective.Lambda(row.Count, items.Vectors.Rows);
        var shares = row.Weights;
        for (var entry = 0; entry < row.Count; entry++)
        {
            var y = items.Vectors.Row(row.Items[entry]);
            shares[entry] = -objective.BoughtSlope(objective.Offset + TensorPrimitives.Dot<float>(x, y)) * TensorPrimitives.Dot<float>(y, items.Vectors.Row(item)) / lambda;
        }
        return Reasons.Strongest(row.Items, shares, count);
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        objective.Write(tensors);
        tensors.Add("background", items.Background, items.Factors, items.Factors);
    }

    (OneClassStep Step, SparseRow Row) Rent() => _workspaces.TryTake(out var kept) ? kept : (new(objective, items, 1), new());
}
