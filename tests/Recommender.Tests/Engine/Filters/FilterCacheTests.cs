using Recommender.Engine.Filters;
using Xunit;

namespace Recommender.Tests.Engine.Filters;

public sealed class FilterCacheTests
{
    [Fact]
    public void A_text_is_read_once()
    {
        var cache = new FilterCache(SampleShop.Of(("A", [("price", 1)])));

        Assert.Same(cache.Get("price < 5"), cache.Get("price < 5"));
    }

    [Fact]
    public void The_cache_keeps_no_more_than_it_may_and_what_is_asked_again()
    {
        var cache = new FilterCache(SampleShop.Of(("A", [("price", 1)])), capacity: 20);
        var often = cache.Get("price < 5");
        for (var number = 0; number < 1000; number++)
        {
            _ = cache.Get($"price = {number}");
            Assert.Same(often, cache.Get("price < 5"));
            Assert.InRange(cache.Count, 1, 20);
        }
    }

    [Fact]
    public void A_wrong_filter_is_not_kept_and_right_once_an_item_has_the_attribute()
    {
        var shop = SampleShop.Of(("A", [("price", 1)]));
        var cache = new FilterCache(shop);

        Assert.Throws<FilterException>(() => cache.Get("size = 1"));
        Assert.Equal(0, cache.Count);

        shop.Apply([SampleShop.Change("A", ("size", 1))]);
        Assert.True(cache.Get("size = 1").Bind(new(-1, SampleShop.Now)).Meets(0));
    }

    [Fact]
    public void Many_threads_ask_at_once()
    {
        var cache = new FilterCache(SampleShop.Of(("A", [("price", 7)])), capacity: 8);

        Parallel.For(0, 20_000, number =>
            Assert.Equal(number % 40 == 7, cache.Get($"price = {number % 40}").Bind(new(-1, SampleShop.Now)).Meets(0)));

        Assert.InRange(cache.Count, 1, 8 + Environment.ProcessorCount);
    }
}
