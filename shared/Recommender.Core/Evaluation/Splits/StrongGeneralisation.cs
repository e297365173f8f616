using System.Globalization;
using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>
/// Holds out a share of the customers entirely: of each, 80 % of the items are told when the model is asked and the others are what it
/// should find. It shows how a model does with people it was not trained on.
/// </summary>
public sealed record StrongGeneralisation(double Share) : Split
{
    internal const string Name = "strong";
    const double TargetShare = 0.2;

    /// <inheritdoc/>
    public override Fold Cut(Dataset dataset, CancellationToken cancellationToken)
    {
        var pairs = dataset.CustomerItems(Weighting.Plain, new() { CancellationToken = cancellationToken });
        var isOut = new bool[pairs.Rows];
        Holding.Draw(isOut, Share, new((ulong)Seed));
        var isTarget = new bool[pairs.Count];
        var division = new Division(dataset) { AskedAt = _ => dataset.Now };
        for (var customer = 0; customer < pairs.Rows; customer++)
        {
            if (customer % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (!isOut[customer]) continue;

            Holding.Draw(isTarget.AsSpan(pairs.Starts.Span[customer], pairs.RowCount(customer)), TargetShare, new((ulong)Seed, 1 + (ulong)customer));
            var history = dataset.Baskets.Of(customer);
            for (var basket = history.First; basket < history.End; basket++) division.Assign(basket, Part.History);
        }
        division.AssignPairs(pairs, isTarget, Part.Target);
        return FoldBuilder.Build(this, division, cancellationToken);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}:{Share.ToString(CultureInfo.InvariantCulture)}";
}
