using Xunit;

namespace Recommender.Tests.Training.Trainers.Retail;

/// <summary>What numpy programs of the same definitions reach on the retail data, to three decimals; random starts move the third by two.</summary>
public sealed class RetailFiguresTests(RetailFold retail) : IClassFixture<RetailFold>
{
    [Theory]
    [InlineData("popularity", 0.0440, 0.1073)]
    [InlineData("item-neighbours", 0.0848, 0.2068)]
    [InlineData("ease(lambda=500)", 0.0928, 0.2604)]
    [InlineData("ease(lambda=1000)", 0.0936, 0.2580)]
    public void Rankings_agree_with_the_independent_programs(string trainer, double ndcgOfNew, double ndcgOfAll)
    {
        var (ofNew, ofAll) = retail.Ndcg(trainer);

        Assert.Equal(ndcgOfNew, ofNew, 0.0005);
        Assert.Equal(ndcgOfAll, ofAll, 0.0005);
    }

    [Fact]
    public void Counts_of_a_customer_s_own_invoices_agree_where_repeats_count() => Assert.Equal(0.3381, retail.Ndcg("frequency").OfAll, 0.0005);

    [Fact]
    public void Alternating_least_squares_agrees_but_for_its_random_start()
    {
        var (ofNew, ofAll) = retail.Ndcg("implicit-als(factors=64,epochs=12,regularization=0.01,unobserved=0.3)");

        Assert.Equal(0.0866, ofNew, 0.002);
        Assert.Equal(0.2571, ofAll, 0.002);
    }
}
