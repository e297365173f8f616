using Recommender.Core.Datasets;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Autoencoder;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Autoencoder;

public sealed class HeldOutBasketsTests
{
    static readonly Dataset Shop = Shops.Tasteful(600, 60, 5, seed: 12);

    static TrainingContext Context => new() { Seed = 3 };

    [Fact]
    public void Only_the_last_basket_of_the_chosen_customers_is_held_out()
    {
        var heldOut = HeldOutBaskets.Choose(Shop, new() { Validation = 0.2 }, Context);

        Assert.Equal(120, heldOut.Customers.Length);
        var whole = Shop.CustomerItems(new AutoencoderOptions().AnswerWeighting);
        foreach (var customer in Enumerable.Range(0, 600).Except(heldOut.Customers))
            Assert.Equal(whole.RowValues(customer).ToArray(), heldOut.Histories.AnswerWeights(customer));
        for (var place = 0; place < 120; place++)
        {
            var history = Shop.Baskets.Of(heldOut.Customers[place]);
            Assert.Equal(history.ItemsOf(history.Baskets - 1).ToArray(), heldOut.Targets.RowIndices(place).ToArray());
            var before = Enumerable.Range(0, history.Baskets - 1).SelectMany(basket => history.ItemsOf(basket).ToArray()).Distinct().Order();
            Assert.Equal(before, heldOut.Histories.Entries(heldOut.Customers[place]).ToArray());
        }
    }

    [Fact]
    public void Without_times_a_fifth_of_the_items_is_held_out_and_nothing_is_lost()
    {
        var shop = new Dataset { Name = "test", Hash = "test", Customers = Shop.Customers, Items = Shop.Items, Baskets = Shop.Baskets, Now = Shop.Now, HasTimes = false };

        var heldOut = HeldOutBaskets.Choose(shop, new() { Validation = 0.5 }, Context);

        var whole = shop.CustomerItems(new AutoencoderOptions().InputWeighting);
        Assert.Equal(whole.Count, Kept(heldOut) + heldOut.Targets.Count);
        Assert.InRange(heldOut.Targets.Count / (double)heldOut.Customers.Sum(whole.RowCount), 0.17, 0.23);
    }

    [Fact]
    public void Too_few_customers_hold_nothing_out()
    {
        var heldOut = HeldOutBaskets.Choose(Shop, new() { Validation = 0.05 }, Context);

        Assert.Empty(heldOut.Customers);
        Assert.Equal(Shop.CustomerItems(Weighting.Plain).Count, Kept(heldOut));
    }

    static int Kept(HeldOutBaskets heldOut) => Enumerable.Range(0, 600).Sum(customer => heldOut.Histories.Entries(customer).Length);
}
