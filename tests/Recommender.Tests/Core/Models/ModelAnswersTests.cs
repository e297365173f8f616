using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Popularity;
using Xunit;

namespace Recommender.Tests.Core.Models;

public sealed class ModelAnswersTests
{
    static readonly PopularityModel Model = new(new[] { 4f, 3f, 2f, 1f });
    static readonly History Bought = BasketsBuilder.From(1, 4, [new(0, 0), new(0, 2)]).Of(0);

    [Fact]
    public void What_was_bought_is_left_out_unless_repeats_are_allowed()
    {
        Assert.Equal([1, 3], Items(Model.Recommend(Shopper.Stranger(Bought, 0), 4)));
        Assert.Equal([0, 1, 2, 3], Items(Model.Recommend(Shopper.Stranger(Bought, 0, Repeats.Allowed), 4)));
    }

    [Fact]
    public void A_filter_takes_items_out() =>
        Assert.Equal([1], Items(Model.Recommend(Shopper.Stranger(Bought, 0), 4, item => item < 3)));

    [Fact]
    public void Similar_items_are_filtered_too() => Assert.Equal([1, 2], Items(Model.Similar(0, 3, item => item != 3)));

    [Fact]
    public void An_item_that_does_not_exist_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Model.Similar(4, 1));

    [Fact]
    public void Pairs_are_scored_in_the_order_asked() => Assert.Equal([1f, 4f, 1f], Model.ScorePairs(Shopper.Stranger(Bought, 0), [3, 0, 3]));

    static IEnumerable<int> Items(IEnumerable<Recommendation> list) => list.Select(entry => entry.Item);
}
