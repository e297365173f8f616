using Recommender.Core.Datasets;
using Recommender.Core.Models.Ratings;
using Recommender.Core.Numerics;
using Recommender.Training.Trainers.MatrixFactorization;
using Xunit;

namespace Recommender.Tests.Training.Trainers.MatrixFactorization;

/// <summary>The steps of the training held against finite differences of the loss.</summary>
public sealed class RatingGradientTests
{
    [Fact]
    public void A_small_epoch_of_descent_follows_the_slope_of_the_loss()
    {
        const float Rate = 1f / 4096;
        var ratings = Ratings(7, 5);
        var scale = RatingScale.Of(ratings.Values.Span);
        var loss = new RatingLoss(Lambda: 0.7f, Bias: 0.4f, Implicit: 3);
        var (tables, before) = (Tables(7, 5), Tables(7, 5));

        new BlockDescent(new(ratings, scale, seed: 1), tables, loss, (Counts.OfRows(ratings), Counts.OfColumns(ratings))).Epoch(Rate, TrainerContract.Context.Parallelism);

        var definition = new RatingLossDefinition(ratings, scale, loss);
        foreach (var ((name, after), (_, start)) in Parts(tables).Zip(Parts(before)).SkipLast(1))
        {
            for (var at = 0; at < after.Length; at++)
            {
                var moved = (after.Span[at] - start.Span[at]) / Rate;
                var slope = -definition.Slope(before, start, at) / 2;
                Assert.True(Math.Abs(moved - slope) < 0.01 * (1 + Math.Abs(slope)), $"{name} {at}: moved {moved}, slope {slope}");
            }
        }
    }

    [Fact]
    public void After_the_last_step_every_customer_stands_at_the_minimum_for_the_items() => AssertFlat(sweeps: 2, "customers", "customer biases");

    [Fact]
    public void After_many_sweeps_everything_stands_at_the_minimum_the_implicit_part_too() =>
        AssertFlat(sweeps: 400, "customers", "items", "implicit", "customer biases", "item biases");

    static void AssertFlat(int sweeps, params string[] names)
    {
        var ratings = Ratings(12, 8);
        var options = new MatrixFactorizationOptions { Factors = 3, Regularization = 0.3, BiasRegularization = 0.4, ImplicitRegularization = 2, Sweeps = sweeps };

        var model = (RatingModel)new MatrixFactorizationTrainer(options).Train(RatedShops.Of(12, 8, Cells(ratings)), TrainerContract.Context);

        var definition = new RatingLossDefinition(ratings, model.Scale, new(0.3f, 0.4f, 2));
        Assert.Contains(model.Tables.Customers.Data.ToArray(), number => Math.Abs(number) > 0.1);
        foreach (var (name, numbers) in Parts(model.Tables).Where(part => names.Contains(part.Name)))
        {
            for (var at = 0; at < numbers.Length; at++)
                Assert.True(Math.Abs(definition.Slope(model.Tables, numbers, at)) < 2e-3, $"{name} {at}: slope {definition.Slope(model.Tables, numbers, at)}");
        }
    }

    static (string Name, Memory<float> Numbers)[] Parts(RatingTables tables) =>
    [
        ("customers", tables.Customers.Data), ("items", tables.Items.Data), ("customer biases", tables.CustomerBiases),
        ("item biases", tables.ItemBiases), ("implicit", tables.Implicit.Data),
    ];

    static CsrMatrix Ratings(int customers, int items)
    {
        var random = new RandomStream(5);
        return CsrMatrix.From(customers, items,
            from customer in Enumerable.Range(0, customers).ToArray()
            from item in Enumerable.Range(0, items).ToArray()
            let rating = 1 + random.Below(5)
            where random.NextDouble() < 0.7
            select (customer, item, (float)rating));
    }

    static IEnumerable<(int, int, float)> Cells(CsrMatrix ratings) => Enumerable.Range(0, ratings.Rows).SelectMany(row =>
        ratings.RowIndices(row).ToArray().Zip(ratings.RowValues(row).ToArray(), (item, rating) => (row, item, rating)));

    static RatingTables Tables(int customers, int items)
    {
        var random = new RandomStream(6);
        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(0.5 * random.Normal()))];
        return new(new(Draw(customers * 4), customers, 4), new(Draw(items * 4), items, 4), Matrix.Zero(0, 4))
        {
            CustomerBiases = Draw(customers),
            ItemBiases = Draw(items),
            Popularity = new float[items],
        };
    }
}
