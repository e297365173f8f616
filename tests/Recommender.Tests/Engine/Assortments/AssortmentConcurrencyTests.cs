using Recommender.Engine.Filters;
using Recommender.Tests.Engine.Filters;
using Xunit;

namespace Recommender.Tests.Engine.Assortments;

public sealed class AssortmentConcurrencyTests
{
    [Fact]
    public async Task Readers_see_whole_values_while_the_feed_grows_every_column()
    {
        const int Items = 20_001;
        var shop = SampleShop.Of(("I0", Fields(0)));
        var condition = Filter.Parse("price >= 0 and brand is present and tags contains 'all'", shop).Bind(new(-1, SampleShop.Now));
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(Read, TestContext.Current.CancellationToken)).ToArray();

        for (var item = 1; item < Items; item += 50)
            shop.Apply([.. Enumerable.Range(item, 50).Select(number => SampleShop.Change($"I{number}", Fields(number)))]);
        await Task.WhenAll(readers);

        Assert.Equal(Items, Enumerable.Range(0, shop.Count).Count(condition.Meets));

        void Read()
        {
            for (var count = shop.Count; count < Items; count = shop.Count)
            {
                var row = count - 1;
                var (id, facts) = (shop.IdOf(row), shop.Facts(row));
                Assert.Equal(row, shop.Find(id));
                Assert.True(double.IsNaN(facts.Price) || facts.Price == row);
                Assert.True(facts.Brand is null || facts.Brand == $"b{row % 3000}");
                _ = condition.Meets(row);
            }
        }

        static (string, object?)[] Fields(int number) => [("price", number), ("brand", $"b{number % 3000}"), ("tags", new[] { "all", $"t{number}" })];
    }

    [Fact]
    public async Task A_change_is_seen_by_the_next_question_whoever_asks()
    {
        var shop = SampleShop.Of(("A", [("stock", 1)]));
        for (var round = 0; round < 200; round++)
        {
            shop.Apply([SampleShop.Change("A", ("stock", round % 2))]);
            var isOffered = await Task.Run(() => shop.IsOffered(0), TestContext.Current.CancellationToken);
            Assert.Equal(round % 2 == 1, isOffered);
        }
    }
}
