using System.Globalization;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Rules;
using Recommender.Core.Datasets;
using Recommender.Tests.Storage.Generation;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Rules;

public sealed class BeautyRulesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Planted_pairs_come_out_in_their_order_with_the_true_lift_inside_the_interval(int seed)
    {
        using var shop = new TemporaryShop(new() { Lines = 100_000, Seed = seed });
        var baskets = Baskets(shop);
        var found = RuleMiner.Mine(baskets, new() { MinCount = 20, MaxLength = 2 }, TestContext.Current.CancellationToken)
            .Rows.ToDictionary(rule => (baskets.Items[rule.Antecedent[0]], baskets.Items[rule.Consequent[0]]), rule => rule.Figures);

        var planted = shop.Rows("truth-pairs").Where(row => row["level"] == "item").Select(row => (
            Strength: row["strength"], Lift: double.Parse(row["expected_lift"], CultureInfo.InvariantCulture), Figures: found[(row["a"], row["b"])])).ToArray();

        Assert.Equal(15, planted.Length);
        Assert.Equal(planted.OrderByDescending(pair => pair.Lift).Select(pair => pair.Strength), planted.OrderByDescending(pair => pair.Figures.Counts.Lift).Select(pair => pair.Strength));
        Assert.All(planted, pair =>
        {
            Assert.InRange(pair.Lift, RuleMeasures.Named("lift_low").Of(pair.Figures), RuleMeasures.Named("lift_high").Of(pair.Figures));
            Assert.InRange(pair.Figures.Q, 0, 0.05);
        });
    }

    static BasketSet Baskets(TemporaryShop shop)
    {
        var baskets = shop.Purchases().Where(line => !line.IsCredit && line.Item != "POST").GroupBy(line => line.Order, line => line.Item).Select(order => order.Distinct().ToArray()).ToArray();
        var items = Vocabulary.Of(baskets.SelectMany(basket => basket).Distinct().Order(StringComparer.Ordinal));
        return new() { Lines = CsrMatrix.From(baskets.Length, items.Count, baskets.SelectMany((basket, row) => basket.Select(item => (row, items.Find(item), 1f)))), Items = items };
    }
}
