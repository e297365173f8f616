using Recommender.Core.Datasets;
using Recommender.Core.Models.ItemNeighbours;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.ItemNeighbours;
using Xunit;

namespace Recommender.Tests.Training.Trainers.ItemNeighbours;

public sealed class ItemNeighboursTrainerTests : TrainerContract
{
    internal override ITrainer Create() => new ItemNeighboursTrainer(new());

    [Fact]
    public void The_cosine_of_every_pair_is_that_of_their_customers()
    {
        var shop = Shops.Tasteful(80, 30, 3, seed: 30);

        var neighbours = Train(shop, new()).Neighbours;

        var x = shop.ItemCustomers(Weighting.Plain);
        for (var item = 0; item < 30; item++)
        {
            for (var other = 0; other < 30; other++)
            {
                var together = x.RowIndices(item).ToArray().Intersect(x.RowIndices(other).ToArray()).Count();
                var cosine = together / Math.Sqrt((double)x.RowCount(item) * x.RowCount(other));
                Assert.Equal(item == other || together == 0 ? 0 : cosine, neighbours.At(item, other), 1e-6);
            }
        }
    }

    [Fact]
    public void An_item_keeps_whoever_is_as_near_as_the_first_one_beyond_the_count()
    {
        // Item 0 and items 1 to 5: the cosines 2 / sqrt(6), 1 / sqrt(3) and three times 1 / sqrt(6).
        var shop = Shops.Of(20, 6, [.. Pairs(0, [0, 1]), .. Pairs(1, [0, 1, 2]), .. Pairs(2, [3, 4, 5]), .. Pairs(3, [0, 3, 4, 5])]);
        var all = Train(shop, new() { Neighbours = 5 }).Neighbours;
        float[] near = [.. all.RowValues(0).ToArray().OrderDescending()];

        var kept = Train(shop, new() { Neighbours = 2 }).Neighbours;

        Assert.Equal(near[2], near[4]);
        Assert.True(near[1] > near[2]);
        Assert.Equal(5, kept.RowCount(0));
        Assert.Equal(near.Count(value => value >= near[1]), Train(shop, new() { Neighbours = 1 }).Neighbours.RowCount(0));
    }

    [Fact]
    public void A_score_is_the_sum_of_nearness_over_the_history_as_far_as_the_item_s_own_list_goes()
    {
        var shop = Shops.Tasteful(80, 30, 3, seed: 31);
        var model = Train(shop, new() { Neighbours = 4 });

        var scores = Scores(model, Known(shop, 5));

        var bought = shop.CustomerItems(Weighting.Plain).RowIndices(5).ToArray();
        for (var item = 0; item < 30; item++) Assert.Equal(bought.Sum(other => model.Neighbours.At(item, other)), scores[item], 1e-5f);
    }

    [Fact]
    public void Reasons_are_the_nearest_purchases_and_their_shares_add_up_to_the_score()
    {
        var shop = Shops.Tasteful(80, 30, 3, seed: 32);
        var model = Train(shop, new());
        var scores = Scores(model, Known(shop, 6));

        for (var item = 0; item < 30; item++)
        {
            var reasons = model.Explain(Known(shop, 6), item, 30);

            Assert.Equal(reasons.OrderByDescending(reason => reason.Weight).ThenBy(reason => reason.Item), reasons);
            Assert.Equal(scores[item], reasons.Sum(reason => reason.Weight), 1e-4f);
        }
    }

    [Fact]
    public void Similar_items_are_the_neighbours_kept()
    {
        var shop = Shops.Tasteful(80, 30, 3, seed: 33);
        var model = Train(shop, new() { Neighbours = 3 });
        var scores = new float[30];

        model.ScoreSimilar(8, scores);

        Assert.Equal(model.Neighbours.RowIndices(8).ToArray(), Enumerable.Range(0, 30).Where(item => float.IsFinite(scores[item])));
    }

    [Fact]
    public void With_a_half_life_an_old_purchase_says_half()
    {
        var now = Shops.Noon;
        var shop = Shops.Of(2, 3, [new(0, 0, now - 30 * ShopBaskets.MinutesPerDay, 1), new(0, 1, now, 2), new(1, 0, now, 1), new(1, 2, now, 1)]);
        var model = Train(shop, new() { HalfLife = 30 });

        // |item 0| = sqrt(1/4 + 1); items 1 and 2 have length one.
        Assert.Equal(0.5 / Math.Sqrt(1.25), model.Neighbours.At(1, 0), 1e-6);
        Assert.Equal(1 / Math.Sqrt(1.25), model.Neighbours.At(2, 0), 1e-6);
        Assert.Equal(0.5 * 0.5 / Math.Sqrt(1.25), Scores(model, Known(shop, 0))[1], 1e-6);
    }

    internal static ItemNeighboursModel Train(Dataset shop, ItemNeighboursOptions options) => (ItemNeighboursModel)new ItemNeighboursTrainer(options).Train(shop, Context);

    static IEnumerable<Purchase> Pairs(int customer, int[] items) => items.Select(item => new Purchase(customer, item, Shops.Noon, Order: 0));
}
