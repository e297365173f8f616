using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Session;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Session;

public sealed class SessionTransitionsTests : TrainerContract
{
    const int Day = ShopBaskets.MinutesPerDay;

    /// <summary>On the checkerboard the item that follows may have been taken long ago: the whole history is asked.</summary>
    internal override ITrainer Create() => new SessionTrainer(new() { Method = SessionMethod.Transitions, Last = 100, Decay = 1 });

    [Fact]
    public void Weights_are_the_decayed_steps_over_what_leaves_and_what_is_reached()
    {
        // One customer: {0, 1} and ten days later, now, {2}.
        var shop = Shops.Of(1, 3, [new(0, 0, 0, Order: 1), new(0, 1, 0, Order: 1), new(0, 2, 10 * Day, Order: 2)]);

        var transitions = TransitionCounting.Count(shop, new() { HalfLife = 10, Within = 1 }, Context);

        // Inside: 0.5 / 2. To the next basket: 1 / sqrt(2 · 1).
        var (inside, next) = (0.25, 1 / Math.Sqrt(2));
        Assert.Equal([1, 2], transitions.RowIndices(0).ToArray());
        Assert.Equal(inside / (Math.Sqrt(inside + next) * Math.Pow(inside, 0.3)), transitions.RowValues(0)[0], 1e-5);
        Assert.Equal(next / (Math.Sqrt(inside + next) * Math.Pow(2 * next, 0.3)), transitions.RowValues(0)[1], 1e-5);
        Assert.Equal(0, transitions.RowCount(2));
    }

    [Fact]
    public void What_follows_is_asked_of_the_last_baskets()
    {
        var shop = Shops.Of(20, 4, from customer in Enumerable.Range(0, 20) from day in Enumerable.Range(0, 2) select new Purchase(customer, customer % 2 * 2 + day, day * Day, Order: day));
        var model = new SessionTrainer(new() { Method = SessionMethod.Transitions }).Train(shop, Context);
        var visitor = Shops.Of(1, 4, [new(0, 2, Day)]);

        var list = model.Recommend(Shopper.Stranger(visitor.Baskets.Of(0), 2 * Day), 1);

        Assert.Equal(3, list[0].Item);
        Assert.Equal([2], model.Explain(Shopper.Stranger(visitor.Baskets.Of(0), 2 * Day), 3, 5).Select(reason => reason.Item));
    }
}
