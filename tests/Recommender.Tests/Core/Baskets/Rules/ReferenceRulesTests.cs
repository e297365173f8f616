using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Rules;
using Recommender.Core.Datasets;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Rules;

public sealed class ReferenceRulesTests
{
    static readonly Lazy<BasketSet> Groceries = new(Read);

    [Theory]
    [InlineData(0.001, 0.8, 410)]
    [InlineData(0.001, 0.5, 5_668)]
    [InlineData(0.005, 0.3, 482)]
    [InlineData(0.01, 0.25, 170)]
    public void Groceries_give_the_known_number_of_rules(double support, double confidence, int rules)
    {
        var minCount = (int)Math.Ceiling(support * Groceries.Value.Count);

        var found = RuleMiner.Mine(Groceries.Value, new() { MinCount = minCount, MinConfidence = confidence }, TestContext.Current.CancellationToken);

        Assert.Equal(9_835, found.Baskets);
        Assert.Equal(169, found.Items);
        Assert.Equal(rules, found.Rules);
    }

    [Theory]
    [InlineData("liquor,red/blush wine", "bottled beer", .0019318759532282664, .9047619047619048, 11.23526936026936)]
    [InlineData("hygiene articles,butter,pip fruit", "whole milk", .0010167768174885612, 1, 3.913649025069638)]
    public void Groceries_give_the_known_measures(string antecedent, string consequent, double support, double confidence, double lift)
    {
        var found = RuleMiner.Mine(Groceries.Value, new() { MinCount = 10, MinConfidence = 0.8 }, TestContext.Current.CancellationToken);

        var items = antecedent.Split(',').Select(Groceries.Value.Items.Find).Order().ToArray();
        var rule = Assert.Single(found.Rows, rule => rule.Antecedent.SequenceEqual(items) && rule.Consequent[0] == Groceries.Value.Items.Find(consequent));
        Assert.Equal(support, rule.Figures.Counts.Support, 1e-12);
        Assert.Equal(confidence, rule.Figures.Counts.Confidence, 1e-12);
        Assert.Equal(lift, rule.Figures.Counts.Lift, 1e-9);
        Assert.InRange(rule.Figures.Q, 0, 1);
    }

    static BasketSet Read()
    {
        var baskets = File.ReadAllLines(SharedData.Path("groceries/baskets.csv")).Select(line => line.Split(',')).ToArray();
        var items = Vocabulary.Of(baskets.SelectMany(basket => basket).Distinct().Order(StringComparer.Ordinal));
        var cells = baskets.SelectMany((basket, row) => basket.Distinct().Select(item => (row, items.Find(item), 1f)));
        return new() { Lines = CsrMatrix.From(baskets.Length, items.Count, cells), Items = items };
    }
}
