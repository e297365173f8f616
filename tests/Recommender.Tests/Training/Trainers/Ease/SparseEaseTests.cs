using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Ease;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Ease;

public sealed class SparseEaseTests : TrainerContract
{
    internal override ITrainer Create() => new EaseTrainer(new() { Lambda = 5, Neighbours = 25 });

    [Theory]
    [InlineData(WeightBase.Binary)]
    [InlineData(WeightBase.Quantity)]
    public void Where_all_items_meet_and_all_are_allowed_it_is_the_closed_form(WeightBase weight)
    {
        var shop = Shops.Tasteful(600, 12, 3, seed: 20);

        var confined = EaseTrainerTests.Train(shop, new() { Lambda = 20, Neighbours = 11, Weight = weight });

        var full = EaseTrainerTests.Train(shop, new() { Lambda = 20, Weight = weight });
        for (var bought = 0; bought < 12; bought++)
        {
            for (var item = 0; item < 12; item++) Assert.Equal(full.WeightOf(bought, item), confined.WeightOf(bought, item), 1e-4f);
        }
    }

    [Fact]
    public void The_gradient_is_zero_wherever_a_weight_is_allowed_and_few_are()
    {
        const double Lambda = 20;
        var shop = Shops.Tasteful(200, 60, 5, seed: 21);

        var model = EaseTrainerTests.Train(shop, new() { Lambda = Lambda, Neighbours = 8 });

        var gram = ClosedForm.Gram(shop, Weighting.Plain);
        for (var column = 0; column < 60; column++)
        {
            int[] allowed = [.. Enumerable.Range(0, 60).Where(row => model.WeightOf(row, column) != 0)];
            Assert.Equal(Math.Min(8, Enumerable.Range(0, 60).Count(row => row != column && gram[row, column] > 0)), allowed.Length);
            Assert.DoesNotContain(column, allowed);
            foreach (var row in allowed)
            {
                var gradient = Lambda * model.WeightOf(row, column) - gram[row, column] + allowed.Sum(middle => gram[row, middle] * model.WeightOf(middle, column));
                Assert.Equal(0, gradient / Math.Sqrt((gram[row, row] + Lambda) * (gram[column, column] + Lambda)), 1e-5);
            }
        }
    }

    [Fact]
    public void An_item_is_explained_by_those_that_lower_its_loss_most()
    {
        var shop = Shops.Tasteful(200, 60, 5, seed: 22);

        var model = EaseTrainerTests.Train(shop, new() { Lambda = 20, Neighbours = 1 });

        var gram = ClosedForm.Gram(shop, Weighting.Plain);
        for (var column = 0; column < 60; column++)
        {
            var best = Enumerable.Range(0, 60).Where(row => row != column).Max(row => gram[row, column] * gram[row, column] / (gram[row, row] + 20));
            var row = Enumerable.Range(0, 60).Single(row => model.WeightOf(row, column) != 0);
            Assert.Equal(best, gram[row, column] * gram[row, column] / (gram[row, row] + 20), 1e-6 * best);
        }
    }

    [Fact]
    public void A_catalogue_that_outgrows_memory_is_explained_by_few_items_each()
    {
        var shop = Shops.Tasteful(3_000, 700, 20, seed: 23);   // 700 x 700 floats are 2 MB

        var model = EaseTrainerTests.Train(shop, new() { Memory = 1 });

        for (var column = 0; column < 700; column += 50) Assert.InRange(Enumerable.Range(0, 700).Count(row => model.WeightOf(row, column) != 0), 0, 200);
    }

    [Fact]
    public void Where_not_all_pairs_fit_into_memory_the_strongest_are_kept()
    {
        var shop = Shops.Tasteful(200, 60, 5, seed: 24);
        var gram = new PurchaseGram(shop.CustomerItems(Weighting.Plain), shop.ItemCustomers(Weighting.Plain), 20);
        var all = ScaledPairs.Collect(gram, long.MaxValue, new());

        var some = ScaledPairs.Collect(gram, memory: 16 * all.Count / 2, new());

        Assert.InRange(some.Count, all.Count / 4, all.Count / 2);
        float[] sorted = [.. all.Values.ToArray().OrderDescending()];
        Assert.Equal(sorted[..some.Count], some.Values.ToArray().OrderDescending());
    }

    [Fact]
    public void Without_lambda_items_bought_by_the_same_customers_are_an_error_that_says_so()
    {
        var shop = Shops.Of(3, 3, from customer in Enumerable.Range(0, 3) from item in Enumerable.Range(0, 3) select new Purchase(customer, item, Shops.Noon, Order: 0));

        var error = Assert.Throws<UserErrorException>(() => EaseTrainerTests.Train(shop, new() { Lambda = 0, Neighbours = 2 }));

        Assert.Contains("Raise lambda", error.Message, StringComparison.Ordinal);
    }
}
