using Recommender.Core;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Itemsets;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Itemsets;

public sealed class ItemsetMinerTests
{
    public static TheoryData<ItemsetKind> Kinds => [ItemsetKind.Frequent, ItemsetKind.Closed, ItemsetKind.Maximal];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Thousands_of_small_data_sets_give_what_the_definition_gives(ItemsetKind kind)
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            var small = SmallBaskets.Random(seed, mostItems: seed % 10 == 0 ? 13 : 8);
            Check(small, Options(seed, kind, small), seed);
        }
    }

    [Fact]
    public void No_baskets_have_no_itemsets_and_the_empty_one_never_counts()
    {
        Assert.Equal(0, Mined.Count(SmallBaskets.Set(0, 0, []), new() { MinCount = 1 }).Itemsets);
        Assert.Equal(0, Mined.Count(SmallBaskets.Set(5, 3, []), new() { MinCount = 1 }).Itemsets);
        Assert.Equal([1L], Mined.Count(SmallBaskets.Set(5, 3, [(2, 1)]), new() { MinCount = 1 }).BySize);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Larger_data_sets_give_sets_that_keep_the_definition_among_each_other(ItemsetKind kind)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var baskets = Large(seed);
            var options = new MiningOptions { MinCount = 3 + 9 * (seed % 6), Threads = 1 };
            var frequent = Mined.List(baskets, options);
            var expected = Selected(frequent.Itemsets, kind);

            var found = Mined.List(baskets, options with { Kind = kind });

            Assert.Equal(expected.Order(StringComparer.Ordinal), found.Itemsets.Order(StringComparer.Ordinal));
            Assert.Equal(found.Result.BySize, Mined.Count(baskets, options with { Kind = kind }).BySize);
            Assert.Equal(found.Itemsets, Mined.List(baskets, options with { Kind = kind, Threads = 3 }).Itemsets);
        }
    }

    [Fact]
    public void Each_option_outside_its_range_is_named()
    {
        var fine = new MiningOptions { MinCount = 1 };
        foreach (var (options, named) in new (MiningOptions, string)[]
        {
            (fine with { MinCount = 0 }, "count"), (fine with { MaxLength = 0 }, "length"), (fine with { MaxItemsets = 0 }, "number of itemsets"),
            (fine with { Memory = 0 }, "memory"), (fine with { Time = TimeSpan.Zero }, "time"), (fine with { Threads = 0 }, "threads"),
            (fine with { Kind = (ItemsetKind)9 }, "kind"),
        })
        {
            Assert.Contains(named, Assert.Throws<UserErrorException>(() => Mined.Count(SmallBaskets.Set(1, 1, [(0, 0)]), options)).Message);
        }
    }

    static MiningOptions Options(int seed, ItemsetKind kind, SmallBaskets small)
    {
        var random = new Random(seed + 100_000);
        return new()
        {
            Kind = kind,
            MinCount = random.Next(3) == 0 ? 1 : random.Next(1, Math.Max(2, small.Masks.Length / (1 + random.Next(10)))),
            MaxLength = random.Next(2) == 0 ? int.MaxValue : random.Next(1, 6),
            Threads = 1 + 2 * (seed % 2),
        };
    }

    static void Check(SmallBaskets small, MiningOptions options, int seed)
    {
        var expected = NaiveItemsets.Of(small.Masks, small.Items, options);
        var baskets = small.ToSet();

        var listed = Mined.List(baskets, options);
        var counted = Mined.Count(baskets, options);

        Assert.True(expected.SequenceEqual(listed.Itemsets.Order(StringComparer.Ordinal), StringComparer.Ordinal), $"Seed {seed}, {options}");
        Assert.True(listed.Result.BySize.SequenceEqual(counted.BySize), $"Seed {seed}, {options}: {string.Join(' ', counted.BySize)}");
        Assert.Equal(expected.Length, counted.Itemsets);
        Assert.Null(listed.Result.Cut);
        Assert.Null(counted.Cut);
    }

    // 60 items in three groups that are bought together, 400 baskets.
    static BasketSet Large(int seed)
    {
        var random = new Random(seed);
        return SmallBaskets.Set(400, 60,
            from basket in Enumerable.Range(0, 400)
            let wanted = random.Next(3)
            from item in Enumerable.Range(0, 60)
            where random.NextDouble() < (item % 3 == wanted && item % 2 == seed % 2 ? 0.35 : 0.04)
            select (basket, item));
    }

    /// <summary>The closed or maximal ones of all frequent itemsets; frequent: all.</summary>
    public static IEnumerable<string> Selected(IReadOnlyList<string> frequent, ItemsetKind kind)
    {
        var best = new Dictionary<string, int>(StringComparer.Ordinal);   // the greatest count of what has one item more
        var sets = frequent.Select(text => text.Split(": ")).Select(parts => (Items: parts[0].Split(' '), Count: int.Parse(parts[1]))).ToArray();
        foreach (var (items, count) in sets)
        {
            foreach (var left in items.Length == 1 ? [] : items)
            {
                var smaller = string.Join(' ', items.Where(item => item != left));
                best[smaller] = Math.Max(count, best.GetValueOrDefault(smaller));
            }
        }
        return sets.Where(set => best.GetValueOrDefault(string.Join(' ', set.Items)) is var larger && (kind == ItemsetKind.Frequent || (kind == ItemsetKind.Maximal ? larger == 0 : larger < set.Count)))
            .Select(set => $"{string.Join(' ', set.Items)}: {set.Count}");
    }
}
