using Recommender.Core.Baskets;
using Recommender.Core.Datasets;
using Xunit;

namespace Recommender.Tests.Core.Baskets;

public sealed class BasketSetTests
{
    [Fact]
    public void A_window_of_time_keeps_its_baskets_with_their_weights_over_the_same_items()
    {
        var all = new BasketSet
        {
            Lines = CsrMatrix.From(4, 3, [(0, 0, 1), (0, 2, 1), (1, 1, 1), (2, 0, 1), (2, 1, 1), (3, 2, 1)]),
            Items = Vocabulary.Of(["a", "b", "c"]),
            Weights = new[] { 0.1f, 0.2f, 0.3f, 0.4f },
            Times = new[] { 10, 30, 20, 40 },
        };

        var middle = all.Within(20, 40);

        Assert.Equal(2, middle.Count);
        Assert.Equal(3, middle.ItemCount);
        Assert.Equal([1], middle.Lines.RowIndices(0).ToArray());
        Assert.Equal([0, 1], middle.Lines.RowIndices(1).ToArray());
        Assert.Equal([0.2f, 0.3f], middle.Weights.ToArray());
        Assert.Equal([30, 20], middle.Times.ToArray());
        Assert.Equal(0, all.Within(50, 60).Count);
    }
}
