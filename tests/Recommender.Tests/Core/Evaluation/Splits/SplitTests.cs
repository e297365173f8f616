using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Tests.Training.Trainers;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Splits;

public sealed class SplitTests
{
    static readonly Dataset Shop = Shops.Tasteful(120, 40, 4, seed: 2);

    public static TheoryData<string> All => ["temporal", "leave-last-out", "holdout:0.2", "holdout-items:0.25", "strong:0.1", "hash:10"];

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_seed_cuts_the_same(string text)
    {
        var (once, again) = (Cut(Shop, text), Cut(Shops.Tasteful(120, 40, 4, seed: 2), text));

        Assert.True(EvaluationShops.Pairs(once.Training).SetEquals(EvaluationShops.Pairs(again.Training)));
        Assert.True(EvaluationShops.Targets(once).SetEquals(EvaluationShops.Targets(again)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_is_invented_and_nothing_without_a_place_in_training_is_asked(string text)
    {
        var fold = Cut(Shop, text);
        var bought = EvaluationShops.Pairs(Shop);

        Assert.ProperSubset(bought, EvaluationShops.Pairs(fold.Training));
        Assert.ProperSubset(bought, EvaluationShops.Targets(fold));
        Assert.Equal(fold.Cases.Count, fold.Cases.Targets.Rows);
        Assert.Equal(fold.Cases.Count, fold.Cases.Names.Count);
        Assert.Equal(fold.Training.Items.Count, fold.Cases.Targets.Columns);
        Assert.All(Enumerable.Range(0, fold.Cases.Count), place => Assert.NotEqual(0, fold.Cases.Targets.RowCount(place)));
        Assert.All(Enumerable.Range(0, fold.Training.Customers.Count), customer => Assert.False(fold.Training.Baskets.Of(customer).IsEmpty));
        Assert.Equal(fold.Training.Items.Count, fold.Training.Baskets.Items.ToArray().Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_case_is_told_its_own_history_and_its_names_fit(string text)
    {
        var fold = Cut(Shop, text);
        for (var place = 0; place < fold.Cases.Count; place++)
        {
            var shopper = fold.Cases.Shopper(place, Recommender.Core.Models.Repeats.Allowed);
            if (text.StartsWith("strong", StringComparison.Ordinal)) Assert.Equal(-1, shopper.Customer);
            else Assert.Equal(fold.Cases.Names[place], fold.Training.Customers[shopper.Customer]);
            Assert.False(shopper.History.IsEmpty);
        }
        Assert.Subset(EvaluationShops.Pairs(Shop), EvaluationShops.Histories(fold));
    }

    [Theory]
    [InlineData("holdout:0.2")]
    [InlineData("holdout-items:0.25")]
    [InlineData("strong:0.1")]
    [InlineData("hash:10")]
    public void What_is_held_out_was_not_told(string text)
    {
        var fold = Cut(Shop, text);

        Assert.Empty(EvaluationShops.Targets(fold).Intersect(EvaluationShops.Pairs(fold.Training)));
        Assert.Empty(EvaluationShops.Targets(fold).Intersect(EvaluationShops.Histories(fold)));
    }

    [Theory]
    [InlineData("holdout:0.3")]
    [InlineData("holdout-items:0.3")]
    [InlineData("strong:0.3")]
    public void Another_seed_cuts_otherwise(string text) =>
        Assert.False(EvaluationShops.Targets(Cut(Shop, text)).SetEquals(EvaluationShops.Targets(Split.Parse(text, seed: 18).Cut(Shop, Token))));

    [Fact]
    public void Holdout_takes_the_rounded_share_of_each_customer_and_always_leaves_something()
    {
        var fold = Cut(Shop, "holdout:0.4");
        var (bought, held) = (EvaluationShops.Pairs(Shop).ToLookup(pair => pair.Customer), EvaluationShops.Targets(fold).ToLookup(pair => pair.Customer));

        foreach (var customer in bought) Assert.Equal((int)Math.Round(0.4 * customer.Count()), held[customer.Key].Count());
        Assert.Equal(Shop.Customers.Count, fold.Training.Customers.Count);
    }

    [Fact]
    public void Holdout_of_items_takes_the_rounded_share_of_each_item()
    {
        var fold = Cut(Shop, "holdout-items:0.25");
        var bought = EvaluationShops.Pairs(Shop).ToLookup(pair => pair.Item);
        var kept = EvaluationShops.Pairs(fold.Training).ToLookup(pair => pair.Item);

        foreach (var item in bought) Assert.Equal(item.Count() - (int)Math.Round(0.25 * item.Count()), kept[item.Key].Count());
    }

    [Fact]
    public void Strong_generalisation_leaves_its_customers_out_of_the_training_entirely()
    {
        var fold = Cut(Shop, "strong:0.1");
        var names = Enumerable.Range(0, fold.Cases.Count).Select(place => fold.Cases.Names[place]).ToArray();

        Assert.InRange(names.Length, 8, 12);
        Assert.Equal(108, fold.Training.Customers.Count);
        Assert.All(names, name => Assert.Equal(-1, fold.Training.Customers.Find(name)));
        Assert.All(fold.Cases.Moments, moment => Assert.Equal(Shop.Now, moment));
    }

    [Fact]
    public void Leave_last_out_asks_for_the_last_basket_when_it_was_bought()
    {
        var shop = Shops.Of(3, 3, [new(0, 0, Time: 10), new(0, 1, Time: 20, Order: 1), new(1, 2, Time: 5), new(2, 1, Time: 7), new(2, 2, Time: 30, Order: 1), new(2, 1, Time: 40, Order: 2)]);

        var fold = Cut(shop, "leave-last-out");

        Assert.Equal([0, 2], fold.Cases.Customers);
        Assert.Equal([20, 40], fold.Cases.Moments);
        Assert.Equal([("c000000", "i000001"), ("c000002", "i000001")], EvaluationShops.Targets(fold).Order());
        Assert.Equal(3, fold.Training.Customers.Count);
        Assert.Equal(31, fold.Training.Now);
    }

    [Fact]
    public void Temporal_asks_from_the_moment_on_and_numbers_anew_what_remains()
    {
        var shop = Shops.Of(4, 5,
        [
            new(0, 4, Time: 10, Quantity: 2, Amount: 3), new(0, 1, Time: 2000, Order: 1), new(0, 4, Time: 2000, Order: 1), new(0, 3, Time: 3000, Order: 2),
            new(1, 3, Time: 2000), new(2, 1, Time: 20), new(-1, 2, Time: 30), new(3, 4, Time: 1440),
        ]);

        var fold = Cut(shop, "temporal:1970-01-02");

        Assert.Equal(["c000000", "c000002"], Names(fold.Training.Customers));
        Assert.Equal(["i000001", "i000002", "i000004"], Names(fold.Training.Items));
        Assert.Equal(1440, fold.Training.Now);
        Assert.Equal(3, fold.Training.Baskets.Count);
        Assert.Equal([2, 0, 1], fold.Training.Baskets.Items.ToArray());
        Assert.Equal([("c000000", "i000001"), ("c000000", "i000004")], EvaluationShops.Targets(fold).Order());
        Assert.Equal([1440], fold.Cases.Moments);
        Assert.Equal(2, fold.Training.Baskets.Quantities.Span[0]);
    }

    [Fact]
    public void Temporal_without_a_moment_trains_on_four_fifths_of_the_baskets()
    {
        var shop = Shops.Of(10, 2, from customer in Enumerable.Range(0, 10) from time in Enumerable.Range(0, 10) select new Purchase(customer, time % 2, time * 100 + customer, Order: time));

        Assert.Equal(80, Cut(shop, "temporal").Training.Baskets.Count);
        Assert.Equal(50, Cut(shop, "temporal:0.5").Training.Baskets.Count);
    }

    [Fact]
    public void The_hash_is_that_of_gzip_and_python()
    {
        var shop = new Dataset
        {
            Name = "ratings",
            Hash = "ratings",
            Customers = Vocabulary.Of(["1", "314"]),
            Items = Vocabulary.Of(["1", "10", "258", "33", "4", "57", "6001", "9"]),
            Baskets = BasketsBuilder.From(2, 8, from customer in Enumerable.Range(0, 2) from item in Enumerable.Range(0, 8) select new Purchase(customer, item)),
            Now = 0,
            HasTimes = false,
            Ratings = CsrMatrix.From(2, 8, from customer in Enumerable.Range(0, 2) from item in Enumerable.Range(0, 8) select (customer, item, 1f + item)),
        };

        var fold = Cut(shop, "hash:10");

        Assert.Equal([("1", "1"), ("314", "258"), ("314", "33")], EvaluationShops.Targets(fold).Order());
    }

    [Fact]
    public void A_rating_goes_where_its_pair_goes_and_the_last_one_of_a_repeated_pair_is_not_told()
    {
        var shop = Rated(Shops.Of(2, 3, [new(0, 0, Time: 10), new(0, 1, Time: 10), new(0, 1, Time: 5000, Order: 1), new(0, 2, Time: 5000, Order: 1), new(1, 2, Time: 10)]));

        var fold = Cut(shop, "temporal:1970-01-02");

        Assert.Equal([0], fold.Training.Ratings!.RowIndices(0).ToArray());
        Assert.Equal([2], fold.Training.Ratings.RowIndices(1).ToArray());
        Assert.Equal([12], fold.Training.Ratings.RowValues(1).ToArray());
        Assert.Equal([1, 2], fold.Cases.Targets.RowIndices(0).ToArray());
        Assert.Equal([1, 2], fold.Cases.Targets.RowValues(0).ToArray());
    }

    [Fact]
    public void The_catalogue_is_cut_with_the_items()
    {
        var shop = Shops.Of(2, 3, [new(0, 0, Time: 10), new(0, 2, Time: 10), new(0, 2, Time: 5000, Order: 1), new(1, 1, Time: 5000)]);
        var known = new Dataset
        {
            Name = shop.Name, Hash = shop.Hash, Customers = shop.Customers, Items = shop.Items, Baskets = shop.Baskets, Now = shop.Now, HasTimes = true,
            Catalogue = new() { Names = ["zero", "one", "two"] },
        };

        Assert.Equal(["zero", "two"], Cut(known, "temporal:1970-01-02").Training.Catalogue.Names);
    }

    [Fact]
    public void A_given_test_part_is_matched_by_ids()
    {
        var training = Shops.Of(3, 3, [new(0, 0), new(1, 1), new(2, 2)]);
        var test = Rated(new Dataset
        {
            Name = "test", Hash = "t", Customers = Vocabulary.Of(["c000002", "c000000", "c000009"]), Items = Vocabulary.Of(["i000002", "i000009", "i000000"]),
            Baskets = BasketsBuilder.From(3, 3, [new(0, 0), new(0, 2), new(1, 1), new(2, 0)]), Now = 0, HasTimes = false,
        });

        var fold = new Recommender.Core.Evaluation.Splits.GivenSplit(test).Cut(training, Token);

        Assert.Same(training, fold.Training);
        Assert.Equal([2], fold.Cases.Customers);
        Assert.Equal([0, 2], fold.Cases.Targets.RowIndices(0).ToArray());
        Assert.Equal([2, 0], fold.Cases.Targets.RowValues(0).ToArray());
        Assert.Equal("c000002", fold.Cases.Names[0]);
    }

    [Theory]
    [InlineData("temporal:1960-01-01", "nothing")]
    [InlineData("temporal:2090-01-01", "no customer")]
    [InlineData("hash:2000000000", "no customer")]
    public void A_cut_that_leaves_a_part_empty_is_an_error(string text, string said) =>
        Assert.Contains(said, Assert.Throws<UserErrorException>(() => Cut(Shop, text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("temporal")]
    [InlineData("leave-last-out")]
    public void Without_times_nothing_is_cut_in_time(string text)
    {
        var timeless = new Dataset { Name = "timeless", Hash = "", Customers = Shop.Customers, Items = Shop.Items, Baskets = Shop.Baskets, Now = 0, HasTimes = false };

        Assert.Contains("has no times", Assert.Throws<UserErrorException>(() => Cut(timeless, text)).Message, StringComparison.Ordinal);
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    static Fold Cut(Dataset shop, string text) => Split.Parse(text).Cut(shop, Token);

    static string[] Names(Vocabulary names) => [.. Enumerable.Range(0, names.Count).Select(entry => names[entry])];

    // Every bought pair is rated 10 times the customer's number plus the item's.
    static Dataset Rated(Dataset shop) => new()
    {
        Name = shop.Name, Hash = shop.Hash, Customers = shop.Customers, Items = shop.Items, Baskets = shop.Baskets, Now = shop.Now, HasTimes = shop.HasTimes,
        Ratings = CsrMatrix.From(shop.Customers.Count, shop.Items.Count,
            from customer in Enumerable.Range(0, shop.Customers.Count)
            from item in shop.Baskets.Of(customer).Items.ToArray().Distinct()
            select (customer, item, 10f * customer + item)),
    };
}
