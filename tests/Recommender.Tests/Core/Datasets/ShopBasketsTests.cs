using Recommender.Core;
using Recommender.Core.Datasets;
using Xunit;

namespace Recommender.Tests.Core.Datasets;

public sealed class ShopBasketsTests
{
    const int Day = ShopBaskets.MinutesPerDay;

    [Fact]
    public void Baskets_stand_by_customer_and_time_and_those_of_nobody_last()
    {
        var baskets = BasketsBuilder.From(3, 5, [new(-1, 4, 1), new(2, 1, 9, Order: 1), new(2, 0, 3, Order: 2), new(0, 3, 5), new(0, 2, 5)]);

        Assert.Equal((4, 3), (baskets.Count, baskets.Named));
        Assert.Equal([2, 3], baskets.Of(0).Items.ToArray());
        Assert.True(baskets.Of(1).IsEmpty);
        Assert.Equal([3, 9], baskets.Of(2).Times.ToArray());
        Assert.Equal([0, 1], baskets.Of(2).Items.ToArray());
        Assert.Equal([4], baskets.ItemsOf(3).ToArray());
    }

    [Fact]
    public void An_item_twice_in_a_basket_is_one_line_with_the_sum()
    {
        var baskets = BasketsBuilder.From(1, 3, [new(0, 2, Quantity: 1, Amount: 5), new(0, 1, Quantity: 2, Amount: 1), new(0, 2, Quantity: 4, Amount: 10)]);

        Assert.Equal([1, 2], baskets.Items.ToArray());
        Assert.Equal([2f, 5f], baskets.Quantities.ToArray());
        Assert.Equal([1f, 15f], baskets.Amounts.ToArray());
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-1f)]
    public void A_weight_that_means_nothing_is_refused(float quantity) =>
        Assert.Throws<UserErrorException>(() => BasketsBuilder.From(1, 1, [new(0, 0, Quantity: quantity)]));

    [Fact]
    public void A_basket_that_gets_fewer_lines_than_announced_is_refused()
    {
        var builder = new BasketsBuilder(1, 1);
        builder.AddBasket(0, 0, 2);
        builder.AddLine(0, 0);

        Assert.Throws<InvalidOperationException>(builder.Build);
    }

    [Fact]
    public void Customers_and_times_must_ascend()
    {
        var builder = new BasketsBuilder(3, 1);
        builder.AddBasket(1, 5, 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddBasket(0, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddBasket(1, 4, 1));
    }

    [Fact]
    public void Weights_count_baskets_units_money_or_only_whether()
    {
        Purchase[] purchases = [new(0, 1, 0, Order: 1, 2, 10), new(0, 1, 10 * Day, Order: 2, 3, 5), new(0, 0, 10 * Day, Order: 2, 1, 7)];
        var history = BasketsBuilder.From(1, 2, purchases).Of(0);

        Assert.Equal([1f, 1f], Weights(history, new()));
        Assert.Equal([1f, 2f], Weights(history, new(WeightBase.Count)));
        Assert.Equal([1f, 5f], Weights(history, new(WeightBase.Quantity)));
        Assert.Equal([7f, 15f], Weights(history, new(WeightBase.Spend)));
        Assert.Equal([1f, (float)Math.Sqrt(5)], Weights(history, new(WeightBase.Quantity, Power: 0.5)));
    }

    [Fact]
    public void A_half_life_halves_old_purchases_and_the_last_one_decides_where_only_whether_counts()
    {
        var history = BasketsBuilder.From(1, 1, [new(0, 0, 0, Order: 1), new(0, 0, 10 * Day, Order: 2)]).Of(0);

        Assert.Equal([0.5f], Weights(history, new(HalfLife: 10), now: 20 * Day));
        Assert.Equal([0.75f], Weights(history, new(WeightBase.Count, HalfLife: 10), now: 20 * Day));
    }

    [Fact]
    public void A_weight_whose_column_was_not_read_names_the_cure()
    {
        var baskets = BasketsBuilder.From(1, 1, [new(0, 0)]);

        Assert.Contains("weight=count", Assert.Throws<UserErrorException>(() => new Weighting(WeightBase.Spend).MustSuit(baskets)).Message);
        Assert.Contains("quantities", Assert.Throws<UserErrorException>(() => new Weighting(WeightBase.Quantity).MustSuit(baskets)).Message);
        new Weighting(WeightBase.Count).MustSuit(baskets);
        new Weighting(WeightBase.Quantity).MustSuit(BasketsBuilder.From(1, 1, [new(0, 0, Quantity: 2)]));
    }

    [Theory]
    [InlineData(WeightBase.Quantity)]
    [InlineData(WeightBase.Spend)]
    public void A_history_without_the_column_is_counted(WeightBase asked)
    {
        var history = BasketsBuilder.From(1, 2, [new(0, 0, 0, Order: 1), new(0, 0, 10 * Day, Order: 2), new(0, 1, 10 * Day, Order: 2)]).Of(0);

        Assert.Equal(Weights(history, new(WeightBase.Count, HalfLife: 10)), Weights(history, new(asked, HalfLife: 10)));
        Assert.Equal([1.5f, 1f], Weights(history, new(asked, HalfLife: 10)));
    }

    static float[] Weights(History history, Weighting weighting, int now = 10 * Day)
    {
        var row = new SparseRow();
        history.Weigh(weighting, now, row);
        return row.Weights.ToArray();
    }
}
