using System.Globalization;
using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>Holds out a share of the customers of every item, drawn at random: each item keeps its part of the training data.</summary>
public sealed record ItemHoldout(double Share) : Split
{
    internal const string Name = "holdout-items";

    /// <inheritdoc/>
    public override Fold Cut(Dataset dataset, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        var pairs = dataset.CustomerItems(Weighting.Plain, options);
        var division = new Division(dataset);
        division.AssignPairs(pairs, Draw(pairs, dataset.ItemCustomers(Weighting.Plain, options), cancellationToken), Part.Target);
        return FoldBuilder.Build(this, division, cancellationToken);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}:{Share.ToString(CultureInfo.InvariantCulture)}";

    // Items come in ascending order, and so do the entries of a customer's row: the next one is always the item's.
    bool[] Draw(CsrMatrix pairs, CsrMatrix byItem, CancellationToken cancellationToken)
    {
        var isHeld = new bool[pairs.Count];
        var next = pairs.Starts.ToArray();
        var ofItem = new bool[pairs.Rows];
        for (var item = 0; item < byItem.Rows; item++)
        {
            if (item % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            var customers = byItem.RowIndices(item);
            Holding.Draw(ofItem.AsSpan(0, customers.Length), Share, new((ulong)Seed, (ulong)item));
            for (var entry = 0; entry < customers.Length; entry++) isHeld[next[customers[entry]]++] = ofItem[entry];
        }
        return isHeld;
    }
}
