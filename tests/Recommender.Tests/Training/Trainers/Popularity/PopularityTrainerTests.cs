using Recommender.Core.Datasets;
using Recommender.Core.Models.Popularity;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Popularity;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Popularity;

public sealed class PopularityTrainerTests : TrainerContract
{
    protected override bool IsPersonal => false;

    internal override ITrainer Create() => new PopularityTrainer(new());

    [Fact]
    public void Counts_each_customer_of_an_item_once_by_default()
    {
        var shop = Shops.Of(2, 2, [new(0, 0, Order: 1), new(0, 0, Order: 2), new(1, 0, Order: 1), new(1, 1, Order: 1)]);

        var model = (PopularityModel)Create().Train(shop, Context);

        Assert.Equal([2f, 1f], model.Popularity.ToArray());
    }

    [Fact]
    public void A_purchase_one_half_life_old_counts_half()
    {
        var shop = Shops.Of(2, 2, [new(0, 0, 30 * ShopBaskets.MinutesPerDay), new(1, 1, 0)]);

        var model = (PopularityModel)new PopularityTrainer(new() { HalfLife = 30 }).Train(shop, Context);

        Assert.Equal([1f, 0.5f], model.Popularity.ToArray());
    }

    [Fact]
    public void An_item_is_half_as_new_after_a_half_life_since_its_first_sale()
    {
        var shop = Shops.Of(2, 3, [new(0, 0, 0), new(1, 0, 60 * ShopBaskets.MinutesPerDay, Order: 2), new(1, 1, 30 * ShopBaskets.MinutesPerDay, Order: 1), new(1, 2, 60 * ShopBaskets.MinutesPerDay, Order: 2)]);

        var model = (PopularityModel)new PopularityTrainer(new() { By = PopularityMeasure.Newness, HalfLife = 30 }).Train(shop, Context);

        Assert.Equal([0.25f, 0.5f, 1f], model.Popularity.ToArray());
    }

    [Fact]
    public void A_trend_is_what_was_bought_of_late_beside_a_longer_time()
    {
        // Item 0 twice now; item 1 twice 40 days ago: 2 · 2^-4 of late, 2 · 2^-1 over the longer time.
        var shop = Shops.Of(2, 2, [new(0, 0, 40 * ShopBaskets.MinutesPerDay), new(1, 0, 40 * ShopBaskets.MinutesPerDay), new(0, 1, 0, Order: 1), new(1, 1, 0, Order: 1)]);

        var model = (PopularityModel)new PopularityTrainer(new() { By = PopularityMeasure.Trend, HalfLife = 10 }).Train(shop, Context);

        Assert.Equal([2.3f / 3.2f, 0.425f / 2.2f], model.Popularity.ToArray(), (a, b) => Math.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void The_season_is_what_was_bought_in_the_ninety_days_that_began_a_year_ago()
    {
        const int Year = 365 * ShopBaskets.MinutesPerDay;
        var shop = Shops.Of(1, 4,
        [
            new(0, 0, -1, Order: 1), new(0, 1, 0, Order: 2), new(0, 1, 89 * ShopBaskets.MinutesPerDay, Order: 3), new(0, 2, 90 * ShopBaskets.MinutesPerDay, Order: 4), new(0, 3, Year, Order: 5),
        ]);

        var model = (PopularityModel)new PopularityTrainer(new() { By = PopularityMeasure.Season }).Train(shop, Context);

        Assert.Equal([0f, 2f, 0f, 0f], model.Popularity.ToArray());
    }

    [Fact]
    public void Quantities_are_added_up_when_asked_for()
    {
        var shop = Shops.Of(2, 1, [new(0, 0, Quantity: 3), new(1, 0, Quantity: 4)]);

        var model = (PopularityModel)new PopularityTrainer(new() { Weight = WeightBase.Quantity }).Train(shop, Context);

        Assert.Equal([7f], model.Popularity.ToArray());
    }
}
