using System.Globalization;
using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>Holds out a share of the items of every customer, drawn at random; what a customer bought several times goes as a whole.</summary>
public sealed record RandomHoldout(double Share) : Split
{
    internal const string Name = "holdout";

    /// <inheritdoc/>
    public override Fold Cut(Dataset dataset, CancellationToken cancellationToken)
    {
        var pairs = dataset.CustomerItems(Weighting.Plain, new() { CancellationToken = cancellationToken });
        var isHeld = new bool[pairs.Count];
        for (var customer = 0; customer < pairs.Rows; customer++)
        {
            if (customer % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            Holding.Draw(isHeld.AsSpan(pairs.Starts.Span[customer], pairs.RowCount(customer)), Share, new((ulong)Seed, (ulong)customer));
        }
        var division = new Division(dataset);
        division.AssignPairs(pairs, isHeld, Part.Target);
        return FoldBuilder.Build(this, division, cancellationToken);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}:{Share.ToString(CultureInfo.InvariantCulture)}";
}
