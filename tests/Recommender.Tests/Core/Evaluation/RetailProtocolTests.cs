using System.Globalization;
using System.IO.Compression;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Models.Popularity;
using Recommender.Tests.Storage;
using Recommender.Tests.Training.Trainers;
using Xunit;

namespace Recommender.Tests.Core.Evaluation;

/// <summary>The retail protocol as independent programs follow it: their counts exactly, their figures for popularity to four decimals.</summary>
public sealed class RetailProtocolTests
{
    static readonly int Cut = (int)(new DateTime(2011, 9, 1, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalMinutes;

    [Fact]
    public void Popularity_on_retail_is_measured_as_numpy_measures_it()
    {
        var fold = Split.Parse("temporal:2011-09-01").Cut(Retail(SharedData.Path("online-retail-ii.csv.gz")), TestContext.Current.CancellationToken);
        var pairs = fold.Training.CustomerItems(Weighting.Plain);
        var popularity = new float[fold.Training.Items.Count];
        foreach (var item in pairs.Indices.Span) popularity[item]++;

        var measured = Evaluator.Evaluate(new PopularityModel(popularity), fold, new() { Bootstrap = new() { Resamples = 100 } }, TestContext.Current.CancellationToken);

        Assert.Equal(Cut, fold.Training.Now);
        Assert.Equal((5224, 4403, 387_122), (fold.Training.Customers.Count, fold.Training.Items.Count, pairs.Count));
        Assert.Equal((2238, 2336), (measured["new"]!.Cases.Count, measured["all"]!.Cases.Count));
        Assert.Equal(96_346, fold.Cases.Targets.Count);
        Assert.Equal(58_644, New(fold));

        // Ties of popularity are broken by index here and at random there: a figure may differ by one in the last place.
        Check("new", ("recall@20", .0309), ("ndcg@20", .0440), ("ndcg@10", .0452));
        Check("all", ("recall@20", .0552), ("ndcg@20", .1073), ("ndcg@10", .1170));

        void Check(string view, params ReadOnlySpan<(string Metric, double Value)> expected)
        {
            foreach (var (metric, value) in expected) Assert.Equal(value, measured[view]!.Metrics[metric].Value, 0.00015);
        }
    }

    static int New(Fold fold) => Enumerable.Range(0, fold.Cases.Count).Sum(place =>
        fold.Cases.Targets.RowIndices(place).ToArray().Except(fold.Cases.HistoryOf(place).Items.ToArray()).Count());

    // Invoice, StockCode, Description, Quantity, InvoiceDate, Price, CustomerID, Country; only descriptions are ever quoted.
    static Dataset Retail(string path)
    {
        var (customers, items, orders) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new SortedDictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var lines = new List<(string Customer, string Item, int Time, int Order)>();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (Line(line) is not { } sold) continue;

            customers[sold.Customer] = items[sold.Item] = 0;
            if (!orders.TryGetValue(sold.Invoice, out var order)) orders[sold.Invoice] = order = orders.Count;
            lines.Add((sold.Customer, sold.Item, sold.Time, order));
        }
        Number(customers);
        Number(items);
        var shop = Shops.Of(customers.Count, items.Count, lines.Select(line => new Purchase(customers[line.Customer], items[line.Item], line.Time, line.Order)));
        return new() { Name = "retail", Hash = "retail", Customers = Vocabulary.Of(customers.Keys), Items = Vocabulary.Of(items.Keys), Baskets = shop.Baskets, Now = shop.Now, HasTimes = true };
    }

    static (string Invoice, string Customer, string Item, int Time)? Line(string line)
    {
        var quote = line.LastIndexOf('"');
        var tail = (quote < 0 ? line : line[(quote + 1)..]).Split(',');
        var head = line.Split(',', 3);
        var (quantity, date, price, customer) = (tail[^5], tail[^4], tail[^3], tail[^2]);
        var item = head[1].ToUpperInvariant();
        if (customer.Length == 0 || head[0].StartsWith('C') || item.Length < 5 || item.AsSpan(0, 5).ContainsAnyExceptInRange('0', '9')) return null;
        if (int.Parse(quantity, CultureInfo.InvariantCulture) <= 0 || double.Parse(price, CultureInfo.InvariantCulture) <= 0) return null;

        var time = DateTime.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return (head[0], customer, item, (int)(time - DateTime.UnixEpoch).TotalMinutes);
    }

    static void Number(SortedDictionary<string, int> names)
    {
        foreach (var (name, number) in names.Keys.ToArray().Select((name, number) => (name, number))) names[name] = number;
    }
}
