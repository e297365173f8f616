using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Xunit;

namespace Recommender.Tests.Core.Datasets;

public sealed class DatasetTests
{
    static readonly ParallelOptions Cancelled = new() { CancellationToken = new(canceled: true) };

    [Fact]
    public void What_is_derived_is_kept()
    {
        var shop = Shop();

        Assert.Same(shop.CustomerItems(Weighting.Plain), shop.CustomerItems(Weighting.Plain, new() { MaxDegreeOfParallelism = 1 }));
        Assert.Same(shop.ItemCustomers(Weighting.Plain), shop.ItemCustomers(Weighting.Plain));
    }

    [Fact]
    public void A_matrix_that_was_cancelled_is_made_when_it_is_asked_for_again()
    {
        var shop = Shop();

        Assert.ThrowsAny<OperationCanceledException>(() => shop.ItemCustomers(Weighting.Plain, Cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => shop.CustomerItems(Weighting.Plain, Cancelled));

        Assert.Equal(3, shop.ItemCustomers(Weighting.Plain).Count);
        Assert.Equal(3, shop.CustomerItems(Weighting.Plain).Count);
    }

    [Fact]
    public async Task Who_waited_for_a_matrix_that_another_gave_up_gets_it_nevertheless()
    {
        var shop = Shop(customers: 200_000);
        var token = TestContext.Current.CancellationToken;
        for (var round = 0; round < 5; round++)
        {
            using var source = new CancellationTokenSource();
            var given = Task.Run(() => shop.ItemCustomers(Weighting.Plain, new() { CancellationToken = source.Token }), token);
            var waiting = Task.Run(() => shop.ItemCustomers(Weighting.Plain), token);
            await source.CancelAsync();

            Assert.Equal(200_000, (await waiting).Count);
            await given.ContinueWith(_ => { }, token, TaskContinuationOptions.None, TaskScheduler.Default);
            shop.Release();
        }
    }

    [Fact]
    public void A_transposition_ends_when_it_is_cancelled()
    {
        var matrix = Shop().CustomerItems(Weighting.Plain);

        Assert.Throws<OperationCanceledException>(() => matrix.Transpose(new(canceled: true)));
    }

    [Theory]
    [InlineData(WeightBase.Spend, "amounts")]
    [InlineData(WeightBase.Quantity, "quantities")]
    public void A_weight_whose_column_is_missing_is_one_error_and_not_an_aggregate(WeightBase weight, string column)
    {
        var shop = Shop();

        var error = Assert.Throws<UserErrorException>(() => shop.CustomerItems(new(weight)));

        Assert.Contains(column, error.Message);
        Assert.Throws<UserErrorException>(() => shop.ItemCustomers(new(weight)));
    }

    [Theory]
    [InlineData(4, 1e12f)]
    [InlineData(-1, 0)]
    public void Weights_that_are_no_finite_numbers_are_refused_with_the_cure(double power, float amount)
    {
        var shop = Shop(amount: amount);

        var error = Assert.Throws<UserErrorException>(() => shop.CustomerItems(new(WeightBase.Spend, Power: power)));

        Assert.Contains("'spend'", error.Message);
        Assert.Contains("power=0.5", error.Message);
        Assert.Equal(3, shop.CustomerItems(new(WeightBase.Spend, Power: 0.5)).Count);
    }

    [Theory]
    [InlineData("hash:5")]
    [InlineData("holdout:0.2")]
    [InlineData("holdout-items:0.2")]
    [InlineData("strong:0.2")]
    [InlineData("temporal:0.5")]
    [InlineData("leave-last-out")]
    public void A_cut_ends_when_it_is_cancelled(string split) =>
        Assert.ThrowsAny<OperationCanceledException>(() => Split.Parse(split, 1).Cut(Shop(customers: 100), new(canceled: true)));

    static Dataset Shop(int customers = 3, float? amount = null) => new()
    {
        Name = "shop",
        Hash = "shop",
        Customers = Vocabulary.Of(Enumerable.Range(0, customers).Select(customer => $"c{customer:d6}")),
        Items = Vocabulary.Of(["a", "b"]),
        Baskets = BasketsBuilder.From(customers, 2, Enumerable.Range(0, customers).Select(customer => new Purchase(customer, customer % 2, customer, Amount: amount))),
        Now = customers,
        HasTimes = true,
    };
}
