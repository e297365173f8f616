using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Autoencoders;
using Recommender.Tests.Training.Trainers;
using Recommender.Training.Trainers.Autoencoder;
using Xunit;

namespace Recommender.Tests.Core.Models.Autoencoders;

public sealed class AutoencoderModelTests
{
    const int Items = 6;

    [Theory]
    [InlineData(AutoencoderKind.Denoising, 0, 0)]
    [InlineData(AutoencoderKind.Denoising, 5, 10)]
    [InlineData(AutoencoderKind.Variational, 5, 10)]
    public void A_reason_weighs_what_the_score_loses_without_the_purchase(AutoencoderKind kind, int outer, int halfLife)
    {
        var model = Model(kind, outer, halfLife);
        var bought = new[] { 0, 2, 3, 5 };

        var reasons = model.Explain(Stranger(bought), 1, Items);

        var score = Scores(model, bought)[1];
        var expected = bought.Select(item => new Reason(item, score - Scores(model, [.. bought.Where(other => other != item)])[1])).Where(reason => reason.Weight > 0).OrderByDescending(reason => reason.Weight).ToArray();
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(reason => reason.Item), reasons.Select(reason => reason.Item));
        for (var place = 0; place < expected.Length; place++) Assert.Equal(expected[place].Weight, reasons[place].Weight, 1e-5);
    }

    [Fact]
    public void An_empty_history_is_answered_by_what_is_popular_and_explained_by_nothing()
    {
        var model = Model(AutoencoderKind.Variational, outer: 0, halfLife: 10);

        Assert.Equal([1f, 2f, 3f, 4f, 5f, 6f], Scores(model, []));
        Assert.Empty(model.Explain(Shopper.Stranger(History.Empty, Shops.Noon), 1, 3));
    }

    [Fact]
    public void Similar_items_are_those_whose_logits_move_together()
    {
        var model = Model(AutoencoderKind.Denoising, outer: 0, halfLife: 0);
        var output = model.Network.Layers[^1].Weights;
        for (var unit = 0; unit < output.Rows; unit++) output.Data.Span[unit * Items + 4] = 3 * output[unit, 1];

        var near = model.Similar(1, 1)[0];

        Assert.Equal(4, near.Item);
        Assert.Equal(1, near.Score, 1e-5);
    }

    [Fact]
    public void Layers_that_do_not_fit_each_other_are_refused() => Assert.Throws<ArgumentException>(() =>
        new AutoencoderNetwork(AutoencoderKind.Variational, [DenseLayer.Zero(6, 4), DenseLayer.Zero(4, 6)]));

    static AutoencoderModel Model(AutoencoderKind kind, int outer, int halfLife) =>
        new(InitialNetwork.Draw(new() { Kind = kind, Hidden = 4, Outer = outer }, new float[Items], seed: 5), halfLife, new float[] { 1, 2, 3, 4, 5, 6 });

    static float[] Scores(AutoencoderModel model, int[] bought) => TrainerContract.Scores(model, Stranger(bought));

    static Shopper Stranger(int[] bought)
    {
        var baskets = BasketsBuilder.From(1, Items, bought.Select(item => new Purchase(0, item, Shops.Noon - item * ShopBaskets.MinutesPerDay, Order: item)));
        return Shopper.Stranger(baskets.Of(0), Shops.Noon);
    }
}
