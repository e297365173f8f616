using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Frequency;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Frequency;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Frequency;

public sealed class IntervalsTests : TrainerContract
{
    const int Day = ShopBaskets.MinutesPerDay;

    /// <summary>Intervals know nothing of what a shopper never bought, so they cannot find a withheld cell.</summary>
    protected override bool IsPersonal => false;

    internal override ITrainer Create() => new FrequencyTrainer(new() { Method = FrequencyMethod.Intervals });

    [Fact]
    public void A_chance_is_that_of_the_formula()
    {
        // Middle of one interval of 10 days beside the item's 20: sqrt(200) days. Returns: (0.2 + 1) / 2.
        var rhythm = new RepeatIntervals(horizon: 5, new[] { MathF.Log(20) }, new[] { 0.5f }, new[] { 0.2f });
        var shop = Shops.Of(1, 1, [new(0, 0, 0, Order: 1), new(0, 0, 10 * Day, Order: 2)]);
        var row = new SparseRow();

        rhythm.Weigh(new(0, shop.Baskets.Of(0), 14 * Day, Repeats.Allowed), row);

        // F(4) = 1 / (1 + (sqrt(200) / 4)^2) = 0.0740741, F(9) = 1 / (1 + (sqrt(200) / 9)^2) = 0.2882562.
        Assert.Equal(0.6 * (0.2882562 - 0.0740741) / (1 - 0.6 * 0.0740741), row.Weights[0], 1e-6);
    }

    [Fact]
    public void Intervals_of_an_item_are_learned_from_all_customers()
    {
        // 400 customers buy item 0 every 8 days, four times; item 1 once.
        var shop = Shops.Of(400, 2,
            from customer in Enumerable.Range(0, 400)
            from visit in Enumerable.Range(0, 5)
            select visit < 4 ? new Purchase(customer, 0, visit * 8 * Day, Order: visit) : new Purchase(customer, 1, 0, Order: 0));

        var rhythm = IntervalLearning.Learn(shop, 30, TestContext.Current.CancellationToken);

        Assert.Equal(Math.Log(8), rhythm.Middles.Span[0], 1e-5);
        Assert.Equal((1200 + 20 * 0.6) / 1620, rhythm.Returns.Span[0], 1e-5);   // 1200 of 2000 purchases of the shop were followed
        Assert.Equal(20 * 0.6 / 420, rhythm.Returns.Span[1], 1e-5);
    }

    [Fact]
    public void What_is_due_comes_before_what_was_just_bought()
    {
        // Both items are bought every 30 days by everybody; customer 0 has item 0 due tomorrow and bought item 1 yesterday.
        var others = from customer in Enumerable.Range(1, 50) from visit in Enumerable.Range(0, 5) from item in new[] { 0, 1 }
            select new Purchase(customer, item, (visit * 30 + customer % 3) * Day, Order: visit);
        var own = from visit in Enumerable.Range(0, 4) from item in new[] { 0, 1 } select new Purchase(0, item, (visit * 30 + item * 28) * Day, Order: visit * 2 + item);
        var shop = Shops.Of(51, 2, [.. others, .. own]);
        var model = new FrequencyTrainer(new() { Method = FrequencyMethod.Intervals, Horizon = 3 }).Train(shop, Context);

        var list = model.Recommend(new(0, shop.Baskets.Of(0), 119 * Day, Repeats.Allowed), 2);

        Assert.Equal([0, 1], list.Select(entry => entry.Item));
    }
}
