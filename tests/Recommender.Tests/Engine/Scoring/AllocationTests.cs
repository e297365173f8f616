using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Ease;
using Recommender.Core.Models.Popularity;
using Recommender.Core.Numerics;
using Recommender.Engine.Scoring;
using Xunit;

namespace Recommender.Tests.Engine.Scoring;

public sealed class AllocationTests
{
    const int Items = 900;
    const int Calls = 50;
    const int MostBytes = 64;

    [Theory]
    [InlineData("factors")]
    [InlineData("factors at a first look")]
    [InlineData("popularity")]
    [InlineData("ease")]
    public void A_warm_question_allocates_next_to_nothing(string kind)
    {
        var scorer = new ModelScorer(Model(kind).Trained(), kind == "factors" ? int.MaxValue : 0);
        Shopper[] shoppers = [.. FactorModels.Shoppers(Items)];
        var best = new Recommendation[20];
        Func<int, bool> allows = item => item % 3 != 0;
        Ask(scorer, shoppers, allows, best);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask(scorer, shoppers, allows, best);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated / (2 * Calls * shoppers.Length), 0, MostBytes);
    }

    static void Ask(ModelScorer scorer, Shopper[] shoppers, Func<int, bool> allows, Recommendation[] best)
    {
        for (var call = 0; call < Calls; call++)
        {
            foreach (var shopper in shoppers)
            {
                scorer.Best(shopper, allows, best);
                scorer.Similar(call, allows, best);
            }
        }
    }

    static IModel Model(string kind)
    {
        float[] popularity = [.. Enumerable.Range(0, Items).Select(item => (float)(item * 7 % 13))];
        var weights = Matrix.Zero(Items, Items);
        var random = new RandomStream(43);
        foreach (ref var weight in weights.Data.Span) weight = random.NextFloat() - 0.3f;
        var (popular, ease) = (new PopularityModel(popularity), new EaseModel(Weighting.Plain, popularity, weights));
        return kind switch
        {
            "popularity" => popular,
            "ease" => ease,
            _ => FactorModels.Of(Items, 16, FactorModels.Plain),
        };
    }
}
