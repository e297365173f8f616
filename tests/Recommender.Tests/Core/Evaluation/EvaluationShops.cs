using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Models;
using Recommender.Tests.Training.Trainers;

namespace Recommender.Tests.Core.Evaluation;

/// <summary>Small cut data for the tests of evaluation.</summary>
static class EvaluationShops
{
    public const int Day = ShopBaskets.MinutesPerDay;

    /// <summary>A fold of a shop of tastes, cut in time.</summary>
    public static Fold Fold(int customers = 200, int items = 50, int seed = 5) =>
        Split.Parse("temporal").Cut(Shops.Tasteful(customers, items, 4, seed), CancellationToken.None);

    /// <summary>The pairs of customer and item names of a data set.</summary>
    public static HashSet<(string Customer, string Item)> Pairs(Dataset shop) =>
        [.. from customer in Enumerable.Range(0, shop.Customers.Count)
            from item in shop.Baskets.Of(customer).Items.ToArray()
            select (shop.Customers[customer], shop.Items[item])];

    /// <summary>The pairs of customer and item names to be found.</summary>
    public static HashSet<(string Customer, string Item)> Targets(Fold fold) =>
        [.. from place in Enumerable.Range(0, fold.Cases.Count)
            from item in fold.Cases.Targets.RowIndices(place).ToArray()
            select (fold.Cases.Names[place], fold.Training.Items[item])];

    /// <summary>The pairs of customer and item names that the model is told.</summary>
    public static HashSet<(string Customer, string Item)> Histories(Fold fold) =>
        [.. from place in Enumerable.Range(0, fold.Cases.Count)
            from item in fold.Cases.HistoryOf(place).Items.ToArray()
            select (fold.Cases.Names[place], fold.Training.Items[item])];

    public static float[] Scores(IModel model, Shopper shopper)
    {
        var scores = Recommender.Core.Numerics.Matrix.Zero(1, model.ItemCount);
        model.Score([shopper], scores);
        return scores.Row(0).ToArray();
    }
}
