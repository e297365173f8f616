using System.Globalization;
using System.Xml.Linq;
using Recommender.Training.Trainers;
using Recommender.Training.Views.Reports;
using Recommender.Training.Views.Reports.Plots;
using Recommender.Training.Views.Reports.Sections;
using Xunit;

namespace Recommender.Tests.Training.Reports;

public sealed class SearchSectionTests
{
    [Theory]
    [InlineData("ndcg@20", new[] { 0.2, 0.5, 0.6 })]
    [InlineData("rmse", new[] { 0.2, 0.1 })]
    public void The_line_of_the_best_so_far_steps_wherever_a_trial_is_better(string metric, double[] bests)
    {
        var picture = XElement.Parse(SearchPlot.Of(new("ease", [Trial(1, 0.2), Trial(2, 0.5), Trial(3, 0.1), Trial(4, 0.4), Trial(5, 0.6)]), metric).Text);

        var steps = picture.Descendants("line").Where(line => (string?)line.Attribute("class") == "whisker strong").Select(line => line.Element("title")!.Value.Split(": ")[1]);

        Assert.Equal(bests.Select(Figure.Of), steps);
        Assert.Equal(5, picture.Descendants("circle").Count());
        Assert.Equal(bests.Length, picture.Descendants("path").Single().Attribute("d")!.Value.Count(letter => letter is 'M' or 'V'));
    }

    [Fact]
    public void A_trial_that_leaves_an_option_away_stands_at_its_default()
    {
        var search = new Search("ease", [new(TrainerSpec.Parse("ease"), new(0.3, null, null), 1, 1), Trial(2, 0.2), Trial(3, 0.1)]);

        var section = Section(search, "ndcg@20");

        var lambda = section.Descendants("figure").Single(figure => figure.Descendants("b").Single().Value == "lambda");
        Assert.Equal(3, lambda.Descendants("circle").Count());
        Assert.Contains("3 trials, the highest figure 0.3000 with 500", lambda.Descendants("title").First().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ndcg@20", "12")]
    [InlineData("rmse", "1")]
    public void The_table_holds_the_ten_best_the_best_first(string metric, string first)
    {
        var rows = Section(new("ease", [.. Enumerable.Range(1, 12).Select(order => Trial(order, order / 100.0))]), metric).Descendants("tbody").Single().Elements("tr").ToArray();

        Assert.Equal(10, rows.Length);
        Assert.Equal(first, rows[0].Elements().Last().Value);
    }

    static XElement Section(Search search, string metric) => XElement.Parse(SearchSection.Of(ReportSamples.Bare with { Searches = [search], Metric = metric }).Text);

    static SearchTrial Trial(int order, double value) =>
        new(TrainerSpec.Parse(string.Create(CultureInfo.InvariantCulture, $"ease(lambda={100 + order})")), new(value, value - 0.01, value + 0.01), 1, order);
}
