using Recommender.Core.Baskets;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Numerics;
using Recommender.Tests.Storage;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Core.Baskets.CrossSell;

public sealed class RetailPairsTests
{
    // The row filter of the reference figures, on the file itself.
    const string Count = """
        WITH lines AS (
            SELECT DISTINCT Invoice AS invoice, upper(StockCode) AS item FROM read_csv($path, all_varchar = true, header = true)
            WHERE Invoice NOT LIKE 'C%' AND CAST(Quantity AS INTEGER) > 0 AND CAST(Price AS DOUBLE) > 0 AND regexp_matches(StockCode, '^[0-9]{5}'))
        SELECT a.item, b.item, count(*) FROM lines a JOIN lines b ON a.invoice = b.invoice AND a.item < b.item
        WHERE list_contains(string_split($pairs, ';'), a.item || ' ' || b.item) GROUP BY ALL
        """;

    const int Sampled = 1000;

    [Fact]
    public void A_thousand_sampled_pairs_of_retail_are_counted_as_sql_counts_them()
    {
        var path = SharedData.Path("online-retail-ii.csv.gz");
        using var shop = new RetailBaskets();
        var pairs = Sample(shop.Baskets);

        var counted = TemporaryImport.Query(Count, ("path", path), ("pairs", string.Join(';', pairs.Keys.Select(pair => pair.Replace('|', ' ')))));

        Assert.Equal((39_516, 4708, 991_910), (shop.Baskets.Count, shop.Baskets.ItemCount, shop.Baskets.Lines.Count));
        Assert.Equal(Sampled, counted.Length);
        Assert.Equal(pairs.Select(pair => $"{pair.Key}|{pair.Value}").Order(StringComparer.Ordinal), counted.Order(StringComparer.Ordinal));
    }

    // Every pair of five baskets or more, in the order of its names, of which a thousand are drawn.
    static Dictionary<string, int> Sample(BasketSet baskets)
    {
        var found = new List<(string Pair, int Count)>();
        PairCounts.ForEachAnchor(baskets, 5, (anchor, partners, counts, _) =>
        {
            lock (found)
            {
                for (var at = 0; at < partners.Length; at++) found.Add(($"{baskets.Items[Math.Min(anchor, partners[at])]}|{baskets.Items[Math.Max(anchor, partners[at])]}", counts[at]));
            }
        }, new() { MaxDegreeOfParallelism = 2 });
        var random = new RandomStream(17);
        (string Pair, int Count)[] sorted = [.. found.OrderBy(pair => pair.Pair, StringComparer.Ordinal)];
        random.Shuffle(sorted.AsSpan());
        return sorted.Take(Sampled).ToDictionary(pair => pair.Pair, pair => pair.Count);
    }
}
