using System.Globalization;
using System.IO.Compression;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Rules;
using Recommender.Core.Datasets;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Rules;

public sealed class RetailRulesTests
{
    static readonly Lazy<BasketSet> Retail = new(Read);

    [Theory]
    [InlineData(400, 862)]
    [InlineData(200, 7_602)]
    [InlineData(100, 142_838)]
    public void Retail_gives_the_known_number_of_rules(int minCount, int rules)
    {
        var found = RuleMiner.Mine(Retail.Value, new() { MinCount = minCount, MinConfidence = 0.3, Limit = 100 }, TestContext.Current.CancellationToken);

        Assert.Equal((39_516, 4_708), (found.Baskets, found.Items));
        Assert.Equal(rules, found.Rules);
        Assert.Null(found.Cut);
    }

    // Invoice, StockCode, Description, Quantity, InvoiceDate, Price, CustomerID, Country; only descriptions are ever quoted.
    static BasketSet Read()
    {
        var (orders, items) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        var cells = new HashSet<(int Row, int Column)>();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.Path("online-retail-ii.csv.gz")), CompressionMode.Decompress));
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var quote = line.LastIndexOf('"');
            var tail = (quote < 0 ? line : line[(quote + 1)..]).Split(',');
            var head = line.Split(',', 3);
            var item = head[1].ToUpperInvariant();
            if (head[0].StartsWith('C') || item.Length < 5 || item.AsSpan(0, 5).ContainsAnyExceptInRange('0', '9')) continue;
            if (int.Parse(tail[^5], CultureInfo.InvariantCulture) <= 0 || double.Parse(tail[^3], CultureInfo.InvariantCulture) <= 0) continue;

            cells.Add((Number(orders, head[0]), Number(items, item)));
        }
        return new() { Lines = CsrMatrix.From(orders.Count, items.Count, cells.Select(cell => (cell.Row, cell.Column, 1f))), Items = Vocabulary.Of(items.Keys) };
    }

    static int Number(Dictionary<string, int> numbers, string name)
    {
        if (!numbers.TryGetValue(name, out var number)) numbers[name] = number = numbers.Count;
        return number;
    }
}
