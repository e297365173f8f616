using Recommender.Core;
using Recommender.Core.Baskets.Rules;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Rules;

public sealed class RuleMeasuresTests
{
    // 1,000 baskets, 200 with A, 100 with B, 60 with both.
    static readonly RuleFigures Figures = new(new(1000, 200, 100, 60));

    [Theory]
    [InlineData("count", 60)]
    [InlineData("support", 0.06)]
    [InlineData("confidence", 0.3)]
    [InlineData("lift", 3)]
    [InlineData("leverage", 0.04)]
    [InlineData("conviction", 0.9 / 0.7)]
    [InlineData("zhang", 0.04 / 0.048)]
    [InlineData("cosine", 0.42426406871192851)]
    [InlineData("jaccard", 0.25)]
    [InlineData("kulczynski", 0.45)]
    [InlineData("imbalance", 100.0 / 240)]
    [InlineData("log_likelihood", 88.19583661)]
    [InlineData("antecedent_count", 200)]
    [InlineData("consequent_count", 100)]
    [InlineData("antecedent_support", 0.2)]
    [InlineData("consequent_support", 0.1)]
    [InlineData("weighted_lift", 3)]
    public void Each_measure_is_that_of_its_formula(string name, double value) => Assert.Equal(value, RuleMeasures.Named(name).Of(Figures), 1e-5);

    [Fact]
    public void Certain_rules_have_an_infinite_conviction() => Assert.Equal(double.PositiveInfinity, RuleMeasures.Named("conviction").Of(new(new(10, 3, 4, 3))));

    [Fact]
    public void Independent_sides_show_nothing()
    {
        var independent = new RuleFigures(new(1000, 200, 100, 20));

        foreach (var (name, value) in ((string, double)[])[("lift", 1), ("leverage", 0), ("conviction", 1), ("zhang", 0), ("log_likelihood", 0)])
            Assert.Equal(value, RuleMeasures.Named(name).Of(independent), 1e-12);
    }

    [Fact]
    public void What_holds_of_every_table_of_counts_holds()
    {
        for (var seed = 1UL; seed <= 20_000; seed++)
        {
            var random = new RandomStream(seed);
            var baskets = random.Between(1, 60);
            var (a, b) = (random.Between(1, baskets), random.Between(1, baskets));
            var figures = new RuleFigures(new(baskets, a, b, random.Between(Math.Max(1, a + b - baskets), Math.Min(a, b))));
            double Of(string name) => RuleMeasures.Named(name).Of(figures);

            Assert.Equal(Of("confidence") / Of("consequent_support"), Of("lift"), 1e-9);
            Assert.InRange(Of("zhang"), -1 - 1e-12, 1 + 1e-12);
            Assert.Equal(Math.Sign(Math.Round(Of("leverage"), 12)), Math.Sign(Math.Round(Of("zhang"), 12)));
            Assert.Equal(Of("cosine") * Of("cosine"), Of("confidence") * figures.Counts.Both / b, 1e-9);
            Assert.InRange(Of("jaccard"), 0, Math.Min(Of("cosine"), Of("kulczynski")) + 1e-12);
            Assert.True(Of("conviction") >= 0 && Of("log_likelihood") >= 0);
            Assert.Equal(double.IsPositiveInfinity(Of("conviction")), figures.Counts.Both == a);
            foreach (var name in (string[])["support", "confidence", "lift"])
                Assert.True(Of(name + "_low") <= Of(name) + 1e-12 && Of(name) <= Of(name + "_high") + 1e-12, $"{name} of {figures.Counts}");
        }
    }

    [Fact]
    public void A_misspelt_measure_is_named_with_the_nearest_known_one()
    {
        var error = Assert.Throws<UserErrorException>(() => RuleMeasures.Named("konfidence"));

        Assert.Contains("'confidence'", error.Message);
        Assert.Contains("log_likelihood", error.Message);
    }

    [Fact]
    public void No_two_measures_have_the_same_name() => Assert.Distinct(RuleMeasures.All.Select(measure => measure.Name));
}
