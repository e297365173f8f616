using Recommender.Core;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Rules;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;
using Recommender.Tests.Core.Baskets.Chance;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Rules;

public sealed class RuleMinerTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_rules_of_any_baskets_are_those_of_the_definition()
    {
        for (var seed = 1UL; seed <= 3_000; seed++)
        {
            var random = new RandomStream(seed, 7);
            var baskets = ChanceShop.DrawAny(seed, 30, 7);
            var options = new RuleOptions
            {
                MinCount = random.Between(1, 4),
                MinConfidence = random.Below(3) * 0.3,
                MaxConsequent = random.Between(1, 3),
                MaxLength = random.Chance(0.5) ? int.MaxValue : random.Between(2, 4),
                Improvement = random.Chance(0.5) ? null : random.Below(3) * 0.05,
                Chance = seed % 10 == 0,
                Threads = random.Between(1, 2),
            };

            var found = RuleMiner.Mine(baskets, options, Token);

            var expected = NaiveRules.Of(baskets, options).OrderBy(rule => (rule.Left, rule.Right)).ToArray();
            Assert.Equal(expected, found.Rows.Select(rule => (NaiveRules.Mask(rule.Antecedent), NaiveRules.Mask(rule.Consequent), rule.Figures.Counts)).OrderBy(rule => (rule.Item1, rule.Item2)));
            Assert.Equal(expected.Length, found.Rules);
            Assert.Null(found.Cut);
        }
    }

    [Fact]
    public void Rows_are_sorted_by_any_measure_and_their_number_is_limited()
    {
        for (var seed = 1UL; seed <= 25; seed++)
        {
            var baskets = ChanceShop.DrawAny(seed, 40, 8);
            foreach (var measure in RuleMeasures.All)
            {
                var options = new RuleOptions { MinCount = 2, Sort = measure, MaxConsequent = 2, Threads = 1 };
                var all = RuleMiner.Mine(baskets, options, Token);
                var few = RuleMiner.Mine(baskets, options with { Limit = 3, Threads = 2 }, Token);

                var keys = all.Rows.Select(rule => measure.Of(rule.Figures)).ToArray();
                Assert.Equal(measure.IsSmallFirst ? keys.Order() : keys.OrderDescending(), keys);
                Assert.Equal(all.Rules, few.Rules);
                Assert.Equal(all.Rows.Take(3).Select(Text), few.Rows.Select(Text));
            }
        }
    }

    [Fact]
    public void Filters_and_conditions_keep_exactly_what_fulfils_them()
    {
        var measures = RuleMeasures.All.Where(measure => !measure.NeedsChance).ToArray();
        for (var seed = 1UL; seed <= 500; seed++)
        {
            var random = new RandomStream(seed, 9);
            var baskets = ChanceShop.DrawAny(seed, 40, 7);
            var options = new RuleOptions { MinCount = 1, MaxConsequent = 2, Chance = false };
            var all = RuleMiner.Mine(baskets, options, Token).Rows;
            if (all.Count == 0) continue;

            var filter = new RuleFilter(random.Of<RuleMeasure>(measures)) { Minimum = random.NextDouble(), Maximum = 1 + random.NextDouble() };
            var (left, right) = (new ItemCondition { AllOf = [0], NoneOf = [1] }, new ItemCondition { AnyOf = [2, 3] });
            var kept = RuleMiner.Mine(baskets, options with { Filters = [filter], Antecedent = left, Consequent = right }, Token);

            bool Keeps(Rule rule) => filter.Measure.Of(rule.Figures) is var value && value >= filter.Minimum && value <= filter.Maximum
                && rule.Antecedent.Contains(0) && !rule.Antecedent.Contains(1) && (rule.Consequent.Contains(2) || rule.Consequent.Contains(3));
            Assert.Equal(all.Where(Keeps).Select(Text), kept.Rows.Select(Text));
            Assert.Equal(kept.Rows.Count, kept.Rules);
        }
    }

    [Fact]
    public void Weights_of_one_change_nothing_and_a_weight_of_two_is_a_basket_bought_twice()
    {
        for (var seed = 1UL; seed <= 300; seed++)
        {
            var random = new RandomStream(seed, 3);
            var drawn = ChanceShop.DrawAny(seed, 30, 6);
            var weights = Enumerable.Range(0, drawn.Count).Select(_ => (float)random.Between(1, 2)).ToArray();
            var twice = new SparseRowsBuilder(hasValues: false);
            for (var basket = 0; basket < drawn.Count; basket++)
            {
                for (var copy = 0; copy < weights[basket]; copy++)
                {
                    foreach (var item in drawn.Lines.RowIndices(basket)) twice.Add(item, 1);
                    twice.EndRow();
                }
            }
            var options = new RuleOptions { MinCount = 1, Chance = false, MaxConsequent = 2 };

            var weighted = RuleMiner.Mine(new() { Lines = drawn.Lines, Items = drawn.Items, Weights = weights }, options with { Sort = RuleMeasures.Named("weighted_lift") }, Token);
            var copied = RuleMiner.Mine(new() { Lines = twice.Build(drawn.ItemCount), Items = drawn.Items }, options, Token);

            Assert.Equal(
                copied.Rows.Select(rule => (Sides(rule), rule.Figures.Counts)).OrderBy(rule => rule.Item1),
                weighted.Rows.Select(rule => (Sides(rule), rule.Figures.Weighted)).OrderBy(rule => rule.Item1));
        }
    }

    [Fact]
    public void A_cut_says_so_and_what_is_there_is_true()
    {
        var baskets = ChanceShop.Draw(1, 2_000, 40, 20);
        var options = new RuleOptions { MinCount = 30, MinConfidence = 0.2, Chance = false };
        var whole = RuleMiner.Mine(baskets, options, Token);

        var cut = RuleMiner.Mine(baskets, options with { MaxItemsets = 300 }, Token);

        Assert.Null(whole.Cut);
        Assert.NotNull(cut.Cut);
        Assert.InRange(cut.Rows.Count, 0, whole.Rows.Count - 1);
        Assert.Subset(whole.Rows.Select(Text).ToHashSet(), cut.Rows.Select(Text).ToHashSet());
    }

    [Fact]
    public void Too_little_memory_for_the_tests_leaves_p_and_q_out_and_says_so()
    {
        var baskets = ChanceShop.Draw(1, 2_000, 40, 20);
        var options = new RuleOptions { MinCount = 30, MinConfidence = 0.2, Memory = 200_000 };

        var cut = RuleMiner.Mine(baskets, options, Token);

        Assert.Contains("p and q are left out", cut.Cut);
        Assert.All(cut.Rows, rule => Assert.Equal(double.NaN, rule.Figures.Q));
    }

    [Theory]
    [InlineData(0, 0.5, 1, 2, "minimum count")]
    [InlineData(1, 1.5, 1, 2, "confidence")]
    [InlineData(1, double.NaN, 1, 2, "confidence")]
    [InlineData(1, 0.5, 0, 2, "onsequent")]
    [InlineData(1, 0.5, 1, 1, "items")]
    public void Thresholds_out_of_range_are_refused(int minCount, double minConfidence, int maxConsequent, int maxLength, string named)
    {
        var options = new RuleOptions { MinCount = minCount, MinConfidence = minConfidence, MaxConsequent = maxConsequent, MaxLength = maxLength };

        var error = Assert.Throws<UserErrorException>(() => RuleMiner.Mine(ChanceShop.DrawAny(1, 5, 5), options, Token));

        Assert.Contains(named, error.Message);
    }

    [Fact]
    public void One_item_and_no_baskets_have_no_rules()
    {
        Assert.Empty(RuleMiner.Mine(Baskets("a", "a"), new() { MinCount = 1 }, Token).Rows);
        Assert.Empty(RuleMiner.Mine(new() { Lines = CsrMatrix.From(0, 3, []), Items = ChanceShop.Named(3) }, new() { MinCount = 1 }, Token).Rows);
    }

    static BasketSet Baskets(params string[] baskets) => new()
    {
        Lines = CsrMatrix.From(baskets.Length, 26, baskets.SelectMany((basket, row) => basket.Select(item => (row, item - 'a', 1f)))),
        Items = ChanceShop.Named(26),
    };

    static (int Left, int Right) Sides(Rule rule) => (NaiveRules.Mask(rule.Antecedent), NaiveRules.Mask(rule.Consequent));

    static string Text(Rule rule) => $"{string.Join(' ', rule.Antecedent)} => {string.Join(' ', rule.Consequent)} {rule.Figures.Counts}";
}
