using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Ratings;
using Recommender.Core.Numerics;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.MatrixFactorization;
using Xunit;

namespace Recommender.Tests.Training.Trainers.MatrixFactorization;

public sealed class MatrixFactorizationTrainerTests : TrainerContract
{
    // A history says what was bought, not how it or what else was rated: a stranger's scores follow the implicit part alone. With ratings
    // the fold-in is exact: a test of its own.
    protected override double FoldInLikeness => 0.35;

    internal override ITrainer Create() => new MatrixFactorizationTrainer(new() { Factors = 8, Regularization = 0.5, ImplicitRegularization = 2 });

    internal override Dataset Furnished(Dataset shop) => RatedShops.ByPurchase(shop);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Planted_tastes_are_recovered_from_a_third_of_the_ratings(bool hasImplicit)
    {
        var ratings = RatedShops.Planted(200, 100, rank: 3, share: 0.4);
        var (training, test) = (ratings.Where((_, at) => at % 5 != 0), ratings.Where((_, at) => at % 5 == 0).ToArray());

        var model = Train(new() { Factors = 3, Regularization = 0.1, Implicit = hasImplicit }, RatedShops.Of(200, 100, training));

        Assert.InRange(Rmse(model, test), 0.1, 0.2);
    }

    [Fact]
    public void Gradient_descent_alone_recovers_planted_tastes_too()
    {
        var ratings = RatedShops.Planted(200, 100, rank: 3, share: 0.4);
        var (training, test) = (ratings.Where((_, at) => at % 5 != 0), ratings.Where((_, at) => at % 5 == 0).ToArray());

        var model = Train(new() { Factors = 3, Regularization = 0.1, Epochs = 60, Decay = 0.98, Sweeps = 0, Implicit = false }, RatedShops.Of(200, 100, training));

        Assert.InRange(Rmse(model, test), 0.1, 0.3);
    }

    [Fact]
    public void Somebody_whose_ratings_are_known_folds_into_the_vector_of_the_training()
    {
        var shop = Furnished(Shops.Tasteful(60, 40, 4, seed: 12));
        var model = (RatingModel)Create().Train(shop, Context);
        var vector = new float[8];

        for (var customer = 0; customer < 60; customer++)
        {
            var bias = model.Fold(shop.Ratings!.RowIndices(customer), shop.Ratings.RowValues(customer), vector);

            Assert.Equal(model.Tables.CustomerBiases.Span[customer], bias, 1e-4f);
            for (var k = 0; k < 8; k++) Assert.Equal(model.Tables.Customers.Row(customer)[k], vector[k], 1e-4f);
        }
    }

    [Fact]
    public void A_customer_or_item_never_seen_gets_what_is_known_of_the_other()
    {
        var model = Train(new() { Factors = 2 }, RatedShops.Of(2, 2, [(0, 0, 5), (0, 1, 4), (1, 0, 2), (1, 1, 1)]));

        Assert.Equal(3, model.Predict(-1, -1), 1e-4f);
        Assert.True(model.Predict(0, -1) > 3 && model.Predict(1, -1) < 3);
        Assert.True(model.Predict(-1, 0) > 3 && model.Predict(-1, 1) < 3);
    }

    [Fact]
    public void Predictions_keep_to_the_range_of_the_ratings()
    {
        var ratings = RatedShops.Planted(60, 40, rank: 2, share: 0.3).Select(cell => cell with { Rating = Math.Clamp(MathF.Round(cell.Rating), 1, 5) });

        var model = Train(new() { Factors = 10, Regularization = 0.01 }, RatedShops.Of(60, 40, ratings));

        var predicted = Enumerable.Range(0, 60 * 40).Select(pair => model.Predict(pair / 40, pair % 40)).ToArray();
        Assert.Equal((1f, 5f), (predicted.Min(), predicted.Max()));
    }

    [Fact]
    public void Ratings_that_are_all_equal_are_expected_of_everybody()
    {
        var model = Train(new(), RatedShops.Of(3, 3, [(0, 0, 4), (1, 1, 4), (2, 0, 4)]));

        Assert.Equal(4, model.Predict(2, 2));
        Assert.Equal(4, model.Predict(-1, 1));
    }

    [Fact]
    public void Without_ratings_the_error_says_how_to_get_them()
    {
        var error = Assert.Throws<UserErrorException>(() => new MatrixFactorizationTrainer(new()).Train(Shops.Checkerboard(4), Context));

        Assert.Contains("Import a column of ratings", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rating_that_is_no_number_is_refused_before_training() =>
        Assert.Throws<UserErrorException>(() => new MatrixFactorizationTrainer(new()).Train(RatedShops.Of(1, 2, [(0, 0, float.NaN), (0, 1, 2)]), Context));

    [Fact]
    public void Held_out_ratings_stop_the_sweeps_that_no_longer_help()
    {
        var reports = new List<EpochReport>();
        var shop = RatedShops.Of(60, 40, RatedShops.Planted(60, 40, rank: 2, share: 0.3));

        new MatrixFactorizationTrainer(new() { Factors = 2, Epochs = 3, Sweeps = 50, Validation = 0.2, Tolerance = 0.01 })
            .Train(shop, Context with { Progress = new Collected(reports) });

        Assert.InRange(reports.Count, 3 + 2, 3 + 20);
        Assert.All(reports, report => Assert.True(double.IsFinite(report.Loss)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Where_the_last_sweep_made_it_worse_the_best_state_is_kept(int epochs)
    {
        var noise = new RandomStream(29);
        var shop = RatedShops.Of(60, 40, RatedShops.Planted(60, 40, rank: 1, share: 0.3).Select(cell => cell with { Rating = cell.Rating + (float)(2 * noise.Normal()) }));
        var options = new MatrixFactorizationOptions { Factors = 8, Epochs = epochs, Sweeps = 50, Validation = 0.2, Regularization = 0.05, Tolerance = 0 };
        var reports = new List<EpochReport>();

        var model = (RatingModel)new MatrixFactorizationTrainer(options).Train(shop, Context with { Progress = new Collected(reports) });

        // The same training without stopping, on what was not held out, sweep by sweep.
        var held = HeldOutRatings.Of(shop.Ratings!, options.Validation, Context.Seed);
        var training = new Dataset { Name = "test", Hash = "test", Customers = shop.Customers, Items = shop.Items, Baskets = shop.Baskets, Now = shop.Now, HasTimes = true, Ratings = held.Training };
        var errors = Enumerable.Range(0, reports.Count - options.Epochs + 1).Select(sweeps => held.Rmse(Train(options with { Validation = 0, Sweeps = sweeps }, training))).ToArray();
        Assert.InRange(errors.Length, 2, options.Sweeps);   // it stopped by itself
        Assert.True(errors[^1] > errors.Min());
        Assert.Equal(errors.Min(), held.Rmse(model));
    }

    [Fact]
    public void A_warm_start_goes_on_from_the_former_version_though_customers_and_items_have_moved()
    {
        var ratings = RatedShops.Planted(80, 50, rank: 3, share: 0.5);
        var options = new MatrixFactorizationOptions { Factors = 3, Regularization = 0.1 };
        var former = Train(options, RatedShops.Of(80, 50, ratings));
        var moved = RatedShops.Of(80, 50, ratings.Select(cell => (79 - cell.Customer, 49 - cell.Item, cell.Rating)));
        var start = new WarmStart(former, [.. Enumerable.Range(0, 80).Reverse()], [.. Enumerable.Range(0, 50).Reverse()]);

        var later = (RatingModel)new MatrixFactorizationTrainer(options with { Epochs = 0, Sweeps = 0 }).Train(moved, Context with { WarmStart = start });

        for (var customer = 0; customer < 80; customer++) Assert.Equal(former.Predict(customer, 7), later.Predict(79 - customer, 42), 0.05f);
    }

    static RatingModel Train(MatrixFactorizationOptions options, Dataset shop) => (RatingModel)new MatrixFactorizationTrainer(options).Train(shop, Context);

    static double Rmse(RatingModel model, (int Customer, int Item, float Rating)[] test) =>
        Math.Sqrt(test.Average(cell => Math.Pow(cell.Rating - model.Predict(cell.Customer, cell.Item), 2)));

    sealed class Collected(List<EpochReport> reports) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => reports.Add(value);
    }
}
