using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Autoencoders;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Autoencoder;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Autoencoder;

public sealed class AutoencoderTrainerTests
{
    static readonly AutoencoderOptions Small = new() { Kind = AutoencoderKind.Denoising, Hidden = 16, Batch = 64, LearningRate = 0.02, HalfLife = 0, InputHalfLife = 0 };

    [Fact]
    public void Early_stopping_gives_the_model_of_the_best_epoch()
    {
        var shop = Shops.Tasteful(600, 60, 5, seed: 12);
        var reports = new List<EpochReport>();
        var options = Small with { Epochs = 200, Patience = 4 };

        var stopped = Train(options, shop, reports);

        Assert.InRange(reports.Count, options.Patience + 1, 199);
        var best = Train(options with { Epochs = reports.Count - options.Patience, Patience = 200 }, shop);
        Assert.Equal(Weights(best), Weights(stopped));
    }

    [Fact]
    public void The_loss_falls_and_every_epoch_is_reported()
    {
        var reports = new List<EpochReport>();

        Train(Small with { Epochs = 12, Validation = 0 }, Shops.Tasteful(150, 60, 5, seed: 3), reports);

        Assert.Equal(Enumerable.Range(1, 12), reports.Select(report => report.Epoch));
        Assert.All(reports, report => Assert.Equal(150, report.Examples));
        Assert.True(reports[^1].Loss < 0.95 * reports[0].Loss);
    }

    [Fact]
    public void A_warm_start_goes_on_where_the_former_model_ended()
    {
        var shop = Shops.Tasteful(150, 60, 5, seed: 3);
        var (cold, warm) = (new List<EpochReport>(), new List<EpochReport>());
        var former = Train(Small with { Epochs = 15, Validation = 0 }, shop, cold);

        new AutoencoderTrainer(Small with { Epochs = 1, Validation = 0 }).Train(shop, TrainerContract.Context with
        {
            Progress = new Reports(warm), WarmStart = new(former, [.. Enumerable.Range(0, 150)], [.. Enumerable.Range(0, 60)]),
        });

        Assert.True(warm[0].Loss < (cold[0].Loss + cold[^1].Loss) / 2);
    }

    [Fact]
    public void A_warm_start_carries_items_to_their_new_places()
    {
        var former = InitialNetwork.Draw(Small, [1, 2, 3], seed: 1);
        var network = InitialNetwork.Draw(Small, [1, 2, 3, 4], seed: 2);
        var fresh = network.Layers[0].Weights.Row(1).ToArray();

        InitialNetwork.TakeOver(network, new(new AutoencoderModel(former, halfLife: 0, new float[3]), [], [2, -1, 0, 1]));

        Assert.Equal(former.Layers[0].Weights.Row(2).ToArray(), network.Layers[0].Weights.Row(0).ToArray());
        Assert.Equal(fresh, network.Layers[0].Weights.Row(1).ToArray());
        Assert.Equal(former.Layers[1].Weights[5, 1], network.Layers[1].Weights[5, 3]);
        Assert.Equal(former.Layers[1].Bias[0, 0], network.Layers[1].Bias[0, 2]);
    }

    [Fact]
    public void A_former_model_of_another_shape_is_left_aside()
    {
        var shop = Shops.Tasteful(60, 30, 3, seed: 9);
        var former = Train(Small with { Hidden = 8, Epochs = 2 }, shop);
        var options = Small with { Epochs = 2 };

        var warm = new AutoencoderTrainer(options).Train(shop, TrainerContract.Context with { WarmStart = new(former, [.. Enumerable.Range(0, 60)], [.. Enumerable.Range(0, 30)]) });

        Assert.Equal(Weights(Train(options, shop)), Weights(warm));
    }

    [Theory]
    [InlineData(AutoencoderKind.Denoising)]
    [InlineData(AutoencoderKind.Variational)]
    public void Customers_without_purchases_and_a_code_longer_than_the_items_do_no_harm(AutoencoderKind kind)
    {
        var shop = Shops.Of(9, 4, [new(1, 0, Shops.Noon), new(1, 3, Shops.Noon), new(4, 3, Shops.Noon)]);

        var model = Train(Small with { Kind = kind, Hidden = 64, Outer = 32 }, shop);

        for (var customer = 0; customer < 9; customer++) Assert.All(TrainerContract.Scores(model, TrainerContract.Known(shop, customer)), score => Assert.True(float.IsFinite(score)));
        Assert.Equal(3, model.Recommend(TrainerContract.Known(shop, 0), 1)[0].Item);
    }

    [Fact]
    public void A_shop_without_purchases_gives_finite_scores()
    {
        var shop = Shops.Of(3, 4, []);

        Assert.All(TrainerContract.Scores(Train(Small, shop), TrainerContract.Known(shop, 0)), score => Assert.True(float.IsFinite(score)));
    }

    [Fact]
    public void Huge_quantities_give_finite_scores()
    {
        var shop = Shops.Of(3, 4, [new(0, 0, Shops.Noon, Quantity: 3e38f), new(0, 0, Shops.Noon, Order: 1, Quantity: 1e37f), new(1, 1, Shops.Noon, Quantity: 1), new(2, 2, Shops.Noon, Quantity: 0)]);

        var model = Train(Small with { Weight = WeightBase.Quantity }, shop);

        for (var customer = 0; customer < 3; customer++) Assert.All(TrainerContract.Scores(model, TrainerContract.Known(shop, customer)), score => Assert.True(float.IsFinite(score)));
    }

    [Fact]
    public void A_loss_that_is_not_finite_ends_training_with_the_cure()
    {
        var shop = Shops.Tasteful(60, 30, 3, seed: 9);
        var network = InitialNetwork.Draw(Small, new float[30], seed: 1);
        network.Layers[^1].Weights.Data.Span.Fill(float.MaxValue);
        network.Layers[0].Bias.Data.Span.Fill(1);
        var former = new WarmStart(new AutoencoderModel(network, halfLife: 0, new float[30]), [], [.. Enumerable.Range(0, 30)]);

        var error = Assert.Throws<UserErrorException>(() => new AutoencoderTrainer(Small).Train(shop, TrainerContract.Context with { WarmStart = former }));

        Assert.Contains("Lower the learning rate", error.Message, StringComparison.Ordinal);
    }

    internal static IModel Train(AutoencoderOptions options, Dataset shop, List<EpochReport>? reports = null) =>
        new AutoencoderTrainer(options).Train(shop, TrainerContract.Context with { Progress = reports is null ? null : new Reports(reports) });

    static float[] Weights(IModel model) => [.. ((AutoencoderModel)model).Network.Layers.SelectMany(layer => layer.Weights.Data.ToArray().Concat(layer.Bias.Data.ToArray()))];

    sealed class Reports(List<EpochReport> reports) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => reports.Add(value);
    }
}
