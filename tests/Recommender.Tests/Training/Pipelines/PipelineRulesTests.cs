using Recommender.Core;
using Recommender.Training.Pipelines.Documents;
using Xunit;

namespace Recommender.Tests.Training.Pipelines;

public sealed class PipelineRulesTests
{
    const string Least = "name: shop\ndataset: shop\ntrainers: [popularity]\n";

    [Theory]
    [InlineData("alias: \"7\"", "alias")]
    [InlineData("alias: Prod uction", "alias")]
    [InlineData("at: [-1]", "1 to 1000")]
    [InlineData("at: []", "lengths")]
    [InlineData("metric: ndcg@15", "10, 20")]
    [InlineData("gates: { minimum: { ndcg@15: 0.1 } }", "10, 20")]
    [InlineData("explicit: true", "does not foretell ratings")]
    [InlineData("matrix: { model: shop }", "cannot have the name of the model")]
    public void What_cannot_be_run_is_said_with_its_line_before_anything_runs(string line, string rule)
    {
        var message = Assert.Throws<UserErrorException>(() => PipelineFile.Parse(Least + line, "shop.yaml")).Message;

        Assert.Contains("shop.yaml, line ", message);
        Assert.Contains(rule, message);
    }

    [Fact]
    public void A_bracket_that_is_not_closed_is_no_surprise() =>
        Assert.Contains("not valid YAML", Assert.Throws<UserErrorException>(() => PipelineFile.Parse(Least + "seed: [17", "shop.yaml")).Message);

    [Theory]
    [InlineData("[")]
    [InlineData("- ")]
    public void Nesting_without_end_is_refused_before_it_takes_the_process_down(string opening) =>
        Assert.Contains("levels deep", Assert.Throws<UserErrorException>(() => PipelineFile.Parse($"name: {(opening == "[" ? "" : "\n  ")}{string.Concat(Enumerable.Repeat(opening, 50_000))}", "deep.yaml")).Message);
}
