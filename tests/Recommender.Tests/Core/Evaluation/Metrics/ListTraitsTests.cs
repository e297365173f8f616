using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Tests.Training.Trainers;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Metrics;

public sealed class ListTraitsTests
{
    // Item 0 is bought by customers 0 to 3, item 1 by 0 and 1, item 2 by 3, item 3 by nobody; customer 2 buys item 0 twice.
    static readonly Dataset Shop = Shops.Of(4, 4,
        [new(0, 0), new(1, 0), new(2, 0), new(3, 0), new(2, 0, Order: 1), new(0, 1), new(1, 1), new(3, 2)]);

    [Fact]
    public void Popularity_is_the_mean_share_of_customers() => Assert.Equal((1 + 0.5 + 0.25) / 3, new ListTraits(Shop).Popularity([0, 1, 2]), 1e-12);

    [Fact]
    public void Novelty_is_the_mean_self_information_in_bits() => Assert.Equal((0 + 1 + 2 + 2) / 4.0, new ListTraits(Shop).Novelty([0, 1, 2, 3]), 1e-12);

    [Fact]
    public void Diversity_is_one_minus_the_mean_cosine_of_what_is_bought_by_the_same_customers()
    {
        var traits = new ListTraits(Shop);
        var (common01, common02) = (2 / Math.Sqrt(4 * 2), 1 / Math.Sqrt(4 * 1));

        Assert.Equal(1 - (common01 + common02 + 0) / 3, traits.Diversity([0, 1, 2]), 1e-12);
        Assert.Equal(1 - common01, traits.Diversity([1, 0]), 1e-12);
        Assert.Equal(1, traits.Diversity([1, 3]), 1e-12);
        Assert.Equal(double.NaN, traits.Diversity([1]));
    }

    [Fact]
    public void Reach_counts_how_much_of_the_catalogue_is_shown_and_how_evenly()
    {
        var (even, uneven, nothing) = (new Reach(4), new Reach(4), new Reach(4));
        even.Add([0, 1]);
        even.Add([2, 3]);
        uneven.Add([0]);
        uneven.Add([0]);
        uneven.Add([0, 1]);

        Assert.Equal(1, even.Coverage());
        Assert.Equal(0, even.Gini(), 1e-12);
        Assert.Equal(0.5, uneven.Coverage());
        Assert.Equal((-3 * 0 + -1 * 0 + 1 * 1 + 3 * 3) / (4.0 * 4), uneven.Gini(), 1e-12);
        Assert.Equal(0, nothing.Gini());
    }
}
