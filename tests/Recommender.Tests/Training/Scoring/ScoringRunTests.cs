using System.Security.Cryptography;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Storage.Homes;
using Recommender.Tests.Training.Trainers;
using Xunit;

namespace Recommender.Tests.Training.Scoring;

public sealed class ScoringRunTests
{
    const float Rounding = 1e-4f;   // one row is multiplied alone, many as tiles

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("implicit-als(factors=8,epochs=3)", Repeats.LeftOut)]
    [InlineData("implicit-als(factors=8,epochs=3)", Repeats.Allowed)]
    [InlineData("frequency", Repeats.LeftOut)]
    [InlineData("frequency", Repeats.Allowed)]
    public void Every_customer_gets_the_list_that_the_model_itself_recommends(string trainer, Repeats repeats)
    {
        using var shop = new ScoredShop { Options = new() { N = 5, PartSize = 30, Repeats = repeats } };
        shop.Train(trainer);

        var manifest = shop.Score("scores");

        var lists = shop.Lists("scores");
        Assert.Equal((200, 7, true), (manifest.Customers, manifest.Parts.Count, manifest.Finished));
        Assert.Equal(lists.Values.Sum(list => list.Count), manifest.Rows);
        for (var customer = 0; customer < shop.Shop.Customers.Count; customer++)
            Same(shop.Recommended(new(customer, shop.Trained.Histories.Of(customer), shop.Trained.Now, repeats)), lists[shop.Shop.Customers[customer]]);
    }

    [Fact]
    public void Customers_stand_in_the_order_of_their_ids_part_after_part()
    {
        using var shop = new ScoredShop();

        shop.Score("scores");

        Assert.Equal(Enumerable.Range(0, 200).Select(customer => shop.Shop.Customers[customer]), shop.Lists("scores").Keys);
    }

    [Fact]
    public void Threads_do_not_change_a_byte()
    {
        using var one = new ScoredShop { Options = new() { N = 5, PartSize = 64, Threads = 1 } };
        using var many = new ScoredShop { Options = new() { N = 5, PartSize = 64, Threads = 5 } };

        one.Score("scores");
        many.Score("scores");

        Assert.Equal(Content(one.Path("scores")), Content(many.Path("scores")));
    }

    [Fact]
    public void What_is_broken_off_goes_on_with_the_part_that_is_missing_and_ends_with_the_same_bytes()
    {
        using var shop = new ScoredShop();
        shop.Score("whole");
        Assert.ThrowsAny<OperationCanceledException>(() => shop.Score("scores", stopAt: 0.5));
        Assert.DoesNotContain(Directory.GetFiles(shop.Path("scores")), file => Path.GetFileName(file).StartsWith(".staging", StringComparison.Ordinal));
        var made = Directory.GetFiles(shop.Path("scores"), "part-*").ToDictionary(file => file, File.GetLastWriteTimeUtc);
        Assert.InRange(made.Count, 1, 5);

        shop.Score("scores");

        Assert.Equal(Content(shop.Path("whole")), Content(shop.Path("scores")));
        Assert.All(made, part => Assert.Equal(part.Value, File.GetLastWriteTimeUtc(part.Key)));
    }

    [Fact]
    public void A_part_that_is_damaged_or_gone_is_made_again_and_what_a_dead_writer_left_is_cleared()
    {
        using var shop = new ScoredShop();
        shop.Score("scores");
        var whole = Content(shop.Path("scores"));
        var damaged = File.ReadAllBytes(shop.Path("scores/part-00002.parquet"));
        damaged[damaged.Length / 2] ^= 1;
        File.WriteAllBytes(shop.Path("scores/part-00002.parquet"), damaged);
        File.Delete(shop.Path("scores/part-00004.parquet"));
        File.WriteAllText(shop.Path("scores/part-00099.parquet"), "not in the manifest");
        File.WriteAllText(shop.Path("scores/.staging-1-1"), "half a part");

        shop.Score("scores");

        Assert.Equal(whole, Content(shop.Path("scores")));
    }

    [Fact]
    public void A_customer_whom_the_model_does_not_know_is_folded_in_from_the_items_that_it_knows()
    {
        using var shop = new ScoredShop { Options = new() { N = 5, PartSize = 2 } };
        string[] customers = ["a stranger", "c000003", "nothing known"];
        string[] items = ["brand new", "i000004", "i000008"];
        Purchase[] purchases = [new(0, 0, 10, 1), new(0, 1, 10, 1), new(0, 2, 20, 2), new(1, 1, 30, 3), new(2, 0, 30, 4)];
        var later = new Dataset { Name = "later", Hash = "later", Customers = Vocabulary.Of(customers), Items = Vocabulary.Of(items), Baskets = BasketsBuilder.From(3, 3, purchases), Now = 100, HasTimes = true };

        shop.Score("scores", later);

        var lists = shop.Lists("scores");
        var history = BasketsBuilder.From(1, 60, [new(0, 4, 10, 1), new(0, 8, 20, 2)]).Of(0);
        Same(shop.Recommended(Shopper.Stranger(history, 100)), lists["a stranger"]);
        Same(shop.Recommended(Shopper.Stranger(History.Empty, 100)), lists["nothing known"]);
        Assert.DoesNotContain(lists["c000003"], best => best.Item == "i000004");
        Assert.Equal(customers, lists.Keys);
    }

    [Fact]
    public void Whoever_asked_to_be_forgotten_is_not_scored()
    {
        using var shop = new ScoredShop();
        using (var writer = WriterLock.Acquire(shop.Home, "test", TimeSpan.Zero, _ => { }, Token))
            shop.Home.Tenant("default").Suppressions.Add(new(shop.Key.Hash("c000031"), SuppressionState.Pending, DateTime.UnixEpoch), writer);

        var manifest = shop.Score("scores");

        Assert.Equal(199, manifest.Customers);
        Assert.DoesNotContain("c000031", shop.Lists("scores").Keys);
    }

    [Fact]
    public void Ids_of_any_letters_come_out_as_they_went_in_and_to_their_own_lists()
    {
        string[] ids = ["' OR 1=1 --", "\"quoted\"", "A1", "a1", "c\0d", "line\nbreak", "Zoë", "日本", "{\"$path\"}"];
        var names = Vocabulary.Of(ids.OrderBy(id => id, StringComparer.Ordinal));
        var shop = Shops.Tasteful(ids.Length, items: 60, tastes: 4, seed: 2);
        using var scored = new ScoredShop(new() { Name = "ids", Hash = "ids", Customers = names, Items = shop.Items, Baskets = shop.Baskets, Now = shop.Now, HasTimes = true });

        scored.Score("scores");

        var lists = scored.Lists("scores");
        Assert.Equal(ids.Order(StringComparer.Ordinal), lists.Keys.Order(StringComparer.Ordinal));
        for (var customer = 0; customer < ids.Length; customer++) Same(scored.Recommended(new(customer, shop.Baskets.Of(customer), shop.Now, Repeats.LeftOut)), lists[names[customer]]);
    }

    static void Same(IReadOnlyList<(string Item, float Score)> expected, IReadOnlyList<(string Item, float Score)> actual)
    {
        Assert.Equal(expected.Select(best => best.Item), actual.Select(best => best.Item));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Score, pair.Second.Score, Rounding));
    }

    static string[] Content(string folder) => [.. Directory.GetFiles(folder).Where(file => !file.EndsWith(".lock")).Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}")];
}
