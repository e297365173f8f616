using Recommender.Core.Baskets;
using Recommender.Core.Baskets.CrossSell.Carts;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Core.Baskets.CrossSell.Carts;

public sealed class HeldOutCartTests(ITestOutputHelper output)
{
    [Fact]
    public void On_groceries_the_whole_cart_says_more_than_its_last_item_and_no_other_formula_is_better() => Compare(HeldOutCarts.Of(Groceries(), baskets: 1500, hidden: 10));

    [Fact]
    public void On_retail_the_whole_cart_says_more_than_its_last_item_and_no_other_formula_is_better()
    {
        using var shop = new RetailBaskets();
        Compare(HeldOutCarts.Of(shop.Baskets, baskets: 800, hidden: 2));
    }

    void Compare(HeldOutCarts held)
    {
        var scorer = new CartScorer(held.Matrix, new());
        var (all, wholeCart) = ((double)held.Matrix.Baskets, held.Ndcg(cart => scorer.Suggest(cart, 10).Select(suggestion => suggestion.Item)));
        Report("ours", wholeCart, wholeCart.Select(_ => 0f).ToArray());

        foreach (var last in new[]
        {
            Difference("confidence, last item only", held.By((shared, own, _) => shared / own, onlyLast: true)),
            Difference("ours, last item only", cart => scorer.Suggest(cart.AsSpan()[^1..], 10, item => !cart.Contains(item)).Select(suggestion => suggestion.Item)),
        }) Assert.True(last.Low > 0, "The whole cart is not better than its last item.");

        foreach (var other in new[]
        {
            Difference("sum of confidences", held.By((shared, own, _) => shared / own)),
            Difference("largest confidence, nearly", held.By((shared, own, _) => Math.Pow(shared / own, 8))),
            Difference("noisy-or of excess confidences", held.By((shared, own, others) => -Math.Log(1 - Math.Clamp((shared / own - others / all) / (1 - others / all), 0, .999)))),
            Difference("sum of cosines", held.By((shared, own, others) => shared / Math.Sqrt(own * others))),
            Difference("naive Bayes with shrunk lifts, by the root of the cart's size", held.By((shared, own, others) => Math.Log((shared + 5) / (own * others / all + 5)), .5)),
        }) Assert.True(other.High >= 0, "Another formula is better.");

        Measurement Difference(string what, Func<int[], IEnumerable<int>> suggest)
        {
            var theirs = held.Ndcg(suggest);
            return Report(what, theirs, [.. wholeCart.Zip(theirs, (own, other) => own - other)]);
        }

        Measurement Report(string what, float[] ndcg, float[] differences)
        {
            var difference = Interval.Around([new PersonValues(differences)], new(), TestContext.Current.CancellationToken)[0];
            output.WriteLine($"{what}: NDCG@10 {ndcg.Average():0.0000}; ours is more by {difference.Value:0.0000} [{difference.Low:0.0000}, {difference.High:0.0000}] over {ndcg.Length} baskets");
            return difference;
        }
    }

    static BasketSet Groceries()
    {
        string[][] baskets = [.. File.ReadLines(SharedData.Path("groceries/baskets.csv")).Select(line => line.Split(',').Distinct().ToArray())];
        var items = Vocabulary.Of(baskets.SelectMany(basket => basket).Distinct().Order(StringComparer.Ordinal));
        var lines = SmallShops.Of(items.Count, [.. baskets.Select(basket => Array.ConvertAll(basket, items.Find))]).Lines;
        return new() { Lines = lines, Items = items };
    }
}
