using Recommender.Core.Datasets;
using Recommender.Core.Models.Frequency;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Frequency;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Frequency;

public sealed class TifuTests : TrainerContract
{
    const int Day = ShopBaskets.MinutesPerDay;

    internal override ITrainer Create() => new FrequencyTrainer(new() { Method = FrequencyMethod.Tifu, Neighbours = 20 });

    [Fact]
    public void Baskets_are_grouped_from_the_last_back_and_decay_inside_a_group_and_over_groups()
    {
        // Five baskets, one item each, groups of two: {0}, {1, 2}, {3, 4}.
        var shop = Shops.Of(1, 5, Enumerable.Range(0, 5).Select(basket => new Purchase(0, basket, basket * Day, Order: basket)));
        var row = new SparseRow();

        new BasketShape(2, 0.9, 0.5).Fill(shop.Baskets.Of(0), shop.Now, row);

        float[] byHand = [0.25f / 3, 0.9f / 2 * 0.5f / 3, 0.5f * 0.5f / 3, 0.9f / 2 / 3, 0.5f / 3];
        for (var item = 0; item < 5; item++) Assert.Equal(byHand[item], row.Weights[item], 1e-6f);
    }

    [Theory]
    [InlineData(CustomerLikeness.Cosine, 0.7f, 1f, 0.3f, 0f)]       // nearest by angle: customer 1, who shares item 1
    [InlineData(CustomerLikeness.Euclidean, 0.7f, 0.7f, 0f, 0.3f)]  // nearest by distance: customer 2, whose single item is not shared
    public void The_answer_is_the_shopper_s_share_and_that_of_the_nearest(CustomerLikeness likeness, float zero, float one, float two, float six)
    {
        // Squared distances from {0, 1}: to {1, 2, 3, 4, 5} five, to {6} three.
        var shop = Shops.Of(3, 7, [new(0, 0), new(0, 1), new(1, 1), new(1, 2), new(1, 3), new(1, 4), new(1, 5), new(2, 6)]);
        var trainer = new FrequencyTrainer(new() { Method = FrequencyMethod.Tifu, Neighbours = 1, Likeness = likeness, Alpha = 0.7 });

        var scores = Scores(trainer.Train(shop, Context), Known(shop, 0));

        foreach (var (item, byHand) in new[] { (0, zero), (1, one), (2, two), (6, six) }) Assert.Equal(byHand, scores[item], 0.004f);   // popularity, which breaks ties, may add a hundredth of the least weight
    }
}
