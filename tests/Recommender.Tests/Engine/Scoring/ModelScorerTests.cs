using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Ease;
using Recommender.Core.Models.Popularity;
using Recommender.Core.Numerics;
using Recommender.Engine.Scoring;
using Xunit;

namespace Recommender.Tests.Engine.Scoring;

public sealed class ModelScorerTests
{
    const int Items = 700;

    public static TheoryData<string> Kinds => ["popularity", "ease", "factors"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_list_is_that_of_all_scores_sorted(string kind)
    {
        var model = Model(kind);
        var scorer = new ModelScorer(model.Trained());
        foreach (var shopper in FactorModels.Shoppers(Items))
        {
            foreach (var (count, allows) in Questions)
            {
                var best = new Recommendation[count];
                var found = scorer.Best(shopper, allows, best);

                Assert.Equal(model.Recommend(shopper, count, allows), best[..found]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Many_shoppers_get_the_lists_that_each_gets_alone(string kind)
    {
        var scorer = new ModelScorer(Model(kind).Trained());
        Shopper[] shoppers = [.. FactorModels.Shoppers(Items)];
        var (best, found) = (new Recommendation[10 * shoppers.Length], new int[shoppers.Length]);

        scorer.Best(shoppers, (shopper, item) => (item + shopper) % 3 != 0, best, found);

        for (var place = 0; place < shoppers.Length; place++)
        {
            var alone = new Recommendation[10];
            Assert.Equal(found[place], scorer.Best(shoppers[place], item => (item + place) % 3 != 0, alone));
            Assert.Equal(alone, best[(10 * place)..(10 * place + 10)]);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Similar_items_are_those_of_the_model(string kind)
    {
        var model = Model(kind);
        var scorer = new ModelScorer(model.Trained());
        foreach (var item in new[] { 0, 5, Items - 1 })
        {
            foreach (var (count, allows) in Questions)
            {
                var best = new Recommendation[count];
                var found = scorer.Similar(item, allows, best);

                Assert.Equal(model.Similar(item, count, allows), best[..found]);
            }
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => scorer.Similar(Items, null, new Recommendation[1]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pairs_are_scored_as_the_model_does(string kind)
    {
        var model = Model(kind);
        var scorer = new ModelScorer(model.Trained());
        int[] asked = [3, 0, Items - 1, 3];
        foreach (var shopper in FactorModels.Shoppers(Items))
        {
            var scores = new float[asked.Length];
            scorer.Score(shopper, asked, scores);

            Assert.Equal(model.ScorePairs(shopper, asked), scores);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_condition_is_asked_for_few_items(string kind)
    {
        var scorer = new ModelScorer(Model(kind).Trained());
        var asked = 0;

        scorer.Best(FactorModels.Shoppers(Items).Last(), _ => ++asked > 0, new Recommendation[5]);

        Assert.InRange(asked, 5, Items / 5);
    }

    [Fact]
    public void A_condition_may_ask_the_scorer_itself()
    {
        var scorer = new ModelScorer(Model("ease").Trained());
        Shopper[] shoppers = [.. FactorModels.Shoppers(Items)];
        var (best, expected) = (new Recommendation[5], new Recommendation[5]);
        scorer.Best(shoppers[1], null, expected);

        scorer.Best(shoppers[1], _ => scorer.Best(shoppers[2], null, new Recommendation[9]) > 0, best);

        Assert.Equal(expected, best);
    }

    [Fact]
    public void Places_that_cannot_be_shared_are_refused()
    {
        var scorer = new ModelScorer(Model("popularity").Trained());
        Shopper[] shoppers = [.. FactorModels.Shoppers(Items).Take(2)];

        Assert.Throws<ArgumentException>(() => scorer.Best(shoppers, null, new Recommendation[3], new int[2]));
        Assert.Throws<ArgumentException>(() => scorer.Best(shoppers, null, new Recommendation[4], new int[3]));
        Assert.Throws<ArgumentException>(() => scorer.Score(shoppers[0], [1, 2], new float[1]));
    }

    static IEnumerable<(int Count, Func<int, bool>? Allows)> Questions =>
        [(0, null), (1, null), (20, null), (20, item => item % 50 == 3), (20, item => item == 600), (20, _ => false), (Items, item => item > 9), (Items + 5, null)];

    static IModel Model(string kind)
    {
        var random = new RandomStream(41);
        float[] popularity = [.. Enumerable.Range(0, Items).Select(item => (float)(item * 7 % 13))];
        var weights = Matrix.Zero(Items, Items);
        foreach (ref var weight in weights.Data.Span) weight = random.Below(100) - 20;
        return kind switch
        {
            "popularity" => new PopularityModel(popularity),
            "ease" => new EaseModel(Weighting.Plain, popularity, weights),
            _ => FactorModels.Of(Items, 24, FactorModels.Plain),
        };
    }
}
