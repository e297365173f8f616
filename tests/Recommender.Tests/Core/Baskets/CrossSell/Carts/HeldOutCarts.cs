using Recommender.Core.Baskets;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Baskets.CrossSell.Carts;

/// <summary>
/// Real baskets that the matrix never saw, each without one of its items in turn: is it among the best ten for the rest? A fifth of all
/// baskets is held out, told by the letters of its items, so that no choice of numbers was ever made on it.
/// </summary>
sealed class HeldOutCarts
{
    const int Parts = 5;
    const int Best = 10;

    HeldOutCarts(CrossSellMatrix matrix, (int[] Cart, int Hidden)[][] baskets) => (Matrix, Baskets) = (matrix, baskets);

    public CrossSellMatrix Matrix { get; }

    /// <summary>Of each basket the carts that are left, in an order of their own: the last item is not the one with the highest number.</summary>
    public (int[] Cart, int Hidden)[][] Baskets { get; }

    public static HeldOutCarts Of(BasketSet all, int baskets, int hidden)
    {
        var parts = Enumerable.Range(0, all.Count).ToLookup(basket => all.Lines.RowIndices(basket).ToArray().Sum(item => all.Items.Utf8(item).ToArray().Sum(letter => letter)) % Parts);
        var matrix = CrossSellBuilder.Build(
            SmallShops.Of(all.ItemCount, [.. Enumerable.Range(1, Parts - 1).SelectMany(part => parts[part]).Order().Select(basket => all.Lines.RowIndices(basket).ToArray())]),
            new(), progress: null, TestContext.Current.CancellationToken);
        var random = new RandomStream(11);
        int[] held = [.. parts[0].Where(basket => all.Lines.RowCount(basket) >= 3)];
        random.Shuffle(held.AsSpan());
        return new(matrix, [.. held.Take(baskets).Select(basket => Hide(all.Lines.RowIndices(basket).ToArray(), hidden, random))]);
    }

    /// <summary>NDCG@10 of each basket, the mean over its hidden items: 1 / log2(place + 1), 0 for what is not among the ten.</summary>
    public float[] Ndcg(Func<int[], IEnumerable<int>> suggest) => Array.ConvertAll(Baskets, carts => carts.Average(held =>
    {
        var place = suggest(held.Cart).Take(Best).ToList().IndexOf(held.Hidden);
        return place < 0 ? 0 : (float)(1 / Math.Log2(place + 2));
    }));

    /// <summary>
    /// A ranking by votes that are added up, made from every kept pair of each anchor: its count, baskets of anchor and partner. With
    /// <paramref name="power"/> the sum is divided by that power of the cart's size and the logarithm of popularity added.
    /// </summary>
    public Func<int[], IEnumerable<int>> By(Func<double, double, double, double> vote, double power = 0, bool onlyLast = false) => cart =>
    {
        var scores = new Dictionary<int, double>();
        foreach (var anchor in onlyLast ? cart[^1..] : cart)
        {
            var entries = Matrix.EntriesOf(anchor);
            for (var entry = entries.Start.Value; entry < entries.End.Value; entry++)
            {
                var partner = Matrix.Tables.Partners.Span[entry];
                scores[partner] = scores.GetValueOrDefault(partner) + vote(Matrix.Tables.Counts.Span[entry], Matrix.CountOf(anchor), Matrix.CountOf(partner)) / Math.Pow(cart.Length, power);
            }
        }
        return scores.Where(score => !cart.Contains(score.Key)).OrderByDescending(score => score.Value + (power > 0 ? Math.Log(Matrix.CountOf(score.Key)) : 0)).ThenBy(score => score.Key).Select(score => score.Key);
    };

    static (int[], int)[] Hide(int[] basket, int hidden, RandomStream random)
    {
        random.Shuffle(basket.AsSpan());
        return [.. Enumerable.Range(0, Math.Min(hidden, basket.Length)).Select(at => (basket.Where((_, place) => place != at).ToArray(), basket[at]))];
    }
}
