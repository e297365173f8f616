using Recommender.Core.Models;
using Recommender.Core.Numerics;
using Recommender.Engine.Scoring;
using Xunit;

namespace Recommender.Tests.Engine.Scoring;

/// <summary>A first look at eight bits a number must not change any list: all lists are those of the scores of all items.</summary>
public sealed class FirstLookTests
{
    const int Items = 1500;

    static readonly Dictionary<string, FactorModels.Draw> Catalogues = new(StringComparer.Ordinal)
    {
        ["even"] = FactorModels.Plain,
        ["ties everywhere"] = (random, _, _) => random.Below(2) - 0.5f,
        ["all alike"] = (_, _, factor) => factor - 3.25f,
        ["alike to the last bit"] = (_, item, factor) => MathF.ScaleB(1 + item % 3 * MathF.BitIncrement(0), factor % 3) * (factor == 0 ? MathF.BitIncrement(1) : 1),
        ["nearly alike"] = (random, _, factor) => factor - 3.25f + 1e-4f * random.NextFloat(),
        ["rising"] = (random, item, _) => item * 0.001f + 1e-3f * random.NextFloat(),
        ["falling"] = (random, item, _) => -item * 0.001f + 1e-3f * random.NextFloat(),
        ["of many lengths"] = (random, item, _) => (random.NextFloat() - 0.5f) * MathF.ScaleB(1, item % 60 - 30),
        ["one large among small"] = (random, item, factor) => factor == item % 16 ? 100 : random.NextFloat() - 0.5f,
        ["mostly zero"] = (random, item, _) => item % 7 == 0 ? random.NextFloat() - 0.5f : 0,
        ["too large"] = (random, _, _) => (random.NextFloat() - 0.5f) * 1e17f,
    };

    public static TheoryData<string> Kinds => [.. Catalogues.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Lists_are_exact(string kind)
    {
        var model = FactorModels.Of(Items, 17, Catalogues[kind]);
        var scorer = new ModelScorer(model.Trained(), coarseFrom: 0);
        foreach (var shopper in FactorModels.Shoppers(Items))
        {
            foreach (var (count, allows) in Questions)
            {
                var best = new Recommendation[count];
                Assert.Equal(model.Recommend(shopper, count, allows), best[..scorer.Best(shopper, allows, best)]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Similar_items_are_exact(string kind)
    {
        var model = FactorModels.Of(Items, 17, Catalogues[kind]);
        var scorer = new ModelScorer(model.Trained(), coarseFrom: 0);
        foreach (var item in new[] { 0, 1, 6, 7, 30, Items - 1 })
        {
            foreach (var (count, allows) in Questions)
            {
                var best = new Recommendation[count];
                Assert.Equal(model.Similar(item, count, allows), best[..scorer.Similar(item, allows, best)]);
            }
        }
    }

    [Fact]
    public void Many_shoppers_get_the_same_lists_as_one_by_one_however_many_items_there_are()
    {
        const int items = 9000;
        var model = FactorModels.Of(items, 8, FactorModels.Plain);
        Shopper[] shoppers = [.. FactorModels.Shoppers(items), .. FactorModels.Shoppers(items), .. FactorModels.Shoppers(items)];
        foreach (var coarseFrom in new[] { 0, int.MaxValue })
        {
            var (best, found) = (new Recommendation[7 * shoppers.Length], new int[shoppers.Length]);

            new ModelScorer(model.Trained(), coarseFrom).Best(shoppers, (shopper, item) => (item + shopper) % 5 != 0, best, found);

            for (var place = 0; place < shoppers.Length; place++)
                Assert.Equal(model.Recommend(shoppers[place], 7, item => (item + place) % 5 != 0), best[(7 * place)..(7 * place + found[place])]);
        }
    }

    [Fact]
    public void Few_items_are_looked_at_twice()
    {
        var scorer = new ModelScorer(FactorModels.Of(20_000, 32, FactorModels.Plain).Trained(), coarseFrom: 0);
        var asked = 0;

        scorer.Best(new(0, FactorModels.Shoppers(20_000).First().History, 0, Repeats.Allowed), _ => ++asked > 0, new Recommendation[20]);

        Assert.InRange(asked, 20, 600);
    }

    static IEnumerable<(int Count, Func<int, bool>? Allows)> Questions =>
        [(1, null), (20, null), (20, item => RandomStream.Mix((ulong)item) % 300 == 0), (3, _ => false), (Items, null)];
}
