using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Numerics;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.ImplicitAls;
using Xunit;

namespace Recommender.Tests.Training.Trainers.ImplicitAls;

public sealed class ImplicitAlsTrainerTests : TrainerContract
{
    // Two tastes: with more factors than that the withheld cells could be fitted as zeros.
    internal override ITrainer Create() => new ImplicitAlsTrainer(new() { Factors = 2 });

    static FactorModel Train(Dataset shop, ImplicitAlsOptions options, TrainingContext? context = null) =>
        (FactorModel)new ImplicitAlsTrainer(options).Train(shop, context ?? Context);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_solvers_reach_a_gradient_of_zero_against_the_scalar_definition(bool inBlocks)
    {
        var shop = Shops.Tasteful(150, 60, 5, seed: 12);
        var options = new ImplicitAlsOptions { Factors = 6, Epochs = 60, Solver = inBlocks ? AlsSolver.Blocks : AlsSolver.Cholesky, Block = 4, Weight = WeightBase.Count, Power = 0.7, HalfLife = 30, Exponent = 0.8 };

        var model = Train(shop, options);

        var oracle = new ScalarLoss(shop, options);
        Assert.InRange(oracle.LargestGradient(model.Tables.Customers, model.Tables.Items, shop.CustomerItems(options.Weighting)), 0, 2e-3);
        Assert.InRange(oracle.LargestGradient(model.Tables.Items, model.Tables.Customers, shop.ItemCustomers(options.Weighting)), 0, 0.05);
    }

    [Fact]
    public void The_side_solved_last_fulfils_its_normal_equations_after_a_single_epoch()
    {
        var shop = Shops.Tasteful(150, 60, 5, seed: 13);
        var options = new ImplicitAlsOptions { Factors = 8, Epochs = 1, Weight = WeightBase.Quantity };

        var model = Train(shop, options);

        Assert.InRange(new ScalarLoss(shop, options).LargestGradient(model.Tables.Customers, model.Tables.Items, shop.CustomerItems(options.Weighting)), 0, 1e-3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_reported_loss_is_the_defined_one_and_never_rises(bool inBlocks)
    {
        var shop = Shops.Tasteful(150, 60, 5, seed: 14);
        var options = new ImplicitAlsOptions { Factors = 10, Epochs = 20, Solver = inBlocks ? AlsSolver.Blocks : AlsSolver.Cholesky, Block = 3, Weight = WeightBase.Count, HalfLife = 20 };
        var losses = new Losses();

        var model = Train(shop, options, Context with { Progress = losses });

        Assert.Equal(20, losses.Count);
        for (var epoch = 1; epoch < 20; epoch++) Assert.InRange(losses[epoch], 0, losses[epoch - 1] * (1 + 1e-6));
        Assert.True(losses[19] < 0.98 * losses[0]);
        Assert.Equal(new ScalarLoss(shop, options).Of(model.Tables), losses[19], losses[19] * 1e-5);
    }

    [Fact]
    public void Blocks_converge_to_the_loss_of_the_exact_solver()
    {
        var shop = Shops.Tasteful(200, 80, 5, seed: 15);
        var (exact, blocks) = (new Losses(), new Losses());
        var options = new ImplicitAlsOptions { Factors = 12, Epochs = 40 };

        Train(shop, options, Context with { Progress = exact });
        Train(shop, options with { Solver = AlsSolver.Blocks, Block = 5 }, Context with { Progress = blocks });

        Assert.InRange(blocks[^1] / exact[^1], 0.99, 1.01);
    }

    [Fact]
    public void Weights_and_the_unobserved_share_give_the_vectors_of_a_double_precision_oracle()
    {
        var shop = Shops.Tasteful(40, 25, 4, seed: 16);
        var options = new ImplicitAlsOptions { Factors = 5, Epochs = 3, Weight = WeightBase.Spend, Power = 0.5, Unobserved = 0.05, Regularization = 0.02, Exponent = 0.9 };

        var model = Train(shop, options);

        var (customers, items) = new ScalarLoss(shop, options).Train(Context.Seed);
        AssertNear(customers, model.Tables.Customers);
        AssertNear(items, model.Tables.Items);
    }

    [Theory]
    [InlineData(WeightBase.Binary)]
    [InlineData(WeightBase.Quantity)]
    public void The_history_of_a_training_customer_folds_into_the_customer_s_own_vector(WeightBase weight)
    {
        var shop = Shops.Tasteful(150, 60, 5, seed: 17);
        var model = Train(shop, new() { Factors = 6, Epochs = 2, Weight = weight });
        var vector = new float[6];

        for (var customer = 0; customer < 150; customer++)
        {
            model.Locate(Shopper.Stranger(shop.Baskets.Of(customer), shop.Now), vector);

            for (var factor = 0; factor < 6; factor++) Assert.Equal(model.Tables.Customers[customer, factor], vector[factor], 1e-3f);
        }
    }

    [Fact]
    public void Training_may_begin_where_a_former_model_ended()
    {
        var shop = Shops.Tasteful(150, 60, 5, seed: 18);
        var options = new ImplicitAlsOptions { Factors = 8, Epochs = 30 };
        var (cold, warm) = (new Losses(), new Losses());
        var former = Train(shop, options, Context with { Progress = cold });
        var places = (Customers: Enumerable.Range(0, 150).ToArray(), Items: Enumerable.Range(0, 60).ToArray());

        Train(shop, options with { Epochs = 1 }, Context with { Progress = warm, WarmStart = new(former, places.Customers, places.Items) });

        Assert.InRange(warm[0], 0, cold[^1] * (1 + 1e-6));
    }

    [Fact]
    public void A_former_model_lends_its_vectors_to_rows_that_moved_and_new_ones_begin_anew()
    {
        var shop = Shops.Tasteful(50, 20, 4, seed: 19);
        var former = Train(shop, new() { Factors = 4, Epochs = 10 });
        var items = Enumerable.Range(0, 20).Select(item => item == 0 ? -1 : 20 - item).ToArray();
        var context = Context with { WarmStart = new(former, Enumerable.Repeat(-1, 50).ToArray(), items) };

        var tables = new StartingVectors(new() { Factors = 4 }, context).Of(shop.ItemCustomers(Weighting.Plain));

        Assert.Equal(former.Tables.Items.Row(17).ToArray(), tables.Items.Row(3).ToArray());
        Assert.True(tables.Items.Row(0).ContainsAnyExcept(0f));
        Assert.False(tables.Customers.Row(0).ContainsAnyExcept(0f));
    }

    [Fact]
    public void A_tolerance_ends_the_training_once_the_loss_hardly_falls()
    {
        var losses = new Losses();

        Train(Shops.Tasteful(150, 60, 5, seed: 20), new() { Factors = 4, Epochs = 200, Tolerance = 1e-3 }, Context with { Progress = losses });

        Assert.InRange(losses.Count, 3, 100);
        Assert.InRange((losses[^2] - losses[^1]) / losses[^1], 0, 1e-3);
        Assert.True((losses[^3] - losses[^2]) / losses[^2] >= 1e-3);
    }

    [Fact]
    public void Nothing_unobserved_and_no_regularization_is_refused_before_training()
    {
        var error = Assert.Throws<UserErrorException>(() => Train(Shops.Checkerboard(6), new() { Unobserved = 0, Regularization = 0 }));

        Assert.Contains("regularization=0.01", error.Message);
    }

    [Fact]
    public void Weights_that_drown_all_others_are_refused_before_training()
    {
        var shop = Shops.Of(2, 2, [new(0, 0, Quantity: 1), new(1, 1, Quantity: 1e30f)]);

        var error = Assert.Throws<UserErrorException>(() => Train(shop, new() { Weight = WeightBase.Quantity }));

        Assert.Contains("1E+30", error.Message);
    }

    [Fact]
    public void An_empty_data_set_is_refused() =>
        Assert.Throws<UserErrorException>(() => Train(Shops.Of(3, 3, []), new()));

    [Theory]
    [InlineData(false, 0.3, 0)]
    [InlineData(true, 0.3, 0)]
    [InlineData(false, 0, 0.01)]
    [InlineData(true, 0, 0.01)]
    public void More_factors_than_items_and_no_regularization_still_give_a_finite_model(bool inBlocks, double unobserved, double regularization)
    {
        var shop = Shops.Tasteful(30, 10, 2, seed: 21);

        var model = Train(shop, new() { Factors = 32, Block = 16, Solver = inBlocks ? AlsSolver.Blocks : AlsSolver.Cholesky, Unobserved = unobserved, Regularization = regularization });

        Assert.True(Finite.All(model.Tables.Customers.Data.Span));
        Assert.True(Finite.All(model.Tables.Items.Data.Span));
    }

    [Fact]
    public void A_customer_with_every_item_and_weights_of_a_million_give_a_finite_model()
    {
        var shop = Shops.Of(3, 20, from customer in Enumerable.Range(0, 3) from item in Enumerable.Range(0, 20) where customer == 0 || item % 3 == customer select new Purchase(customer, item, Shops.Noon, Quantity: item == 4 ? 1e6f : 1));

        var model = Train(shop, new() { Factors = 8, Weight = WeightBase.Quantity });

        Assert.True(Finite.All(model.Tables.Customers.Data.Span));
        Assert.True(Finite.All(model.Tables.Items.Data.Span));
    }

    static void AssertNear(double[][] expected, Matrix actual)
    {
        for (var row = 0; row < actual.Rows; row++)
        {
            for (var factor = 0; factor < actual.Columns; factor++) Assert.Equal(expected[row][factor], actual[row, factor], 1e-3);
        }
    }

    sealed class Losses : List<double>, IProgress<EpochReport>
    {
        public void Report(EpochReport value) => Add(value.Loss);
    }
}
