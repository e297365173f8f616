using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>Holds out the last basket of every customer who has more than one, and asks for it at the time it was bought.</summary>
public sealed record LeaveLastOut : Split
{
    internal const string Name = "leave-last-out";

    /// <inheritdoc/>
    public override bool IsRandom => false;

    /// <inheritdoc/>
    public override Fold Cut(Dataset dataset, CancellationToken cancellationToken)
    {
        if (!dataset.HasTimes) throw new UserErrorException($"'{dataset.Name}' has no times, so no basket is a customer's last and the split '{this}' cannot cut it. Use holdout:0.2, or import the data with the column of its dates.");

        var baskets = dataset.Baskets;
        var division = new Division(dataset) { AskedAt = customer => baskets.Of(customer).Times[^1] };
        for (var customer = 0; customer < baskets.Customers; customer++)
        {
            var history = baskets.Of(customer);
            if (history.Baskets > 1) division.Assign(history.End - 1, Part.Target);
        }
        return FoldBuilder.Build(this, division, cancellationToken);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
