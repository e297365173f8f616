using Recommender.Core.Datasets;
using Recommender.Training.Trainers.ItemNeighbours;
using Xunit;

namespace Recommender.Tests.Training.Trainers.ItemNeighbours;

public sealed class NearnessTests
{
    // Five customers: 0 and 1 buy items 0 and 1; 2 buys items 1 and 2; 3 buys item 1; 4 buys item 2.
    // Item 0 has 2 customers, item 1 has 4, item 2 has 2; 0 and 1 have 2 in common, 1 and 2 have 1, 0 and 2 have none.
    static readonly Dataset Shop = Shops.Of(5, 3,
        [new(0, 0), new(0, 1), new(1, 0), new(1, 1), new(2, 1), new(2, 2), new(3, 1), new(4, 2)]);

    [Fact]
    public void Cosine() => AssertNear(new(), zeroOne: 2 / Math.Sqrt(8), oneTwo: 1 / Math.Sqrt(8));

    [Fact]
    public void Cosine_of_one_side_is_the_chance_of_the_other_item_given_the_one_bought()
    {
        var neighbours = ItemNeighboursTrainerTests.Train(Shop, new() { Asymmetry = 1 }).Neighbours;

        Assert.Equal(1, neighbours.At(row: 1, column: 0), 1e-6);     // of 2 buyers of item 0 both bought item 1
        Assert.Equal(0.5, neighbours.At(row: 0, column: 1), 1e-6);   // of 4 buyers of item 1 two bought item 0
    }

    [Fact]
    public void Jaccard() => AssertNear(new() { Measure = NearnessKind.Jaccard }, zeroOne: 2.0 / 4, oneTwo: 1.0 / 5);

    [Fact]
    public void Lift() => AssertNear(new() { Measure = NearnessKind.Lift }, zeroOne: 2.0 * 5 / 8, oneTwo: 1.0 * 5 / 8);

    [Fact]
    public void Count() => AssertNear(new() { Measure = NearnessKind.Count }, zeroOne: 2, oneTwo: 1);

    // Observed 2, 0, 2, 1 where chance gives 1.6, 0.4, 2.4, 0.6; items 1 and 2 meet less often than by chance.
    [Fact]
    public void Log_likelihood_ratio() => AssertNear(new() { Measure = NearnessKind.Llr },
        zeroOne: 2 * (2 * Math.Log(2 / 1.6) + 2 * Math.Log(2 / 2.4) + Math.Log(1 / 0.6)), oneTwo: 0);

    [Fact]
    public void The_log_likelihood_ratio_of_a_known_table_is_that_of_the_literature() =>
        Assert.Equal(270.72, CountNearness.LogLikelihoodRatio(both: 110, first: 110 + 2442, second: 110 + 111, all: 110 + 2442 + 111 + 29114), 0.01);

    [Fact]
    public void Shrinkage_halves_a_pair_with_as_much_in_common() => AssertNear(new() { Shrinkage = 2 }, zeroOne: 2 / Math.Sqrt(8) / 2, oneTwo: 1 / Math.Sqrt(8) / 3);

    // Items are documents of 2, 4 and 2 words (8/3 on average), customers are words in 2, 2, 2, 1 and 1 of the 3 documents.
    [Fact]
    public void Bm25()
    {
        var (often, k1, b) = (Math.Log(1 + 1.5 / 2.5), 1.2, 0.75);
        var shortOne = often * (k1 + 1) / (1 + k1 * (1 - b + b * 2 / (8.0 / 3)));
        var longOne = often * (k1 + 1) / (1 + k1 * (1 - b + b * 4 / (8.0 / 3)));

        AssertNear(new() { Measure = NearnessKind.Bm25 }, zeroOne: 2 * shortOne * longOne, oneTwo: shortOne * longOne);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.5, 0)]
    [InlineData(1, 0.5)]
    [InlineData(0.7, 1)]
    public void Walks(double alpha, double beta)
    {
        var measure = beta == 0 ? NearnessKind.P3a : NearnessKind.Rp3b;

        var neighbours = ItemNeighboursTrainerTests.Train(Shop, new() { Measure = measure, Alpha = alpha, Beta = beta }).Neighbours;

        // From item 0 to customers 0 and 1 with 1/2 each, from either to item 1 with 1/2; back from item 1 with 1/4 each and 1/2.
        Assert.Equal(2 * Math.Pow(0.5 * 0.5, alpha) / Math.Pow(4, beta), neighbours.At(row: 1, column: 0), 1e-6);
        Assert.Equal(2 * Math.Pow(0.25 * 0.5, alpha) / Math.Pow(2, beta), neighbours.At(row: 0, column: 1), 1e-6);
        Assert.Equal(Math.Pow(0.5 * 0.5, alpha) / Math.Pow(4, beta), neighbours.At(row: 1, column: 2), 1e-6);
    }

    static void AssertNear(ItemNeighboursOptions options, double zeroOne, double oneTwo)
    {
        var neighbours = ItemNeighboursTrainerTests.Train(Shop, options).Neighbours;

        Assert.Equal(zeroOne, neighbours.At(0, 1), 1e-5);
        Assert.Equal(zeroOne, neighbours.At(1, 0), 1e-5);
        Assert.Equal(oneTwo, neighbours.At(1, 2), 1e-5);
        Assert.Equal(oneTwo, neighbours.At(2, 1), 1e-5);
        Assert.Equal(0, neighbours.At(0, 2));
        Assert.Equal(0, neighbours.At(1, 1));
    }
}
