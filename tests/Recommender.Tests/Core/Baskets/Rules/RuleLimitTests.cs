using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Rules;
using Recommender.Core.Datasets;
using Recommender.Tests.Core.Baskets.Chance;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Rules;

public sealed class RuleLimitTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_limit_on_rules_leaves_the_same_first_ones_on_any_number_of_threads()
    {
        var options = new RuleOptions { MinCount = 30, MinConfidence = 0.2 };
        foreach (var most in new[] { 1L, 77, 500 })
        {
            var baskets = ChanceShop.Draw(1, 2_000, 40, 20);
            var one = RuleMiner.Mine(baskets, options with { MaxRules = most, Threads = 1 }, Token);
            var many = RuleMiner.Mine(baskets, options with { MaxRules = most, Threads = 3 }, Token);

            Assert.Equal(most, one.Rules);
            Assert.Equal($"The limit of {most} rules looked at ended their making after 0 of {one.Itemsets} itemsets.", one.Cut);
            Assert.Equal(one.Rows.Select(Text), many.Rows.Select(Text));
            Assert.Equal(one.Rows.Select(rule => rule.Figures), many.Rows.Select(rule => rule.Figures));
            Assert.All(one.Rows, rule => Assert.False(double.IsNaN(rule.Figures.Q)));
        }
        var all = RuleMiner.Mine(ChanceShop.Draw(1, 2_000, 40, 20), options, Token);
        Assert.Null(RuleMiner.Mine(ChanceShop.Draw(1, 2_000, 40, 20), options with { MaxRules = all.Rules }, Token).Cut);
    }

    [Fact]
    public void A_limit_on_rules_counts_them_over_many_rounds_of_itemsets()
    {
        var baskets = Alike(17);

        var cut = RuleMiner.Mine(baskets, new() { MinCount = 1, Chance = false, Limit = 5, MaxRules = 700_000 }, Token);

        Assert.Equal((131_071, 700_000, 5), (cut.Itemsets, cut.Rules, cut.Rows.Count));
        Assert.Matches("after [6-9][0-9]{4} of 131071 itemsets", cut.Cut);
    }

    [Fact]
    public void Consequents_of_any_length_end_at_the_limit_though_one_itemset_has_ten_thousands_of_them()
    {
        // 43 million rules in all; the itemset of all items alone has 65,534 of them.
        var cut = RuleMiner.Mine(Alike(16), new() { MinCount = 1, Chance = false, Limit = 5, MaxConsequent = 16, MaxRules = 100_000 }, Token);

        Assert.Equal((100_000, 5), (cut.Rules, cut.Rows.Count));
        Assert.Contains("The limit of 100000 rules looked at ended their making", cut.Cut);
    }

    [Fact]
    public void One_time_bounds_mining_tests_and_making_together()
    {
        var baskets = Alike(40);
        var stages = new List<RuleProgress>();

        var cut = RuleMiner.Mine(baskets, new() { MinCount = 1, Limit = 5, Time = TimeSpan.FromSeconds(0.4), Threads = 1, MaxRules = long.MaxValue, Progress = new Heard(stages) }, Token);

        Assert.Contains("The time limit of 0.2 s ended the search", cut.Cut);
        Assert.Contains("The time limit of 0.4 s ended the tests of rules", cut.Cut);
        Assert.Contains("The time limit of 0.4 s ended the making of rules", cut.Cut);
        Assert.Equal([RuleStage.Mining, RuleStage.Testing, RuleStage.Making], stages.Select(progress => progress.Stage).Distinct());
        Assert.All(stages, progress => Assert.InRange(progress.Share, 0, 1));
    }

    // Three baskets with all of so many items: every subset of them is frequent.
    static BasketSet Alike(int items) => new()
    {
        Lines = CsrMatrix.From(3, items, from basket in Enumerable.Range(0, 3) from item in Enumerable.Range(0, items) select (basket, item, 1f)),
        Items = ChanceShop.Named(items),
    };

    static string Text(Rule rule) => $"{string.Join(' ', rule.Antecedent)} => {string.Join(' ', rule.Consequent)} {rule.Figures.Counts}";

    sealed class Heard(List<RuleProgress> seen) : IProgress<RuleProgress>
    {
        public void Report(RuleProgress value) => seen.Add(value);
    }
}
