using Recommender.Core;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Baskets.CrossSell.Carts;
using Xunit;

namespace Recommender.Tests.Core.Baskets.CrossSell.Carts;

public sealed class CartScorerTests
{
    // 0 goes with 1 and with 2, 3 with 2; 4 and 5 are bought alone; nobody ever bought 6.
    static readonly int[][] Baskets =
    [
        .. Enumerable.Repeat<int[]>([0, 1], 30), .. Enumerable.Repeat<int[]>([0, 2], 20), .. Enumerable.Repeat<int[]>([2, 3], 20),
        .. Enumerable.Repeat<int[]>([4], 40), .. Enumerable.Repeat<int[]>([5], 10),
    ];

    static readonly CrossSellMatrix Matrix = Build([]);

    [Fact]
    public void The_score_is_the_fourth_root_of_the_sum_of_the_votes_fourth_powers()
    {
        var suggested = Suggest(new(), [0, 3], 1).Single();

        // s = c^(3/4) (c N / n)^(1/4): 20 of 50 baskets from item 0, 20 of 20 from item 3, item 2 in 40 of 120.
        var (first, second) = (Vote(20.0 / 70, 40.0), Vote(20.0 / 40, 40.0));
        Assert.Equal((2, CartStrategy.Together), (suggested.Item, suggested.Strategy));
        Assert.Equal(Math.Pow(Math.Pow(first, 4) + Math.Pow(second, 4), .25), suggested.Score, 1e-12);
        Assert.Equal([3, 0], suggested.Evidence.Select(reason => reason.Anchor));
        Assert.Equal((20, .4, .4 * 120 / 40), (suggested.Evidence[1].Count, suggested.Evidence[1].Confidence, suggested.Evidence[1].Lift));
        Assert.Equal(1, suggested.Evidence.Sum(reason => reason.Share), 1e-12);

        static double Vote(double confidence, double others) => Math.Pow(confidence, .75) * Math.Pow(confidence * 120 / others, .25);
    }

    [Fact]
    public void What_is_in_the_cart_and_its_variants_never_come()
    {
        Assert.Equal([2, 4, 3, 5], Items(Suggest(new(), [0, 1], 9)));
        Assert.Equal([4, 3, 5], Items(Suggest(new() { VariantGroups = new[] { 7, -1, 7, -1, -1, -1, -1 } }, [0, 1], 9)));
        Assert.Equal([4, 5], Items(Suggest(new() { VariantGroups = new[] { 7, 8, 7, 8, -1, -1, -1 } }, [0, 1], 9)));
    }

    [Fact]
    public void Where_nothing_was_bought_with_the_cart_popular_items_fill_it_and_say_so()
    {
        var suggested = Suggest(new(), [5], 3);

        Assert.Equal([0, 2, 4], Items(suggested));
        Assert.All(suggested, suggestion => Assert.Equal((CartStrategy.Popular, 0), (suggestion.Strategy, suggestion.Evidence.Count)));
    }

    [Fact]
    public void Categories_that_go_with_those_of_the_cart_come_before_what_is_popular()
    {
        // 5 has no partner, but its category, that of 3, goes with the one of 2 and 4.
        var suggested = Suggest(new() { Categories = new[] { 0, 0, 1, 2, 1, 2, -1 } }, [5], 5);

        Assert.Equal([2, 4], Items(suggested).Take(2).Order());
        Assert.Equal([CartStrategy.Category, CartStrategy.Category, CartStrategy.Popular, CartStrategy.Popular, CartStrategy.Popular], suggested.Select(suggestion => suggestion.Strategy));
    }

    [Fact]
    public void A_list_is_as_long_as_asked_while_there_are_items_and_a_longer_one_begins_like_it()
    {
        var all = Items(Suggest(new(), [0], 100)).ToArray();

        Assert.Equal([1, 2, 4, 3, 5], all);
        for (var count = 0; count <= all.Length; count++) Assert.Equal(all[..count], Items(Suggest(new(), [0], count)));
    }

    [Fact]
    public void An_empty_cart_and_unknown_or_repeated_things_in_it_do_no_harm()
    {
        Assert.Equal([0, 2, 4], Items(Suggest(new(), [], 3)));
        Assert.Equal(Suggest(new(), [0], 4).Select(suggestion => (suggestion.Item, suggestion.Score)), Suggest(new(), [0, -1, 0], 4).Select(suggestion => (suggestion.Item, suggestion.Score)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Suggest(new(), [0], -1));
        Assert.ThrowsAny<ArgumentException>(() => Suggest(new() { Categories = new int[2] }, [0], 1));
    }

    [Fact]
    public void What_may_not_be_answered_is_left_out_by_every_strategy()
    {
        var scorer = new CartScorer(Matrix, new() { Categories = new[] { 0, 0, 1, 2, 1, 2, -1 } });

        Assert.DoesNotContain(scorer.Suggest([0, 5], 9, item => item % 2 == 1), suggestion => suggestion.Item % 2 == 0);
    }

    [Fact]
    public void Decayed_counts_can_turn_the_order()
    {
        var decayed = Build([.. Baskets.Select((_, basket) => basket < 30 ? .01f : 1f)]);

        Assert.Equal(1, new CartScorer(decayed, new()).Suggest([0], 1)[0].Item);
        Assert.Equal(2, new CartScorer(decayed, new() { IsDecayed = true }).Suggest([0], 1)[0].Item);
        Assert.Throws<UserErrorException>(() => new CartScorer(Matrix, new() { IsDecayed = true }));
    }

    static IReadOnlyList<CartSuggestion> Suggest(CartOptions options, int[] cart, int count) => new CartScorer(Matrix, options).Suggest(cart, count);

    static IEnumerable<int> Items(IEnumerable<CartSuggestion> suggestions) => suggestions.Select(suggestion => suggestion.Item);

    static CrossSellMatrix Build(float[] weights) =>
        CrossSellBuilder.Build(SmallShops.Of(7, Baskets, weights), new(), progress: null, CancellationToken.None);
}
