using System.Diagnostics;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Itemsets;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Itemsets;

public sealed class LimitTests
{
    static readonly BasketSet Mixed = Random(baskets: 500, items: 40, density: 0.25, seed: 1);

    // 2^1000 - 1 frequent itemsets, one of them closed.
    static readonly BasketSet Giant = SmallBaskets.Set(1, 1000, Enumerable.Range(0, 1000).Select(item => (0, item)));

    // More frequent itemsets than could be counted one by one, in baskets that differ.
    static readonly BasketSet Endless = Random(baskets: 3000, items: 120, density: 0.6, seed: 2);

    public static TheoryData<ItemsetKind> Kinds => ItemsetMinerTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_limit_of_itemsets_gives_the_first_ones_listed_or_counted_on_any_threads(ItemsetKind kind)
    {
        var options = new MiningOptions { Kind = kind, MinCount = 10, Threads = 1 };
        var whole = Mined.List(Mixed, options);
        foreach (var most in new[] { 1, 7, 100, 1000, whole.Itemsets.Count - 1 })
        {
            var limited = options with { MaxItemsets = most, Threads = 1 + most % 3 };

            var listed = Mined.List(Mixed, limited);
            var counted = Mined.Count(Mixed, limited);

            Assert.Equal(whole.Itemsets.Take(most), listed.Itemsets);
            Assert.StartsWith($"The limit of {most} itemsets ended the search after ", listed.Result.Cut, StringComparison.Ordinal);
            Assert.Equal(listed.Result.BySize, counted.BySize);
            Assert.Equal(listed.Result.Cut, counted.Cut);
        }
        Assert.Null(Mined.Count(Mixed, options with { MaxItemsets = whole.Itemsets.Count }).Cut);
    }

    [Fact]
    public void A_giant_basket_alone_is_one_closed_and_one_maximal_itemset()
    {
        foreach (var kind in new[] { ItemsetKind.Closed, ItemsetKind.Maximal })
        {
            var found = Mined.Count(Giant, new() { Kind = kind, MinCount = 1 });

            Assert.Equal(1, found.Itemsets);
            Assert.Equal(1000, found.BySize.Count);
        }
        Assert.Equal([1000L, 499_500L, 166_167_000L], Mined.Count(Giant, new() { MinCount = 1, MaxLength = 3 }).BySize);
    }

    [Fact]
    public void More_itemsets_than_a_number_can_hold_are_cut_instead_of_counted_wrongly()
    {
        var found = Mined.Count(Giant, new() { MinCount = 1, MaxItemsets = 100_000, Threads = 2 });

        Assert.Equal(100_000, found.Itemsets);
        Assert.Contains("limit of 100000 itemsets", found.Cut, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(500)]
    public void An_astronomic_number_of_itemsets_ends_at_the_limit(int minCount)
    {
        var started = Stopwatch.GetTimestamp();

        var found = Mined.Count(Endless, new() { MinCount = minCount, MaxItemsets = 50_000, Time = TimeSpan.FromSeconds(60) });

        Assert.Equal(50_000, found.Itemsets);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 30);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_limit_of_time_ends_the_search_and_what_came_before_is_right(ItemsetKind kind)
    {
        var limited = new MiningOptions { Kind = kind, MinCount = 5, Time = TimeSpan.FromSeconds(0.3) };
        var started = Stopwatch.GetTimestamp();

        var counted = Mined.Count(Endless, limited);
        var blocks = 0;
        var listed = ItemsetMiner.Mine(Endless, limited, block =>
        {
            if (blocks++ == 0) AssertFrequent(Endless, block, 100);
        }, TestContext.Current.CancellationToken);

        Assert.StartsWith("The time limit of 0.3 s ended the search after ", counted.Cut, StringComparison.Ordinal);
        Assert.StartsWith("The time limit of 0.3 s ended the search after ", listed.Cut, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 5);
    }

    [Fact]
    public void A_limit_of_memory_ends_the_search()
    {
        foreach (var memory in new[] { 1, RankedBaskets.BytesFor(Endless.Lines) + 50_000 })
        {
            var found = Mined.Count(Endless, new() { MinCount = 1, Memory = memory, Threads = 1, Time = TimeSpan.FromSeconds(20) });

            Assert.StartsWith($"The memory limit of {memory} bytes ended the search ", found.Cut, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cancelling_ends_the_search_within_a_second(ItemsetKind kind)
    {
        foreach (var minCount in new[] { 5, 400 })
        {
            using var cancelling = new CancellationTokenSource();
            var search = Task.Run(() => ItemsetMiner.Mine(Endless, new() { Kind = kind, MinCount = minCount }, take: null, cancelling.Token), TestContext.Current.CancellationToken);
            await Task.Delay(100, TestContext.Current.CancellationToken);
            var started = Stopwatch.GetTimestamp();
            await cancelling.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search);

            Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 1);
        }
    }

    [Fact]
    public void What_the_receiver_throws_comes_out_as_it_is()
    {
        var thrown = Assert.Throws<InvalidDataException>(() => ItemsetMiner.Mine(
            Mixed, new() { MinCount = 5, Threads = 3 }, _ => throw new InvalidDataException("full"), TestContext.Current.CancellationToken));

        Assert.Equal("full", thrown.Message);
    }

    [Fact]
    public void Blocks_come_one_at_a_time()
    {
        var inside = 0;
        ItemsetMiner.Mine(Mixed, new() { MinCount = 3, Threads = 4 }, _ =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            Interlocked.Decrement(ref inside);
        }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Progress_ascends_to_the_whole()
    {
        var seen = new List<double>();

        ItemsetMiner.Mine(Mixed, new() { MinCount = 20, Threads = 2, Progress = new Reports(seen) }, take: null, TestContext.Current.CancellationToken);

        Assert.Equal(seen.Order(), seen);
        Assert.Equal(1, seen[^1]);
    }

    static void AssertFrequent(BasketSet baskets, ItemsetBlock block, int itemsets)
    {
        for (var itemset = 0; itemset < Math.Min(itemsets, block.Count); itemset++)
        {
            var items = block.ItemsOf(itemset).ToArray();
            var count = Enumerable.Range(0, baskets.Count).Count(basket => items.All(item => baskets.Lines.RowIndices(basket).Contains(item)));
            Assert.Equal(count, block.Counts.Span[itemset]);
        }
    }

    static BasketSet Random(int baskets, int items, double density, int seed)
    {
        var random = new Random(seed);
        return SmallBaskets.Set(baskets, items,
            from basket in Enumerable.Range(0, baskets)
            from item in Enumerable.Range(0, items)
            where random.NextDouble() < density
            select (basket, item));
    }

    sealed class Reports(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }
}
