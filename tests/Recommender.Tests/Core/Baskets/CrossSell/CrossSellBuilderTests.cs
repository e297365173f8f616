using Recommender.Core;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.CrossSell;
using Xunit;

namespace Recommender.Tests.Core.Baskets.CrossSell;

public sealed class CrossSellBuilderTests
{
    [Fact]
    public void Without_a_cut_every_pair_above_the_floor_stands_at_both_of_its_items_and_no_other()
    {
        for (var seed = 0UL; seed < 1000; seed++)
        {
            var baskets = SmallShops.Random(seed);
            var floor = 1 + (int)(seed % 5);
            var matrix = Build(baskets, new() { MinCount = floor, Best = 20 });

            foreach (var (item, other) in Pairs(baskets))
            {
                var (count, _) = SmallShops.Shared(baskets, item, other);
                Assert.Equal(count >= floor ? count : 0, matrix.CountOf(item, other));
                Assert.Equal(matrix.CountOf(item, other), matrix.CountOf(other, item));
            }
            Assert.All(Enumerable.Range(0, baskets.ItemCount), item => Assert.False(matrix.IsCut(item)));
        }
    }

    [Fact]
    public void A_cut_anchor_keeps_its_best_by_count_and_by_lift_and_says_that_it_was_cut()
    {
        for (var seed = 0UL; seed < 1000; seed += 2)
        {
            var baskets = SmallShops.Random(seed);
            var matrix = Build(baskets, new() { MinCount = 1, Best = 2 });
            for (var item = 0; item < baskets.ItemCount; item++)
            {
                var all = Enumerable.Range(0, baskets.ItemCount).Where(other => other != item)
                    .Select(other => (Item: other, SmallShops.Shared(baskets, item, other).Count)).Where(pair => pair.Count > 0)
                    .Select(pair => (pair.Item, pair.Count, Lift: (float)pair.Count / matrix.CountOf(pair.Item))).ToArray();
                var kept = Directional(matrix, item);

                Assert.Equal(all.Length, matrix.PairsOf(item));
                Assert.Equal(all.Length > kept.Count, matrix.IsCut(item));
                Assert.InRange(kept.Count, Math.Min(2, all.Length), 4);
                Assert.All(all.Where(pair => all.Count(other => other.Count >= pair.Count) <= 2), pair => Assert.Contains(pair.Item, kept));
                Assert.All(all.Where(pair => all.Count(other => other.Lift >= pair.Lift - 1e-6) <= 2), pair => Assert.Contains(pair.Item, kept));
            }
        }
    }

    [Fact]
    public void A_pair_kept_from_one_side_only_is_found_by_a_symmetric_question_from_the_other()
    {
        // Item 0 goes with everybody, each of whom has nobody else: it keeps two of them, they all keep it.
        var matrix = Build(SmallShops.Of(8, [.. Enumerable.Range(1, 7).SelectMany(other => Enumerable.Repeat(new[] { 0, other }, other))]), new() { MinCount = 1, Best = 1 });
        var found = new CrossSellMatch[10];

        var (directional, symmetric) = (matrix.Find(0, CrossSellQuery.Unfiltered, found), matrix.Find(0, CrossSellQuery.Unfiltered with { IsSymmetric = true }, found));

        Assert.True(directional < 7);
        Assert.Equal(7, symmetric);
        Assert.True(matrix.IsCut(0));
    }

    [Fact]
    public void The_matrix_is_the_same_on_any_number_of_threads()
    {
        for (var seed = 0UL; seed < 200; seed++)
        {
            var baskets = SmallShops.Random(seed);
            var (one, many) = (Build(baskets, new() { MinCount = 1, Best = 3, Threads = 1, MinExpected = .5 }), Build(baskets, new() { MinCount = 1, Best = 3, Threads = 5, MinExpected = .5 }));

            AssertEqual(one, many);
        }
    }

    [Fact]
    public void The_matrix_is_the_same_when_not_all_pairs_have_room_at_once()
    {
        var few = 0;
        for (var seed = 0UL; seed < 200; seed++)
        {
            var options = new CrossSellOptions { MinCount = 1, Best = 2, Substitutes = 2, MinExpected = .5, Threads = 1 + (int)(seed % 3) };
            var baskets = SmallShops.Wide(seed);
            var whole = Build(baskets, options);
            var pairs = Enumerable.Range(0, baskets.ItemCount).Sum(whole.PairsOf) / 2;
            try
            {
                AssertEqual(whole, Build(baskets, options with { Memory = 50L * 700 }));
                if (pairs > 700) few++;
            }
            catch (UserErrorException e)
            {
                Assert.Contains("the memory limit of 35000 bytes has room for", e.Message);
            }
        }

        Assert.True(few > 40, $"{few} matrices were made of more pairs than have room.");
    }

    [Fact]
    public void Three_giant_baskets_take_no_more_memory_than_is_allowed()
    {
        // 1.1 million pairs at a floor of 1: 55 MB if all had room at once.
        var giant = Enumerable.Range(0, 1500).ToArray();
        var matrix = Build(SmallShops.Of(1500, giant, giant, giant), new() { MinCount = 1, Memory = 20_000_000 });

        Assert.Equal((1499, true), (matrix.PairsOf(7), matrix.IsCut(7)));
        Assert.Equal(3, matrix.CountOf(7, 3));
        Assert.Contains("Raise the count floor or the memory limit", Refusal(SmallShops.Of(1500, giant, giant, giant), new() { MinCount = 1, Memory = 20_000_000, Best = 1500 }));
    }

    [Fact]
    public void Popular_items_that_avoid_each_other_are_substitutes_even_if_they_never_met()
    {
        // 0 and 1 are in half of 200 baskets each, never together; 2 goes with both as chance has it.
        var baskets = SmallShops.Of(3, [.. Enumerable.Range(0, 200).Select(basket => basket % 4 < 2 ? new[] { basket % 2, 2 } : [basket % 2])]);
        var matrix = Build(baskets, new());

        var found = Assert.Single(matrix.Substitutes(0));

        Assert.Equal((1, 0, 50.0), (found.Item, found.Count, found.Expected));
        Assert.Equal((100.0, 0.0), (found.Clearness, found.Lift));   // 2 e
        Assert.Equal(0, Assert.Single(matrix.Substitutes(1)).Item);
        Assert.Empty(matrix.Substitutes(2));
        Assert.Empty(Build(baskets, new() { MinExpected = 51 }).Substitutes(0));
        Assert.Empty(Build(baskets, new() { Substitutes = 0 }).Substitutes(0));
    }

    [Fact]
    public void An_item_that_nobody_bought_and_a_basket_of_one_item_have_no_partners()
    {
        var matrix = Build(SmallShops.Of(3, [0], [0, 1]), new() { MinCount = 1 });

        Assert.Equal([1], Directional(matrix, 0));
        Assert.Empty(Directional(matrix, 2));
        Assert.Equal((2, 0), (matrix.CountOf(0), matrix.CountOf(2)));
    }

    [Fact]
    public void What_cannot_be_built_says_why()
    {
        var baskets = SmallShops.Of(2, [0, 1]);

        Assert.Contains("floor of 0", Refusal(baskets, new() { MinCount = 0 }));
        Assert.Contains("0 partners", Refusal(baskets, new() { Best = 0 }));
        Assert.Contains("-1 substitutes", Refusal(baskets, new() { Substitutes = -1 }));
        Assert.Contains("0 bytes", Refusal(baskets, new() { Memory = 0 }));
        Assert.Contains("NaN expected", Refusal(baskets, new() { MinExpected = double.NaN }));
        Assert.Contains("no baskets", Refusal(SmallShops.Of(2), new()));
        Assert.Contains("weigh NaN", Refusal(SmallShops.Of(2, [[0, 1]], [float.NaN]), new()));
    }

    static void AssertEqual(CrossSellMatrix one, CrossSellMatrix other)
    {
        Assert.Equal(one.Tables.Pairs.ToArray(), other.Tables.Pairs.ToArray());
        Assert.Equal(one.Tables.Own.ToArray(), other.Tables.Own.ToArray());
        Assert.Equal(one.Tables.Starts.ToArray(), other.Tables.Starts.ToArray());
        Assert.Equal(one.Tables.Partners.ToArray(), other.Tables.Partners.ToArray());
        Assert.Equal(one.Tables.Counts.ToArray(), other.Tables.Counts.ToArray());
        Assert.Equal(one.Tables.Sums.ToArray(), other.Tables.Sums.ToArray());
        Assert.Equal(one.Tables.SubstituteStarts.ToArray(), other.Tables.SubstituteStarts.ToArray());
        Assert.Equal(one.Tables.SubstitutePartners.ToArray(), other.Tables.SubstitutePartners.ToArray());
        Assert.Equal(one.Tables.SubstituteCounts.ToArray(), other.Tables.SubstituteCounts.ToArray());
    }

    static string Refusal(BasketSet baskets, CrossSellOptions options) => Assert.Throws<UserErrorException>(() => Build(baskets, options)).Message;

    static CrossSellMatrix Build(BasketSet baskets, CrossSellOptions options) => CrossSellBuilder.Build(baskets, options, progress: null, TestContext.Current.CancellationToken);

    static IEnumerable<(int, int)> Pairs(BasketSet baskets) =>
        from item in Enumerable.Range(0, baskets.ItemCount)
        from other in Enumerable.Range(0, baskets.ItemCount)
        where item != other
        select (item, other);

    static List<int> Directional(CrossSellMatrix matrix, int item)
    {
        var found = new CrossSellMatch[100];
        return [.. found.AsSpan(0, matrix.Find(item, CrossSellQuery.Unfiltered, found)).ToArray().Select(match => match.Item)];
    }
}
