using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Itemsets;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Itemsets;

/// <summary>What the miner lists, as texts in the order in which it came, with its own counts.</summary>
sealed record Mined(IReadOnlyList<string> Itemsets, MiningResult Result)
{
    public static Mined List(BasketSet baskets, MiningOptions options)
    {
        var itemsets = new List<string>();
        var result = ItemsetMiner.Mine(baskets, options, block =>
        {
            for (var itemset = 0; itemset < block.Count; itemset++) itemsets.Add(NaiveItemsets.Text(block.ItemsOf(itemset).ToArray(), block.Counts.Span[itemset]));
        }, TestContext.Current.CancellationToken);
        return new(itemsets, result);
    }

    public static MiningResult Count(BasketSet baskets, MiningOptions options) => ItemsetMiner.Mine(baskets, options, take: null, TestContext.Current.CancellationToken);
}
