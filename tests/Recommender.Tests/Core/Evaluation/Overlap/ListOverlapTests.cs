using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Overlap;
using Recommender.Core.Models.Folders;
using Recommender.Tests.Training.Trainers;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Overlap;

public sealed class ListOverlapTests
{
    static readonly Dataset Shop = Shops.Tasteful(40, 10, 2, 5);

    [Fact]
    public void A_model_shares_every_list_with_itself()
    {
        var result = Between(Trained((_, item) => item), Trained((_, item) => item));

        Assert.Equal((4, 40, 40), (result.Length, result.Common, result.Asked));
        Assert.Equal((1.0, 1.0, 1.0), (result.Share.Value, result.Share.Low, result.Share.High));
    }

    [Fact]
    public void Lists_are_counted_item_by_item_whatever_their_numbers()
    {
        // The second model has the items in the opposite order, and drops the first model's best two for the worst two.
        var names = Enumerable.Range(0, 10).Select(item => Shop.Items[item]).ToArray();
        var second = Trained((_, item) => item is 0 or 1 ? -1 : item >= 8 ? 100 : -item) with { Items = Vocabulary.Of(names.Reverse()) };

        var result = Between(Trained((_, item) => item), second);

        Assert.Equal(0.5, result.Share.Value, 1e-6);
        Assert.Equal([names[9], names[8], names[7], names[6]], result.Changed[0].First);
        Assert.Equal([names[1], names[0], names[9], names[8]], result.Changed[0].Second);
    }

    [Fact]
    public void Those_whose_lists_changed_most_come_first()
    {
        var result = Between(Trained((_, item) => item), Trained((customer, item) => customer == 7 ? -item : customer == 9 && item == 9 ? -1 : item));

        Assert.Equal([0, 0.75, 1], result.Changed.Select(change => change.Share).Take(3));
        Assert.Equal([Hash(7), Hash(9)], result.Changed.Take(2).Select(change => change.Customer));
        Assert.Equal((38 + 0.75) / 40, result.Share.Value, 1e-6);
        Assert.InRange(result.Share.Value, result.Share.Low!.Value, result.Share.High!.Value);
    }

    [Fact]
    public void Only_customers_of_both_are_asked_and_no_more_than_wanted()
    {
        var first = Trained((_, item) => item);
        var other = first with { CustomerHashes = Vocabulary.Of(Enumerable.Range(0, 40).Select(customer => customer < 30 ? Shop.Customers[customer] : $"someone else {customer}")) };

        Assert.Equal((30, 30), (Between(first, other).Common, Between(first, other).Asked));
        Assert.Equal((30, 7), (Between(first, other, most: 7).Common, Between(first, other, most: 7).Asked));
        Assert.Null(ListOverlap.Between(first, first with { CustomerHashes = Vocabulary.Of(Enumerable.Range(0, 40).Select(customer => $"nobody {customer}")) }, new(), TestContext.Current.CancellationToken));
    }

    static string Hash(int customer) => Convert.ToHexStringLower(Shop.Customers.Utf8(customer));

    static TrainedModel Trained(Func<int, int, float> score) => new(new TableModel(Shop.Items.Count, score), Shop.Items, Shop.Customers, Shop.Baskets, Shop.Now);

    static OverlapResult Between(TrainedModel first, TrainedModel second, int most = 1000) =>
        ListOverlap.Between(first, second, new() { Length = 4, Examples = 3, MostCustomers = most, Bootstrap = new() { Resamples = 200, Threads = 2 } }, TestContext.Current.CancellationToken)!;
}
