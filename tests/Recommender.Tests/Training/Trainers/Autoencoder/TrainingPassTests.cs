using Recommender.Core.Datasets;
using Recommender.Core.Models.Autoencoders;
using Recommender.Training.Trainers.Autoencoder;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Autoencoder;

public sealed class TrainingPassTests
{
    const int Items = 11;
    const double DivergenceWeight = 0.7;

    [Theory]
    [InlineData(AutoencoderKind.Denoising, 0)]
    [InlineData(AutoencoderKind.Denoising, 6)]
    [InlineData(AutoencoderKind.Variational, 0)]
    [InlineData(AutoencoderKind.Variational, 6)]
    public void Loss_and_gradients_of_every_layer_are_those_of_the_definition(AutoencoderKind kind, int outer)
    {
        var (network, batch) = Given(kind, outer);
        var pass = new TrainingPass(network, batch.Rows + 3, new() { Threads = 1 });

        var loss = pass.Run(batch, DivergenceWeight);

        var layers = LossDefinition.Copy(network.Layers);
        Assert.Equal(LossDefinition.Loss(network, layers, batch, DivergenceWeight), loss, 1e-4);
        for (var layer = 0; layer < layers.Length; layer++)
        {
            for (var output = 0; output < layers[layer].Bias.Length; output++)
            {
                Assert.Equal(Slope(network, layers, batch, ref layers[layer].Bias[output]), pass.Gradients[layer].Bias[0, output], 2e-5);
                for (var input = 0; input < network.Layers[layer].Inputs; input++)
                    Assert.Equal(Slope(network, layers, batch, ref layers[layer].Weights[input, output]), pass.Gradients[layer].Weights[input, output], 2e-5);
            }
        }
    }

    [Fact]
    public void A_second_batch_leaves_nothing_of_the_first()
    {
        var (network, batch) = Given(AutoencoderKind.Variational, outer: 6);
        var (again, fresh) = (new TrainingPass(network, batch.Rows, new()), new TrainingPass(network, batch.Rows, new()));
        var other = new BatchReader(Histories(), dropout: 0.2, noise: 4, seed: 5).Read([1, 2], epoch: 3);

        again.Run(batch, DivergenceWeight);
        again.Run(other, DivergenceWeight);
        fresh.Run(other, DivergenceWeight);

        for (var layer = 0; layer < 4; layer++) Assert.Equal(fresh.Gradients[layer].Weights.Data.ToArray(), again.Gradients[layer].Weights.Data.ToArray());
    }

    [Fact]
    public void The_answer_of_a_pass_is_the_score_of_the_model()
    {
        var (network, _) = Given(AutoencoderKind.Variational, outer: 6);
        var shop = Shops.Tasteful(5, Items, 2, seed: 4);
        var plain = shop.CustomerItems(Weighting.Plain);
        var whole = new BatchReader(new(plain, plain), dropout: 0, noise: 0, seed: 1).ReadWhole([2]);

        var answer = new TrainingPass(network, 1, new()).Answer(whole).Row(0).ToArray();

        var scores = TrainerContract.Scores(new AutoencoderModel(network, halfLife: 0, new float[Items]), TrainerContract.Known(shop, 2));
        for (var item = 0; item < Items; item++) Assert.Equal(scores[item], answer[item], 1e-5);
    }

    static double Slope(AutoencoderNetwork shape, (double[,] Weights, double[] Bias)[] layers, Batch batch, ref double number)
    {
        const double Step = 1e-5;
        var kept = number;
        number = kept + Step;
        var above = LossDefinition.Loss(shape, layers, batch, DivergenceWeight);
        number = kept - Step;
        var below = LossDefinition.Loss(shape, layers, batch, DivergenceWeight);
        number = kept;
        return (above - below) / (2 * Step);
    }

    static (AutoencoderNetwork Network, Batch Batch) Given(AutoencoderKind kind, int outer)
    {
        var network = InitialNetwork.Draw(new() { Kind = kind, Hidden = 4, Outer = outer }, [5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5], seed: 3);
        var noise = kind == AutoencoderKind.Variational ? 4 : 0;
        return (network, new BatchReader(Histories(), dropout: 0.3, noise, seed: 9).Read([0, 1, 2, 3, 4], epoch: 1));
    }

    static TrainingHistories Histories()
    {
        var shop = Shops.Tasteful(5, Items, 2, seed: 4);
        return new(shop.CustomerItems(new(HalfLife: 20)), shop.CustomerItems(new(WeightBase.Count, HalfLife: 5)));
    }
}
