using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Numerics;
using Recommender.Tests.Training.Trainers;
using Recommender.Training.Trainers.ImplicitAls;
using Xunit;

namespace Recommender.Tests.Core.Models.Factors;

public sealed class FactorModelTests
{
    [Fact]
    public void A_score_is_the_product_of_both_vectors_for_one_shopper_and_for_many()
    {
        var model = Small([[1, 2], [0, -1]], [[3, 1], [1, 1], [0, 2]]);
        var shoppers = Enumerable.Range(0, 9).Select(at => new Shopper(at % 2, History.Empty, 0, Repeats.Allowed)).ToArray();

        foreach (var count in new[] { 1, 2, 9 })
        {
            var scores = Matrix.Zero(9, 3);
            model.Score(shoppers.AsSpan(0, count), scores);

            for (var at = 0; at < count; at++) Assert.Equal(at % 2 == 0 ? [5f, 3f, 4f] : [-1f, -1f, -2f], scores.Row(at).ToArray());
        }
    }

    [Fact]
    public void A_vector_of_zeros_is_answered_with_what_is_popular()
    {
        var model = Small([[0, 0]], [[3, 1], [1, 1], [0, 2]]);

        Assert.Equal([2, 1, 0], model.Recommend(new(0, History.Empty, 0, Repeats.Allowed), 3).Select(entry => entry.Item));
        Assert.Equal([2, 1, 0], model.Recommend(Shopper.Stranger(History.Empty, 0), 3).Select(entry => entry.Item));
    }

    [Fact]
    public void Items_are_alike_by_the_cosine_of_their_vectors_and_one_without_a_vector_is_like_none()
    {
        var model = Small([[1, 1]], [[2, 0], [1, 1], [-3, 0], [0, 0]]);

        var similar = model.Similar(0, 4);

        Assert.Equal([1, 2], similar.Select(entry => entry.Item));
        Assert.Equal(Math.Sqrt(0.5), similar[0].Score, 1e-6);
        Assert.Equal(-1, similar[1].Score, 1e-6);
    }

    [Fact]
    public void The_shares_of_purchases_add_up_to_the_score_and_come_strongest_first()
    {
        var shop = Shops.Tasteful(100, 40, 4, seed: 31);
        var model = (FactorModel)new ImplicitAlsTrainer(new() { Factors = 6, Weight = WeightBase.Quantity }).Train(shop, TrainerContract.Context);
        var complete = 0;
        for (var customer = 0; customer < 100; customer++)
        {
            var shopper = Shopper.Stranger(shop.Baskets.Of(customer), shop.Now);
            var item = model.Recommend(shopper, 1)[0];

            var reasons = model.Explain(shopper, item.Item, 1000);

            Assert.Equal(reasons.OrderByDescending(reason => reason.Weight), reasons);
            Assert.All(reasons, reason => Assert.Contains(reason.Item, shopper.History.Items.ToArray()));
            Assert.Equal(reasons.Take(2), model.Explain(shopper, item.Item, 2));
            if (reasons.Count < shopper.History.Items.ToArray().Distinct().Count()) continue;   // some speak against it and are no reasons

            complete++;
            Assert.Equal(item.Score, reasons.Sum(reason => reason.Weight), 1e-4f);
        }
        Assert.InRange(complete, 10, 100);
    }

    [Fact]
    public void A_stranger_s_lines_without_quantities_are_counted()
    {
        var shop = Shops.Tasteful(100, 40, 4, seed: 32);
        var model = new ImplicitAlsTrainer(new() { Factors = 6, Weight = WeightBase.Quantity }).Train(shop, TrainerContract.Context);
        var plain = BasketsBuilder.From(1, 40, [new(0, 3), new(0, 7)]);

        var scores = TrainerContract.Scores(model, Shopper.Stranger(plain.Of(0), shop.Now));

        Assert.True(Finite.All(scores));
        Assert.True(scores.Distinct().Count() > 30);
    }

    [Fact]
    public void Nothing_explains_a_recommendation_to_somebody_without_a_history()
    {
        var model = Small([[1, 2]], [[3, 1], [1, 1]]);

        Assert.Empty(model.Explain(Shopper.Stranger(History.Empty, 0), 1, 5));
    }

    static FactorModel Small(float[][] customers, float[][] items)
    {
        var vectors = Table(items);
        var loss = new ImplicitLoss(0.01, 0.3, 1, Weighting.Plain);
        return new(new(Table(customers), vectors, Enumerable.Range(0, items.Length).Select(item => (float)item).ToArray()), new LeastSquaresFoldIn(loss, HeldSide.Of(vectors, 0.3)));
    }

    static Matrix Table(float[][] rows) => new(rows.SelectMany(row => row).ToArray(), rows.Length, rows[0].Length);
}
