using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Frequency;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Frequency;

public sealed class FrequencyTrainerTests : TrainerContract
{
    const int Day = ShopBaskets.MinutesPerDay;

    /// <summary>Counts know nothing of what a shopper never bought, so they cannot find a withheld cell.</summary>
    protected override bool IsPersonal => false;

    internal override ITrainer Create() => new FrequencyTrainer(new());

    // Customer 0 bought item 3 three times, 2 and 1 once each; 1 has more customers than 2, 0 more than 4.
    static Dataset Regulars => Shops.Of(4, 5,
    [
        new(0, 3, 0, Order: 1), new(0, 3, Day, Order: 2), new(0, 3, 9 * Day, Order: 3), new(0, 2, 0, Order: 1), new(0, 1, Day, Order: 2),
        new(1, 1, 0, Order: 1), new(1, 0, 0, Order: 1), new(2, 0, 0, Order: 1), new(2, 4, 0, Order: 1), new(3, 0, 10 * Day, Order: 1),
    ]);

    [Fact]
    public void Own_counts_come_first_then_popularity_which_also_breaks_ties() =>
        Assert.Equal([3, 1, 2, 0, 4], Order(new(), Regulars, Repeats.Allowed));

    [Fact]
    public void Where_repeats_are_left_out_the_rest_is_what_everybody_buys()
    {
        Assert.Equal([0, 4], Order(new(), Regulars, Repeats.LeftOut));

        var model = new FrequencyTrainer(new()).Train(Regulars, Context);
        Assert.Equal([3f, 2f, 1f, 1f, 1f], Scores(model, Known(Regulars, 0)));
    }

    [Fact]
    public void With_a_half_life_one_purchase_today_outweighs_two_old_ones()
    {
        var shop = Shops.Of(1, 2, [new(0, 0, 0, Order: 1), new(0, 0, Day, Order: 2), new(0, 1, 20 * Day, Order: 3)]);

        Assert.Equal([0, 1], Order(new(), shop, Repeats.Allowed));
        Assert.Equal([1, 0], Order(new() { HalfLife = 10 }, shop, Repeats.Allowed));
        var scores = Scores(new FrequencyTrainer(new() { HalfLife = 10 }).Train(shop, Context), Allowed(shop, 0));
        AssertWeight(Math.Pow(2, -2) + Math.Pow(2, -1.9), scores[0]);
        AssertWeight(1, scores[1]);
    }

    [Fact]
    public void The_moment_of_asking_decides_the_age_of_a_purchase()
    {
        var shop = Shops.Of(1, 1, [new(0, 0, 0)]);
        var model = new FrequencyTrainer(new() { HalfLife = 10 }).Train(shop, Context);

        AssertWeight(0.5, Scores(model, Allowed(shop, 0) with { Now = 10 * Day })[0]);
    }

    [Fact]
    public void Money_counts_when_asked_for()
    {
        var shop = Shops.Of(1, 2, [new(0, 0, Order: 1, Quantity: 1, Amount: 2), new(0, 0, Order: 2, Quantity: 1, Amount: 2), new(0, 1, Order: 3, Quantity: 1, Amount: 50)]);

        Assert.Equal([0, 1], Order(new(), shop, Repeats.Allowed));
        Assert.Equal([1, 0], Order(new() { Weight = WeightBase.Spend }, shop, Repeats.Allowed));
    }

    [Fact]
    public void The_dial_turns_from_own_purchases_over_turns_to_what_is_new()
    {
        Assert.Equal([3, 1, 2, 0, 4], Order(new() { Explore = 0 }, Regulars, Repeats.Allowed));
        Assert.Equal([0, 3, 1, 2, 4], Order(new() { Explore = 0.5 }, Regulars, Repeats.Allowed));
        Assert.Equal([0, 4], Order(new() { Explore = 1 }, Regulars, Repeats.Allowed));
    }

    [Fact]
    public void Huge_quantities_stay_finite()
    {
        var shop = Shops.Of(1, 2, [new(0, 0, Order: 1, Quantity: float.MaxValue), new(0, 0, Order: 2, Quantity: float.MaxValue), new(0, 1, Order: 3, Quantity: 1)]);

        var scores = Scores(new FrequencyTrainer(new() { Weight = WeightBase.Quantity }).Train(Shops.Of(1, 2, [new(0, 0, Quantity: 1), new(0, 1, Quantity: 1)]), Context), Allowed(shop, 0));

        Assert.All(scores, score => Assert.True(float.IsFinite(score)));
        Assert.True(scores[0] > scores[1]);
    }

    [Fact]
    public void The_reason_for_a_repeat_is_the_purchase_itself()
    {
        var model = Create().Train(Regulars, Context);

        Assert.Equal([new Reason(3, 3)], model.Explain(Allowed(Regulars, 0), 3, 5));
        Assert.Empty(model.Explain(Allowed(Regulars, 0), 4, 5));
    }

    // Popularity, which breaks ties, may add a hundredth.
    static void AssertWeight(double byHand, float score) => Assert.InRange(score, byHand - 1e-6, 1.0101 * byHand);

    static int[] Order(FrequencyOptions options, Dataset shop, Repeats repeats) =>
        [.. new FrequencyTrainer(options).Train(shop, Context).Recommend(Known(shop, 0) with { Repeats = repeats }, 10).Select(entry => entry.Item)];

    static Shopper Allowed(Dataset shop, int customer) => Known(shop, customer) with { Repeats = Repeats.Allowed };
}
