using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.Session;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Session;

public sealed class SessionNeighboursTests : TrainerContract
{
    const int Day = ShopBaskets.MinutesPerDay;

    /// <summary>The checkerboard sells one item a day: only a longer window makes a session of it.</summary>
    internal override ITrainer Create() => new SessionTrainer(new() { Window = 365, Last = 100 });

    // Three sessions: {0, 1, 2, 3} of a customer ten days ago, {0, 2} and {1, 4} of nobody today.
    static Dataset Visits => Shops.Of(1, 5,
    [
        new(0, 0, 0), new(0, 1, 0), new(0, 2, 0), new(0, 3, 0),
        new(-1, 0, 10 * Day, Order: 1), new(-1, 2, 10 * Day, Order: 1), new(-1, 1, 10 * Day, Order: 2), new(-1, 4, 10 * Day, Order: 2),
    ]);

    static readonly double Common = Math.Log(1 + 3.0 / 2);   // items 0, 1 and 2 stand in two of three sessions

    [Fact]
    public void Scores_are_the_likenesses_of_the_sessions_that_hold_the_item()
    {
        var model = new SessionTrainer(new() { HalfLife = 10 }).Train(Visits, Context);

        var scores = Scores(model, Visitor([0], [1]));

        // The visitor took 0 and then 1, which counts 1 beside 0.8. The customer's session is one half-life old.
        var (old, first, second) = (0.5 * 1.8 * Common / 2, 0.8 * Common / Math.Sqrt(2), Common / Math.Sqrt(2));
        double[] byHand = [old + first, old + second, old + first, old, second];
        for (var item = 0; item < 5; item++) Assert.Equal(byHand[item], scores[item], 1e-5);
    }

    [Fact]
    public void Only_the_nearest_sessions_vote_and_of_each_item_only_the_latest_are_looked_at()
    {
        var one = Scores(new SessionTrainer(new() { HalfLife = 10, Neighbours = 1 }).Train(Visits, Context), Visitor([0], [1]));
        var latest = Scores(new SessionTrainer(new() { HalfLife = 0, Sample = 1 }).Train(Visits, Context), Visitor([0], [1]));

        Assert.Equal(Common / Math.Sqrt(2), one[4], 1e-5);
        Assert.InRange(one[3], 0, 0.01f * one[4]);
        Assert.InRange(latest[3], 0, 0.01f * latest[4]);   // only the old session holds item 3
    }

    [Fact]
    public void Only_the_last_baskets_of_a_history_are_the_session()
    {
        var model = new SessionTrainer(new() { Last = 1 }).Train(Visits, Context);

        Assert.Equal(Scores(model, Visitor([1])), Scores(model, Visitor([0], [2], [1])));
    }

    [Fact]
    public void A_window_joins_the_baskets_of_a_customer_but_never_those_of_nobody()
    {
        var shop = Shops.Of(1, 3, [new(0, 0, 0, Order: 1), new(0, 1, 5 * Day, Order: 2), new(0, 2, 11 * Day, Order: 3), new(-1, 0, 0, Order: 4), new(-1, 2, 0, Order: 5)]);

        Assert.Equal(5, SessionList.Of(shop.Baskets, 0, TestContext.Current.CancellationToken).Times.Length);
        var joined = SessionList.Of(shop.Baskets, 10, TestContext.Current.CancellationToken);
        Assert.Equal([0, 0, 5 * Day, 11 * Day], joined.Times);
        Assert.Equal([0, 1], joined.Items.RowIndices(2).ToArray());
    }

    [Fact]
    public void Reasons_are_the_items_of_the_session_and_add_up_to_the_score()
    {
        var model = new SessionTrainer(new() { HalfLife = 10 }).Train(Visits, Context);
        var visitor = Visitor([0], [1]);

        var reasons = model.Explain(visitor, 3, 5);

        Assert.Equal([1, 0], reasons.Select(reason => reason.Item));
        Assert.Equal(Scores(model, visitor)[3], reasons.Sum(reason => reason.Weight), 1e-5f);
    }

    [Fact]
    public void Similar_items_are_those_of_the_sessions_with_the_item()
    {
        var model = new SessionTrainer(new()).Train(Visits, Context);

        Assert.Equal([1], model.Similar(4, 5).Select(entry => entry.Item));
    }

    static Shopper Visitor(params int[][] baskets)
    {
        var history = Shops.Of(1, 5, from basket in Enumerable.Range(0, baskets.Length) from item in baskets[basket] select new Purchase(0, item, 9 * Day + basket, Order: basket));
        return Shopper.Stranger(history.Baskets.Of(0), 10 * Day);
    }
}
