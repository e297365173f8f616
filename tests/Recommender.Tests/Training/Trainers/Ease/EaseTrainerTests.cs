using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Ease;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Ease;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Ease;

public sealed class EaseTrainerTests : TrainerContract
{
    internal override ITrainer Create() => new EaseTrainer(new() { Lambda = 5 });

    [Theory]
    [InlineData(0.5)]
    [InlineData(20)]
    [InlineData(500)]
    public void Every_weight_is_that_of_the_closed_form_in_double_precision(double lambda)
    {
        var shop = Shops.Tasteful(150, 40, 4, seed: 12);

        var model = Train(shop, new() { Lambda = lambda });

        var expected = ClosedForm.Weights(ClosedForm.Gram(shop, Weighting.Plain), lambda);
        for (var bought = 0; bought < 40; bought++)
        {
            for (var item = 0; item < 40; item++) Assert.Equal(expected[bought, item], model.WeightOf(bought, item), 1e-4);
        }
    }

    // Karush, Kuhn and Tucker: the gradient of the loss, (X'X + lambda I) B - X'X, may differ from zero on the diagonal only, where B is held at zero.
    [Theory]
    [InlineData(WeightBase.Binary, 0, 1)]
    [InlineData(WeightBase.Count, 30, 1)]
    [InlineData(WeightBase.Spend, 0, 0.5)]
    public void The_gradient_is_zero_off_the_diagonal_where_the_weights_are_zero(WeightBase weight, double halfLife, double power)
    {
        const double Lambda = 50;
        var shop = Shops.Tasteful(200, 50, 5, seed: 13);

        var model = Train(shop, new() { Lambda = Lambda, Weight = weight, HalfLife = halfLife, Power = power });

        var gram = ClosedForm.Gram(shop, new(weight, halfLife, power));
        for (var row = 0; row < 50; row++)
        {
            for (var column = 0; column < 50; column++)
            {
                if (row == column)
                {
                    Assert.Equal(0, model.WeightOf(row, row));
                    continue;
                }
                var gradient = Lambda * model.WeightOf(row, column) - gram[row, column];
                for (var middle = 0; middle < 50; middle++) gradient += gram[row, middle] * model.WeightOf(middle, column);
                Assert.Equal(0, gradient / Math.Sqrt((gram[row, row] + Lambda) * (gram[column, column] + Lambda)), 1e-5);
            }
        }
    }

    [Fact]
    public void A_score_is_the_sum_of_the_weights_of_what_was_bought()
    {
        var shop = Shops.Tasteful(60, 20, 3, seed: 14);
        var model = Train(shop, new() { Lambda = 10 });

        var scores = Scores(model, Known(shop, 7));

        var bought = shop.CustomerItems(Weighting.Plain).RowIndices(7).ToArray();
        for (var item = 0; item < 20; item++) Assert.Equal(bought.Sum(other => model.WeightOf(other, item)), scores[item], 1e-5f);
    }

    [Fact]
    public void Reasons_are_the_purchases_with_the_largest_weights_for_the_item()
    {
        var shop = Shops.Tasteful(60, 20, 3, seed: 15);
        var model = Train(shop, new() { Lambda = 10 });
        var bought = shop.CustomerItems(Weighting.Plain).RowIndices(9).ToArray();
        var item = Enumerable.Range(0, 20).First(item => bought.Count(other => model.WeightOf(other, item) > 0) >= 2);

        var reasons = model.Explain(Known(shop, 9), item, 2);

        Assert.Equal(bought.OrderByDescending(other => model.WeightOf(other, item)).Take(2), reasons.Select(reason => reason.Item));
        Assert.All(reasons, reason => Assert.Equal(model.WeightOf(reason.Item, item), reason.Weight));
    }

    [Fact]
    public void Without_lambda_items_bought_by_the_same_customers_are_an_error_that_says_so()
    {
        var shop = Shops.Of(3, 3, from customer in Enumerable.Range(0, 3) from item in Enumerable.Range(0, 3) select new Purchase(customer, item, Shops.Noon, Order: 0));

        var error = Assert.Throws<UserErrorException>(() => Train(shop, new() { Lambda = 0 }));

        Assert.Contains("Raise lambda", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_lambda_an_item_that_nobody_bought_is_an_error_that_says_so()
    {
        var shop = Shops.Of(2, 3, [new(0, 0, Shops.Noon), new(1, 1, Shops.Noon)]);

        Assert.Throws<UserErrorException>(() => Train(shop, new() { Lambda = 0 }));
    }

    [Fact]
    public void Without_lambda_independent_items_have_their_least_squares_weights()
    {
        var shop = Shops.Tasteful(300, 12, 3, seed: 16);

        var model = Train(shop, new() { Lambda = 0 });

        var expected = ClosedForm.Weights(ClosedForm.Gram(shop, Weighting.Plain), 0);
        for (var bought = 0; bought < 12; bought++)
        {
            for (var item = 0; item < 12; item++) Assert.Equal(expected[bought, item], model.WeightOf(bought, item), 1e-4);
        }
    }

    [Fact]
    public void Huge_weights_give_finite_scores()
    {
        var shop = Shops.Of(3, 3, [new(0, 0, Shops.Noon, 0, 1, 1e15f), new(0, 1, Shops.Noon, 0, 1, 3), new(1, 1, Shops.Noon, 0, 1, 1e15f), new(2, 2, Shops.Noon, 0, 1, 1)]);

        var model = Train(shop, new() { Weight = WeightBase.Spend });

        Assert.All(Enumerable.Range(0, 3).SelectMany(customer => Scores(model, Known(shop, customer))), score => Assert.True(float.IsFinite(score)));
    }

    internal static EaseModel Train(Dataset shop, EaseOptions options) => (EaseModel)new EaseTrainer(options).Train(shop, Context);
}
