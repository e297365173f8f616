using System.Globalization;
using System.Xml.Linq;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Training.Views.Reports;
using Recommender.Training.Views.Reports.Plots;
using Xunit;

namespace Recommender.Tests.Training.Reports;

public sealed class IntervalPlotTests
{
    [Fact]
    public void Each_dot_stands_between_the_ends_of_its_interval_and_the_chosen_one_is_set_apart()
    {
        var scores = ScoreBoard.Of(ReportSamples.Real);
        var picture = Draw(scores.Contenders[0], new(0.2, 0.1, 0.4), scores.Contenders[1], new(0.5, 0.3, 0.6));

        var lines = picture.Descendants("line").Where(line => ((string?)line.Attribute("class"))!.StartsWith("whisker", StringComparison.Ordinal)).ToArray();
        var dots = picture.Descendants("circle").ToArray();

        Assert.Equal(2, lines.Length);
        Assert.All(lines.Zip(dots), row => Assert.True(Number(row.First, "x1") < Number(row.Second, "cx") && Number(row.Second, "cx") < Number(row.First, "x2")));
        Assert.True(Number(dots[0], "cx") < Number(dots[1], "cx"));
        Assert.Equal(scores.Contenders.Select(contender => contender.IsChosen ? "dot strong" : "dot"), dots.Select(dot => (string)dot.Attribute("class")!));
        Assert.Equal("decides", (string?)picture.Attribute("class"));
    }

    [Fact]
    public void A_figure_without_an_interval_is_a_dot_alone()
    {
        var scores = ScoreBoard.Of(ReportSamples.Real);

        var picture = Draw(scores.Contenders[0], new(0.2, null, null), scores.Contenders[1], new(0.2, null, null));

        Assert.Equal(2, picture.Descendants("circle").Count());
        Assert.DoesNotContain(picture.Descendants("line"), line => ((string?)line.Attribute("class"))!.StartsWith("whisker", StringComparison.Ordinal));
    }

    static XElement Draw(Contender first, Measurement one, Contender second, Measurement other) =>
        XElement.Parse(IntervalPlot.Of("ndcg@20", [(first, one), (second, other)], decides: true).Text);

    static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
