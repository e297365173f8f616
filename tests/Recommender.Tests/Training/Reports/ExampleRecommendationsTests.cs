using Recommender.Core.Models;
using Recommender.Training.Views.Reports;
using Xunit;

namespace Recommender.Tests.Training.Reports;

public sealed class ExampleRecommendationsTests
{
    [Fact]
    public void Customers_are_taken_evenly_from_short_to_long_histories_and_the_same_every_time()
    {
        var (trained, catalogue) = ReportSamples.Model();

        var (first, second) = (ExampleRecommendations.Of(trained, catalogue, Repeats.Allowed), ExampleRecommendations.Of(trained, catalogue, Repeats.Allowed));

        Assert.Equal(5, first.Count);
        Assert.Equal(Told(first), Told(second));
        Assert.True(first[0].Baskets < first[^1].Baskets);
        Assert.All(first, example => Assert.Equal(10, example.Shown.Count));
    }

    [Fact]
    public void What_is_shown_is_what_the_model_recommends_by_id_and_name_with_a_reason()
    {
        var (trained, catalogue) = ReportSamples.Model();
        var longest = Enumerable.Range(0, trained.Histories.Customers).OrderBy(customer => trained.Histories.Of(customer).Lines).ThenBy(customer => customer).ElementAt(30);

        var example = Assert.Single(ExampleRecommendations.Of(trained, catalogue, Repeats.LeftOut, count: 1));

        var expected = trained.Model.Recommend(new(longest, trained.Histories.Of(longest), trained.Now, Repeats.LeftOut), 10);
        Assert.Equal(expected.Select(best => trained.Items[best.Item]), example.Shown.Select(shown => shown.Item.Id));
        Assert.Equal(expected.Select(best => catalogue.Names[best.Item]), example.Shown.Select(shown => shown.Item.Name));
        Assert.All(example.Shown, shown => Assert.NotEqual("", shown.Reason));
        Assert.Contains(example.Shown, shown => shown.Reason.StartsWith("goes with ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_bought_before_is_said_to_be()
    {
        var (trained, catalogue) = ReportSamples.Model();

        var reasons = ExampleRecommendations.Of(trained, catalogue, Repeats.Allowed).SelectMany(example => example.Shown).Select(shown => shown.Reason).ToArray();

        Assert.Contains(reasons, reason => reason.StartsWith("bought ", StringComparison.Ordinal) && reason.Contains("before", StringComparison.Ordinal));
    }

    [Fact]
    public void More_customers_than_there_are_give_those_there_are()
    {
        var (trained, catalogue) = ReportSamples.Model();

        Assert.Equal(60, ExampleRecommendations.Of(trained, catalogue, Repeats.Allowed, count: 100).Count);
    }

    static IEnumerable<string> Told(IReadOnlyList<ExampleCustomer> examples) =>
        examples.SelectMany(example => example.Shown.Select(shown => $"{example.Baskets} {example.Items} {shown.Item.Id} {shown.Reason}"));
}
