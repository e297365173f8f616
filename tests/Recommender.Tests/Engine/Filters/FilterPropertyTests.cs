using Recommender.Engine.Filters;
using Xunit;

namespace Recommender.Tests.Engine.Filters;

public sealed class FilterPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_filters_over_random_items_agree_with_three_valued_logic(int seed)
    {
        var random = new Random(seed);
        var items = SampleShop.Random(random, 60);
        var shop = SampleShop.Of(items);
        var (passed, held) = (0, 0);
        for (var round = 0; round < 1500; round++)
        {
            var guess = Guess.Random(random, depth: random.Next(5));
            var anchor = random.Next(items.Length);
            var condition = Filter.Parse(guess.Text, shop).Bind(new(anchor, SampleShop.Now));

            for (var row = 0; row < items.Length; row++)
            {
                var truth = guess.Truth(items[row], items[anchor]) == true;
                Assert.True(condition.Meets(row) == truth, $"{guess.Text} is {truth} for item {row} with anchor {anchor}");
                if (truth) passed++;
                else held++;
            }
        }
        Assert.InRange((double)passed / (passed + held), 0.2, 0.8);
    }

    [Fact]
    public void An_item_that_is_kept_out_always_has_a_failing_part_and_one_that_passes_none()
    {
        var random = new Random(9);
        var items = SampleShop.Random(random, 30);
        var shop = SampleShop.Of(items);
        for (var round = 0; round < 300; round++)
        {
            var filter = Filter.Parse(Guess.Random(random, depth: 4).Text, shop);
            var context = new FilterContext(random.Next(items.Length), SampleShop.Now);
            for (var row = 0; row < items.Length; row++)
            {
                var failures = filter.Failures(row, context);
                Assert.Equal(filter.Bind(context).Meets(row), failures.Count == 0);
                Assert.All(failures, failure => Assert.Contains(failure.Term, filter.Text));
            }
        }
    }
}
