using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Splits;

namespace Recommender.Core.Evaluation.Drift;

/// <summary>A data set as it stood at an earlier moment.</summary>
public static class DatasetPast
{
    /// <summary>The same customers and items with the baskets bought before <paramref name="end"/>, in minutes since 1970; ratings are left out.</summary>
    public static Dataset Of(Dataset dataset, int end, CancellationToken cancellationToken)
    {
        var division = new Division(dataset);
        for (var basket = 0; basket < dataset.Baskets.Count; basket++)
        {
            if (dataset.Baskets.Times.Span[basket] >= end) division.Assign(basket, Part.Target);
        }
        return new()
        {
            Name = dataset.Name,
            Hash = $"{dataset.Hash}:before:{end}",
            Customers = dataset.Customers,
            Items = dataset.Items,
            Baskets = new BasketSelection(division, Part.Training, All(dataset.Items)).Of(All(dataset.Customers), cancellationToken),
            Now = Math.Min(end, dataset.Now),
            HasTimes = dataset.HasTimes,
            Catalogue = dataset.Catalogue,
        };
    }

    static Numbering All(Vocabulary names)
    {
        var isKept = new bool[names.Count];
        Array.Fill(isKept, true);
        return new(isKept);
    }
}
