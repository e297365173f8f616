using Recommender.Core.Baskets.Bundles;
using Xunit;
using static Recommender.Tests.Core.Baskets.Bundles.SmallShop;

namespace Recommender.Tests.Core.Baskets.Bundles;

public sealed class BundleFinderTests
{
    const double Tolerance = 1e-9;

    // Of 20 baskets 4 have a and b, 2 more have a, 1 more has b.
    static readonly string[] Plain = [.. Times(4, "ab"), .. Times(2, "a"), "b", .. Times(13, "d")];

    static readonly BundleOptions Any = new() { MinCount = 1, MinLift = 1 };

    [Fact]
    public void Every_figure_of_a_pair_is_the_one_worked_out_by_hand()
    {
        var shop = new SmallShop(Plain) { Facts = new() { Prices = [10, 6, 1], Costs = [4, 3, 1], Stocks = [7, 5.5f, 9] } };

        var bundle = Assert.Single(shop.Find(Any).Bundles);

        Assert.Equal("ab", shop.Text(bundle));
        Assert.Equal((4, 0.2), (bundle.Count, bundle.Support));
        Near(4 * 20 / 30.0, bundle.Lift);
        Near(4 * 20 / 30.0, bundle.WeakestLink);
        Assert.Equal(0, bundle.Success.Lead);
        Near(4 / 6.0, bundle.Success.Share);
        Assert.Equal(0.29999, bundle.Success.Low, 4);
        Assert.Equal(0.90323, bundle.Success.High, 4);
        Near(16, bundle.Offer.Price);
        Near(7, bundle.Offer.Cost);
        Near(1.6, bundle.Offer.Reduction);
        Near(14.4, bundle.Offer.DiscountedPrice);
        Near(7.4, bundle.Offer.Margin);
        Near(100 * 7.4 / 14.4, bundle.Offer.MarginPercent);
        Assert.Equal(new BundleStock(5, 1, 0), bundle.Stock);

        // Baskets with one part only hold margins of 6, 6 and 3: 5 in the mean. Who takes the bundle instead brings 2.4 more.
        Near(4 / 7.0, bundle.Effect.BoughtAnyway);
        Near(320, bundle.Effect.GivenAway);
        Near(100 * 1.6 / 2.4, bundle.Effect.BreakEven);
        Near(200 * (2.4 - 1.6), bundle.Effect.ExtraMargin);
        Assert.Equal(new BundleReach(3, null), bundle.Reach);
        Near((0.5 * (1 - 30 / 80.0) + 0.3 * bundle.Success.Low) / 0.8, bundle.Score);
    }

    [Fact]
    public void Every_figure_of_three_parts_is_the_one_worked_out_by_hand()
    {
        var shop = new SmallShop([.. Times(4, "abc"), .. Times(2, "ab"), "c", .. Times(23, "d")]) { Facts = new() { Prices = [10, 6, 4, 1], Costs = [4, 3, 1, 1] } };

        var bundle = shop.Find(Any with { Discount = 20, Uplift = 300 }).Bundles.Single(bundle => bundle.Items.Count == 3);

        Near(4 * 30 * 30 / (6.0 * 6 * 5), bundle.Lift);
        Near(4 * 30 / (6.0 * 5), bundle.WeakestLink);
        Near(4 / 7.0, bundle.Effect.BoughtAnyway);
        Near(20 - 4 - 8, bundle.Offer.Margin);

        // Two baskets hold a and b, a margin of 9, and one holds c, 3: 7 in the mean.
        Near(100 * 4 / (8 - 7.0), bundle.Effect.BreakEven);
        Near(1000 * 4 / 30.0 * (3 * (8 - 7.0) - 4), bundle.Effect.ExtraMargin);
        Assert.Equal(3, bundle.Reach.Baskets);
    }

    [Fact]
    public void A_discount_that_no_rise_can_pay_for_has_no_break_even()
    {
        var shop = new SmallShop(Plain) { Facts = new() { Prices = [10, 6, 1], Costs = [4, 3, 1] } };

        var bundle = Assert.Single(shop.Find(Any with { Discount = 40 }).Bundles);

        Near(2.6, bundle.Offer.Margin);
        Assert.Null(bundle.Effect.BreakEven);
        Near(200 * (2.6 - 5 - 6.4), bundle.Effect.ExtraMargin);
        Near(0, shop.Find(Any with { Discount = 0 }).Bundles[0].Effect.BreakEven);
    }

    [Fact]
    public void The_floor_of_the_margin_makes_the_discount_smaller_and_says_so()
    {
        var shop = new SmallShop(Plain) { Facts = new() { Prices = [10, 6, 1], Costs = [4, 3, 1] } };

        var offer = Assert.Single(shop.Find(Any with { Discount = 40, MinMargin = 40 }).Bundles).Offer;

        Assert.Equal((27.08, true), (offer.Discount, offer.IsCut));   // 1 - 7 / (16 x 0.6) = 27.083 %
        Assert.InRange(offer.MarginPercent!.Value, 40, 40.01);
    }

    [Fact]
    public void What_leaves_less_than_the_floor_even_at_the_full_price_is_left_out()
    {
        var shop = new SmallShop(Plain) { Facts = new() { Prices = [10, 6, 1], Costs = [4, 3, 1] } };

        var result = shop.Find(Any with { MinMargin = 60 });

        Assert.Empty(result.Bundles);
        Assert.Equal(1, result.BelowFloor);
        Assert.Equal((0.0, true), shop.Find(Any with { MinMargin = 56.25 }).Bundles.Select(bundle => (bundle.Offer.Discount, bundle.Offer.IsCut)).Single());
    }

    [Fact]
    public void A_margin_is_unknown_where_a_cost_or_a_price_is()
    {
        var uncosted = Assert.Single(new SmallShop(Plain) { Facts = new() { Prices = [10, 6, 1], Costs = [4, float.NaN, 1] } }.Find(Any with { MinMargin = 90 }).Bundles);
        var unpriced = Assert.Single(new SmallShop(Plain) { Facts = new() { Prices = [10, 0, 1], Costs = [4, 3, 1] } }.Find(Any).Bundles);
        var unknown = Assert.Single(new SmallShop(Plain).Find(Any).Bundles);

        Near(14.4, uncosted.Offer.DiscountedPrice);
        Assert.False(uncosted.Offer.IsCut);
        Assert.Null(uncosted.Offer.Cost);
        Assert.Null(uncosted.Offer.Margin);
        Assert.Null(uncosted.Offer.MarginPercent);
        Assert.Equal((null, null), (uncosted.Effect.BreakEven, uncosted.Effect.ExtraMargin));
        Near(320, uncosted.Effect.GivenAway);
        Assert.Null(unpriced.Offer.Price);
        Near(7, unpriced.Offer.Cost);
        Assert.Null(unpriced.Effect.GivenAway);
        Assert.Equal((null, null, null), (unknown.Offer.Price, unknown.Offer.Cost, unknown.Effect.ExtraMargin));
        Near(4 / 7.0, unknown.Effect.BoughtAnyway);
    }

    [Fact]
    public void Money_is_what_the_price_list_says()
    {
        var offer = Assert.Single(new SmallShop(Plain) { Facts = new() { Prices = [1234.56f, 3.95f, 1], Costs = [1000.1f, 0, 1] } }.Find(Any with { Discount = 0 }).Bundles).Offer;

        Assert.Equal((1238.51, 1000.1), (offer.Price, offer.Cost));
    }

    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NaN)]
    [InlineData(-4)]
    [InlineData(0)]
    [InlineData(1e-9f)]
    public void A_price_that_is_none_is_unknown(float price)
    {
        var bundle = Assert.Single(new SmallShop(Plain) { Facts = new() { Prices = [price, 6, 1], Costs = [0, 0, 1] } }.Find(Any with { MinMargin = 10 }).Bundles);

        Assert.Equal((null, null, 10.0), (bundle.Offer.Price, bundle.Effect.ExtraMargin, bundle.Offer.Discount));
    }

    [Fact]
    public void The_scarcest_part_decides_how_many_bundles_can_be_made()
    {
        SmallShop Shop(params float[] stocks) => new(Plain) { Facts = new() { Stocks = stocks } };

        Assert.Equal(new BundleStock(7, 0, 1), Shop(7, float.NaN, 2).Find(Any).Bundles[0].Stock);
        Assert.Equal(new BundleStock(null, null, 2), Shop(float.NaN, float.NaN, 2).Find(Any).Bundles[0].Stock);
        Assert.Equal(new BundleStock(0, 1, 0), Shop(7, -3, 2).Find(Any).Bundles[0].Stock);
        Assert.Empty(Shop(7, 4, 2).Find(Any with { MinStock = 5 }).Bundles);
        Assert.Single(Shop(float.NaN, float.NaN, 2).Find(Any with { MinStock = 5 }).Bundles);
    }

    [Theory]
    [InlineData("a", null, 1)]     // b is a variant of a
    [InlineData("z", "z", 1)]      // both of something that nobody bought
    [InlineData("d", null, 0)]     // b of d
    [InlineData("b", "b", 1)]      // b of itself, a of b
    public void Variants_of_one_thing_are_no_bundle(string? ofB, string? ofA, int leftOut)
    {
        var shop = new SmallShop(Plain) { Facts = new() { Variants = [ofA, ofB, null] } };

        var result = shop.Find(Any);

        Assert.Equal((1 - leftOut, leftOut), (result.Bundles.Count, (int)result.OfVariants));
    }

    [Fact]
    public void Variants_in_a_ring_and_in_a_chain_are_of_one_thing()
    {
        var shop = new SmallShop([.. Times(4, "abc"), .. Times(20, "d")]) { Facts = new() { Variants = ["b", "c", "a", null] } };

        Assert.Empty(shop.Find(Any).Bundles);
    }

    [Fact]
    public void Substitutes_are_no_bundle_even_with_a_third_that_goes_with_both()
    {
        // c goes with a and with b; a and b stand together in 4 of 200 baskets, where 12.5 would be chance.
        string[] baskets = [.. Times(4, "abc"), .. Times(46, "ac"), .. Times(46, "bc"), .. Times(104, "d")];

        Assert.Equal(["ac", "bc"], new SmallShop(baskets).Texts(Any).Order());
    }

    [Fact]
    public void A_part_that_is_there_by_chance_makes_no_bundle()
    {
        // c stands in half of all baskets, whatever else is in them.
        string[] baskets = [.. Times(10, "abc"), .. Times(10, "ab"), .. Times(40, "c"), .. Times(40, "d")];

        Assert.Equal(["ab"], new SmallShop(baskets).Texts(Any with { MinLift = 1.1 }));
    }

    [Fact]
    public void A_bundle_that_can_grow_without_losing_a_basket_is_proposed_only_grown()
    {
        string[] baskets = [.. Times(4, "abc"), "a", "b", "c", .. Times(20, "d")];

        Assert.Equal(["abc"], new SmallShop(baskets).Texts(Any));
        Assert.Equal(["ab", "ac", "bc"], new SmallShop(baskets).Texts(Any with { MaxItems = 2 }).Order());
        Assert.Equal(["ac", "bc"], new SmallShop(baskets) { Facts = new() { Variants = [null, "a", null, null] } }.Texts(Any).Order());
    }

    [Fact]
    public void Customers_who_bought_some_parts_at_some_time_but_not_all_are_the_reach()
    {
        // Customer 0 bought a, then b; 1 only a; 2 nothing of it; 3 both at once; nobody's basket has a.
        var shop = new SmallShop("a", "b", "a", "a", "d", "ab", "ab", "d", "d", "d", "d", "a") { CustomerStarts = [0, 2, 4, 5, 7] };

        Assert.Equal(new BundleReach(5, 1), Assert.Single(shop.Find(Any).Bundles).Reach);
    }

    [Fact]
    public void The_known_gain_comes_first_and_the_score_decides_the_rest()
    {
        string[] baskets = [.. Times(6, "ab"), .. Times(8, "cd"), .. Times(9, "ef"), "a", "c", "e", .. Times(30, "z")];
        var shop = new SmallShop(baskets) { Facts = new() { Prices = [5, 5, 9, 9, 7, 7, 1], Costs = [4, 4, float.NaN, 1, float.NaN, 1, 1] } };

        Assert.Equal(["ab", "cd", "ef"], shop.Texts(Any with { Discount = 50, MinMargin = 0 }).Order());
        Assert.Equal("ab", shop.Texts(Any)[0]);
        Assert.Equal(["ef", "cd", "ab"], shop.Texts(Any with { Sort = BundleSort.Count }));
        Assert.Equal(["cd", "ef", "ab"], shop.Texts(Any with { Sort = BundleSort.Price }));
        Assert.Equal(["ef", "cd"], shop.Texts(Any with { Sort = BundleSort.Count, Limit = 2 }));
    }

    [Fact]
    public void An_id_depends_on_the_parts_alone()
    {
        var ids = new SmallShop(Plain).Find(Any).Bundles.Concat(new SmallShop("ba", "ba", "c", "0").Find(Any).Bundles).Select(bundle => bundle.Id).ToArray();

        Assert.Equal(2, ids.Length);
        Assert.Equal(ids[0], ids[1]);
        Assert.Matches("^[0-9a-f]{16}$", ids[0]);
    }

    [Fact]
    public void A_cut_search_says_so()
    {
        var shop = new SmallShop([.. Enumerable.Range(0, 200).Select(basket => new string([.. "abcdefghijklm".Where((_, item) => (basket * 2654435761 >> item) % 2 == 0), 'z']))]);

        Assert.NotNull(shop.Find(Any with { MaxItemsets = 20 }).Cut);
        Assert.Null(shop.Find(Any).Cut);
    }

    static void Near(double wanted, double? found) => Assert.Equal(wanted, found!.Value, Tolerance);
}
