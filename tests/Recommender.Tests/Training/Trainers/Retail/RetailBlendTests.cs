using Xunit;

namespace Recommender.Tests.Training.Trainers.Retail;

/// <summary>What a blend must reach on the retail data.</summary>
public sealed class RetailBlendTests(RetailFold retail) : IClassFixture<RetailFold>
{
    [Fact]
    [Trait("Kind", "Soak")]
    public void A_blend_reaches_what_it_must_and_is_never_below_its_best_member()
    {
        string[] members = ["popularity", "item-neighbours", "ease", "implicit-als", "frequency"];
        var singles = members.Select(retail.Ndcg).ToArray();

        var (ofNew, ofAll) = retail.Ndcg($"blend(members={string.Join('+', members)})");

        Assert.InRange(ofNew, Math.Max(0.0936, singles.Max(single => single.OfNew)), 1);
        Assert.InRange(ofAll, Math.Max(0.345, singles.Max(single => single.OfAll)), 1);
    }
}
