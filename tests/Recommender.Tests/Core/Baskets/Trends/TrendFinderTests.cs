using Recommender.Core;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Trends;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Trends;

public sealed class TrendFinderTests(ITestOutputHelper output)
{
    static readonly GeneratedPeriods Shop = new(Items: 40, Baskets: 1500);
    static readonly GeneratedPeriods LargeShop = new(Items: 40, Baskets: 6000);

    [Fact]
    public void What_was_planted_as_joining_and_as_falling_apart_is_found_with_the_right_sign_and_nothing_beside_it()
    {
        var before = LargeShop.Period(1, mood: 1, 1, (3, 11, .4), (20, 27, .3));
        var after = LargeShop.Period(2, mood: 2, 1.3, (5, 18, .6), (20, 27, .3));

        var found = Find(before, after);

        var joined = Assert.Single(found.Joined);
        var fellApart = Assert.Single(found.FellApart);
        Assert.Equal((5, 18, 3, 11), (joined.Item, joined.Other, fellApart.Item, fellApart.Other));
        Assert.True(joined.Low > 0 && (joined.High is null || joined.High > joined.Change) && joined.Low < joined.Change);
        Assert.True(fellApart.High < 0 && fellApart.Change < fellApart.High);
        Assert.InRange(joined.Q, joined.P, .05);
        Assert.Equal(joined.Count.After / 6000.0, joined.Share.After);
        Assert.Equal(joined.Count.After, Recommender.Tests.Core.Baskets.CrossSell.SmallShops.Shared(after, 5, 18).Count);
    }

    [Fact]
    public void Changed_popularity_and_basket_sizes_alone_are_no_trend()
    {
        const int Shops = 200;
        var (alarms, tested) = (0, 0L);
        for (var shop = 0UL; shop < Shops; shop++)
        {
            var found = Find(Shop.Period(10 + shop, mood: shop, 1), Shop.Period(5000 + shop, mood: 900 + shop, 1.5));
            alarms += found.Joined.Count + found.FellApart.Count > 0 ? 1 : 0;
            tested += found.Tested;
        }
        output.WriteLine($"{alarms} of {Shops} shops without a trend gave an alarm, of {tested / Shops} pairs tested each.");

        Assert.True(tested > 100 * Shops);
        Assert.InRange(alarms, 0, 16);   // 5 % of 200, and two standard deviations
    }

    [Fact]
    public void A_tie_that_stays_is_no_trend_while_everything_around_it_changes()
    {
        const int Shops = 60;
        var alarms = 0;
        for (var shop = 0UL; shop < Shops; shop++)
        {
            var found = Find(Shop.Period(100 + shop, mood: 7, 1, (3, 11, .4)), Shop.Period(7000 + shop, mood: 7, 1, (3, 11, .4)));
            alarms += found.Joined.Count + found.FellApart.Count > 0 ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 6);
    }

    [Fact]
    public void A_pair_that_is_always_bought_together_does_not_fall_apart_by_selling_more()
    {
        var (before, after) = (Couple(60), Couple(600));

        var found = Find(before, after);

        Assert.True(found.Tested > 0);
        Assert.Empty(found.FellApart);
        Assert.Empty(found.Joined);
    }

    [Fact]
    public void Turning_time_around_turns_every_trend_around()
    {
        var (before, after) = (LargeShop.Period(1, mood: 1, 1, (3, 11, .4)), LargeShop.Period(2, mood: 2, 1.3, (5, 18, .6)));
        var (there, back) = (Find(before, after), Find(after, before));

        Assert.Equal(there.Tested, back.Tested);
        Assert.Equal(there.Joined.Select(trend => (trend.Item, trend.Other)), back.FellApart.Select(trend => (trend.Item, trend.Other)));
        Assert.Equal(there.Joined[0].Change, -back.FellApart[0].Change, 1e-9);
        Assert.Equal(there.Joined[0].P, back.FellApart[0].P, 1e-12);
    }

    [Fact]
    public void The_answer_is_the_same_on_any_number_of_threads()
    {
        var (before, after) = (LargeShop.Period(1, mood: 1, 1, (3, 11, .4)), LargeShop.Period(2, mood: 2, 1.3, (5, 18, .6)));
        var (one, many) = (Find(before, after, new() { Threads = 1, MaxQ = 1 }), Find(before, after, new() { Threads = 6, MaxQ = 1 }));

        Assert.Equal(one.Tested, many.Tested);
        Assert.Equal(one.Joined, many.Joined);
        Assert.Equal(one.FellApart, many.FellApart);
    }

    [Fact]
    public void Periods_that_cannot_be_compared_say_why()
    {
        var shop = Shop.Period(1, mood: 1, 1);

        Assert.Contains("0 baskets", Assert.Throws<UserErrorException>(() => Find(shop, new GeneratedPeriods(40, 0).Period(1, 1, 1))).Message);
        Assert.Throws<ArgumentException>(() => Find(shop, new GeneratedPeriods(41, 10).Period(1, 1, 1)));
        Assert.Contains("q of 0", Assert.Throws<UserErrorException>(() => Find(shop, shop, new() { MaxQ = 0 })).Message);
        Assert.Contains("stand in 0", Assert.Throws<UserErrorException>(() => Find(shop, shop, new() { MinCount = 0 })).Message);
    }

    static TrendReport Find(BasketSet before, BasketSet after, TrendOptions? options = null) =>
        TrendFinder.Find(before, after, options ?? new(), progress: null, TestContext.Current.CancellationToken);

    // Two items in 90 % of each other's baskets, among others that are as popular as before.
    static BasketSet Couple(int baskets)
    {
        var random = new Recommender.Core.Numerics.RandomStream(17, (ulong)baskets);
        var lines = Enumerable.Range(0, 3000).SelectMany(basket =>
        {
            var others = Enumerable.Range(2, 20).Where(_ => random.Chance(0.15));
            int[] couple = basket >= baskets ? [] : random.Chance(0.9) ? [0, 1] : random.Chance(0.5) ? [0] : [1];
            return couple.Concat(others).Select(item => (basket, item, 1f));
        });
        return new() { Lines = Recommender.Core.Datasets.CsrMatrix.From(3000, 22, lines), Items = Recommender.Core.Datasets.Vocabulary.Of(Enumerable.Range(0, 22).Select(item => $"{item:D2}")) };
    }
}
