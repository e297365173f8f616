using Recommender.Core.Datasets;
using Recommender.Core.Models.Ratings;
using Recommender.Training.Trainers.MatrixFactorization;
using Xunit;

namespace Recommender.Tests.Training.Trainers.MatrixFactorization;

public sealed class RatingGridTests
{
    static readonly CsrMatrix Ratings = CsrMatrix.From(90, 40, RatedShops.Planted(90, 40, rank: 1, share: 0.3));
    static readonly RatingGrid Grid = new(Ratings, RatingScale.Of(Ratings.Values.Span), seed: 4);

    [Fact]
    public void Holds_every_rating_once()
    {
        var pairs = Enumerable.Range(0, RatingGrid.Side).SelectMany(Diagonal).SelectMany(block => block).Select(cell => (cell.Customer, cell.Item)).ToArray();

        Assert.Equal(Ratings.Count, pairs.Length);
        Assert.Equal(Ratings.Count, pairs.Distinct().Count());
    }

    [Fact]
    public void Blocks_of_a_diagonal_share_neither_customers_nor_items()
    {
        foreach (var blocks in Enumerable.Range(0, RatingGrid.Side).Select(Diagonal))
        {
            Assert.Equal(blocks.Sum(block => block.DistinctBy(cell => cell.Customer).Count()), blocks.SelectMany(block => block).DistinctBy(cell => cell.Customer).Count());
            Assert.Equal(blocks.Sum(block => block.DistinctBy(cell => cell.Item).Count()), blocks.SelectMany(block => block).DistinctBy(cell => cell.Item).Count());
        }
    }

    static RatingCell[][] Diagonal(int round) =>
        [.. Enumerable.Range(0, RatingGrid.Side).Select(row => Grid.Block(row, (row + round) % RatingGrid.Side).ToArray())];
}
