using Xunit;

namespace Recommender.Tests.Storage.Cleaning;

public sealed class MatchedSalesTests : IDisposable
{
    readonly CleanedShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_return_undoes_the_nearest_sale_before_it_once()
    {
        var result = _shop.Clean("cancellations,returns,matched_sales",
            "1,ann,pen,2,4,2026-01-05,,", "2,ann,pen,2,4,2026-01-06,,", "3,ann,pen,1,2,2026-01-07,,", "4,bob,pen,2,4,2026-01-07,,", "5,ann,ink,2,4,2026-01-07,,",
            "C6,ann,pen,-2,4,2026-01-08,,", "7,ann,pen,2,4,2026-01-09,,");

        Assert.Equal(["cancellations 1", "matched_sales 1", "kept 5"], CleanedShop.Counts(result));
        Assert.Equal(["2|matched_sales", "C6|cancellations"], _shop.Apart());
    }

    [Fact]
    public void Of_one_moment_the_sale_comes_before_its_return() => Assert.Equal(
        ["returns 1", "matched_sales 1"], CleanedShop.Counts(_shop.Clean("returns,matched_sales", "2,ann,pen,-1,4,2026-01-05,,", "1,ann,pen,1,4,2026-01-05,,")));

    [Fact]
    public void A_return_before_the_sale_undoes_nothing() => Assert.Equal(
        ["returns 1", "kept 1"], CleanedShop.Counts(_shop.Clean("returns,matched_sales", "1,ann,pen,-1,4,2026-01-05,,", "2,ann,pen,1,4,2026-01-06,,")));

    [Fact]
    public void Nobodys_return_undoes_nothing() => Assert.Equal(
        ["returns 1", "kept 1"], CleanedShop.Counts(_shop.Clean("returns,matched_sales", "1,,pen,1,4,2026-01-05,,", "2,,pen,-1,4,2026-01-06,,")));

    [Fact]
    public void Thousands_of_small_histories_match_like_a_stack()
    {
        var random = new Random(3);
        var lines = Enumerable.Range(0, 2500).SelectMany(customer => History(customer, random)).ToArray();
        var shuffled = lines.OrderBy(_ => random.Next()).ToArray();

        _shop.Clean("returns,matched_sales", shuffled.Select(line => $"{line.Order},{line.Customer},{line.Item},{line.Quantity},{line.Quantity},2026-01-{line.Day:00},,"));

        Assert.Equal(PlainStack(lines).Order(StringComparer.Ordinal), _shop.Apart("CASE WHEN fate = 'matched_sales' THEN order_id END").Where(order => order.Length > 0).Order(StringComparer.Ordinal));
    }

    static IEnumerable<Line> History(int customer, Random random) => Enumerable.Range(0, random.Next(2, 12)).Select(at =>
        new Line($"O{customer:00000}-{at:00}", $"c{customer}", random.Next(2) == 0 ? "pen" : "ink", random.Next(1, 3) * (random.Next(5) < 2 ? -1 : 1), random.Next(1, 8)));

    // In time, sales before returns of the same moment: a return takes the sale on top of its stack, if there is one.
    static List<string> PlainStack(IEnumerable<Line> lines)
    {
        var matched = new List<string>();
        foreach (var group in lines.GroupBy(line => (line.Customer, line.Item, Math.Abs(line.Quantity))))
        {
            var open = new Stack<Line>();
            foreach (var line in group.OrderBy(line => line.Day).ThenByDescending(line => line.Quantity).ThenBy(line => line.Order, StringComparer.Ordinal))
            {
                if (line.Quantity > 0) open.Push(line);
                else if (open.TryPop(out var sale)) matched.Add(sale.Order);
            }
        }
        return matched;
    }

    sealed record Line(string Order, string Customer, string Item, int Quantity, int Day);
}
