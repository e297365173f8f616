using Recommender.Storage.Cleaning;
using Xunit;

namespace Recommender.Tests.Storage.Cleaning;

public sealed class BulkOutliersTests : IDisposable
{
    const double ToStandardDeviation = 1.4826;

    readonly CleanedShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_quantity_far_above_the_usual_is_set_apart_unless_its_buyer_comes_back_for_the_item()
    {
        var usual = Enumerable.Range(0, 30).Select(i => $"A{i:00},c{i},pen,{1 + (i % 3)},4,2026-01-05,,");

        var result = _shop.Clean("bulk_outliers", [.. usual, "B1,once,pen,5000,9,2026-01-05,,", "B2,again,pen,5000,9,2026-01-05,,", "B3,again,pen,1,4,2026-02-05,,", "B4,,pen,5000,9,2026-01-05,,"]);

        Assert.Equal(["bulk_outliers 2", "kept 32"], CleanedShop.Counts(result));
        Assert.Equal(["B1|bulk_outliers", "B4|bulk_outliers"], _shop.Apart());
    }

    [Fact]
    public void An_item_with_few_lines_is_left_alone() => Assert.Equal(
        ["kept 19"], CleanedShop.Counts(_shop.Clean("bulk_outliers", [.. Enumerable.Range(0, 18).Select(i => $"A{i},c{i},pen,1,4,2026-01-05,,"), "B1,once,pen,5000,9,2026-01-05,,"])));

    [Fact]
    public void Random_items_are_judged_as_the_definition_says()
    {
        var random = new Random(9);
        var lines = Enumerable.Range(0, 120).SelectMany(item => Item(item, random)).ToArray();
        var options = CleanedShop.Only("bulk_outliers") with { BulkDeviations = 3, BulkLeastLines = 15 };

        _shop.Clean(options, lines.Select(line => $"{line.Order},{line.Customer},{line.Item},{line.Quantity},{line.Quantity},2026-01-05,,"));

        var expected = Definition(lines, options).Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(order => $"{order}|bulk_outliers"), _shop.Apart().Order(StringComparer.Ordinal));
    }

    static IEnumerable<Line> Item(int item, Random random)
    {
        var spread = 0.2 + random.NextDouble();
        return Enumerable.Range(0, random.Next(5, 60)).Select(at => new Line($"{item:000}-{at:00}", $"c{random.Next(60)}", $"i{item}",
            1 + (int)Math.Exp((random.Next(15) == 0 ? 4 : 1) + (spread * random.NextDouble()))));
    }

    static IEnumerable<string> Definition(Line[] lines, CleaningOptions options)
    {
        foreach (var item in lines.GroupBy(line => line.Item).Where(item => item.Count() >= options.BulkLeastLines))
        {
            var sizes = item.Select(line => Math.Log(line.Quantity)).ToArray();
            var middle = Median(sizes);
            var deviation = Math.Max(ToStandardDeviation * Median([.. sizes.Select(size => Math.Abs(size - middle))]), Math.Log(2));
            foreach (var line in item.Where(line => Math.Log(line.Quantity) > middle + (options.BulkDeviations * deviation)))
            {
                if (item.Where(other => other.Customer == line.Customer).Select(other => other.Order).Distinct().Count() == 1) yield return line.Order;
            }
        }
    }

    // The lower of two middle ones.
    static double Median(double[] values) => values.Order().ElementAt((values.Length - 1) / 2);

    sealed record Line(string Order, string Customer, string Item, int Quantity);
}
