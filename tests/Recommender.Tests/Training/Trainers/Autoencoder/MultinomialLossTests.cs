using Recommender.Training.Trainers.Autoencoder;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Autoencoder;

public sealed class MultinomialLossTests
{
    [Fact]
    public void Huge_logits_neither_overflow_nor_lose_the_loss()
    {
        float[] logits = [3e38f, -3e38f, 1e30f];

        var loss = MultinomialLoss.Apply(logits, [0], [1], scale: 1);

        Assert.Equal(0, loss, 1e-6);
        Assert.Equal([0f, 0f, 0f], logits);
    }

    [Fact]
    public void Logits_far_below_zero_give_the_same_as_near_zero()
    {
        float[] near = [0, 1, 2];
        float[] far = [-5000, -4999, -4998];

        Assert.Equal(MultinomialLoss.Apply(near, [1], [2], scale: 1), MultinomialLoss.Apply(far, [1], [2], scale: 1), 1e-6);
        Assert.Equal(near, far);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1024)]
    [InlineData(3001)]
    public void Equal_logits_share_the_probability(int items)
    {
        var logits = new float[items];

        var loss = MultinomialLoss.Apply(logits, [0, 2], [3, 1], scale: 0.5f);

        Assert.Equal(4 * Math.Log(items), loss, 1e-5);
        Assert.Equal(0.5f * (4f / items - 3), logits[0], 1e-6f);
        Assert.Equal(0.5f * 4f / items, logits[1], 1e-6f);
        Assert.Equal(0, logits.Sum(value => (double)value), 1e-4);
    }

    [Fact]
    public void A_row_without_targets_has_neither_loss_nor_gradient()
    {
        float[] logits = [1, 2];

        Assert.Equal(0, MultinomialLoss.Apply(logits, [], [], scale: 1));
        Assert.Equal([0f, 0f], logits);
    }
}
