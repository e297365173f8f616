using System.Globalization;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Profiles;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Profiles;

public sealed class ProfileTests : IDisposable
{
    readonly TemporaryImport _shop = new();
    readonly SnapshotProfile _profile;
    readonly Line[] _lines;

    public ProfileTests()
    {
        var source = new DirtyShop(31).Lines(400);
        _profile = _shop.Import(TemporaryImport.Request(_shop.Write("lines.csv", [DirtyShop.Header, .. source])) with { Cleaning = CleaningOptions.Parse("default") with { MaxRejected = 1 } }).Profile;
        _lines = [.. _shop.Rows("purchases", "order_id, customer_id, item_id, quantity, amount, purchased_at, region").Select(Line.Parse)];
    }

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Baskets_are_counted_as_a_plain_loop_counts_them()
    {
        var found = _profile.Baskets;
        var baskets = _lines.GroupBy(line => line.Order).ToArray();
        var sizes = baskets.Select(basket => basket.Select(line => line.Item).Distinct().Count()).Order().ToArray();
        var known = _lines.Where(line => line.Customer.Length > 0).ToArray();
        var pairs = known.Select(line => (line.Customer, line.Item)).Distinct().Count();
        var customers = known.GroupBy(line => line.Customer).ToArray();

        Assert.Equal(baskets.Length, found.Count);
        Assert.Equal(baskets.Count(basket => basket.First().Customer.Length == 0), found.Anonymous);
        Assert.Equal(_lines.Select(line => line.Item).Distinct().Count(), found.Items);
        Assert.Equal(customers.Length, found.Customers);
        Assert.Equal(customers.Count(customer => customer.Select(line => line.Order).Distinct().Count() > 1), found.RepeatCustomers);
        Assert.Equal(pairs, found.Pairs);
        Assert.Equal((double)pairs / (found.Customers * found.Items), found.Density, 12);
        Assert.Equal((sizes[(sizes.Length - 1) / 2], sizes[^1]), (found.MedianSize, found.LargestSize));
        Assert.Equal(sizes.GroupBy(size => size > 2 ? "3 to 5" : $"{size}").Select(size => new ValueCount(size.Key, size.Count())), found.Sizes);
        Assert.Equal(_lines.Sum(line => line.Amount), found.Revenue);
        Assert.Equal((_lines.Min(line => line.At), _lines.Max(line => line.At)), (found.From, found.To));
        Assert.Equal(
            _lines.GroupBy(line => line.Item).Select(item => new ValueCount($"Thing {item.Key}", item.Select(line => line.Order).Distinct().Count()))
                .OrderByDescending(item => item.Count).ThenBy(item => item.Value, StringComparer.Ordinal).Take(10),
            found.TopItems);
    }

    [Fact]
    public void Months_add_up_to_the_lines_and_the_money() => Assert.Equal(
        _lines.GroupBy(line => line.At.ToString("yyyy-MM", CultureInfo.InvariantCulture)).OrderBy(month => month.Key, StringComparer.Ordinal)
            .Select(month => new MonthProfile(month.Key, month.Count(), month.Select(line => line.Order).Distinct().Count(), month.Sum(line => line.Amount))),
        _profile.Months);

    [Fact]
    public void Columns_have_their_blanks_distinct_values_extremes_quantiles_and_most_frequent_values()
    {
        var purchases = _profile.Tables["purchases"];
        Assert.Equal(_lines.Length, purchases.Rows);

        var quantity = Column(purchases, "quantity");
        var sorted = _lines.Select(line => line.Quantity).Order().ToArray();
        Assert.Equal((0, sorted.Distinct().Count()), (quantity.Nulls, quantity.Distinct));
        Assert.Equal((sorted[0], sorted[^1]), (Number(quantity.Min), Number(quantity.Max)));
        Assert.Equal(sorted[(sorted.Length - 1) / 2], Number(quantity.Quantiles![2]));

        var customer = Column(purchases, "customer_id");
        Assert.Equal((_lines.Count(line => line.Customer.Length == 0), _lines.Select(line => line.Customer).Distinct().Count() - 1), (customer.Nulls, customer.Distinct));

        Assert.Equal(
            _lines.GroupBy(line => line.Region).Select(region => new ValueCount(region.Key, region.Count())).OrderByDescending(region => region.Count).ThenBy(region => region.Value, StringComparer.Ordinal),
            Column(purchases, "region").Top);
    }

    [Fact]
    public void The_written_profile_reads_back_and_a_new_scan_gives_the_same()
    {
        var path = Path.Combine(_shop.Current.Path, SnapshotProfile.FileName);
        var copy = Path.Combine(_shop.Sources, SnapshotProfile.FileName);

        SnapshotProfile.Read(path).Write(copy);

        Assert.Equal(File.ReadAllText(path), File.ReadAllText(copy));
        Assert.Equal(_profile.Counts, SnapshotProfile.Read(path).Counts);
    }

    static ColumnProfile Column(TableProfile table, string name) => table.Columns.Single(column => column.Name == name);

    static decimal Number(string? text) => decimal.Parse(text!, CultureInfo.InvariantCulture);

    sealed record Line(string Order, string Customer, string Item, decimal Quantity, decimal Amount, DateTime At, string Region)
    {
        public static Line Parse(string row)
        {
            var cells = row.Split('|');
            return new(cells[0], cells[1], cells[2], Number(cells[3]), Number(cells[4]), DateTime.Parse(cells[5], CultureInfo.InvariantCulture), cells[6]);
        }
    }
}
