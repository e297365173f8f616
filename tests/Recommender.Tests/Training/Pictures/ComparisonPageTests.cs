using System.Xml.Linq;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Overlap;
using Recommender.Tests.Core.Evaluation.Stored;
using Recommender.Tests.Storage;
using Recommender.Training.Views;
using Recommender.Training.Views.Pictures;
using Xunit;

namespace Recommender.Tests.Training.Pictures;

public sealed class ComparisonPageTests : IDisposable
{
    static readonly Difference[] Differences =
    [
        new("all", "ndcg@20", 0.1, 0.05, 0.15) { First = 0.2, Second = 0.3 },
        new("all", "recall@20", -0.1, -0.15, -0.05) { First = 0.4, Second = 0.3 },
        new("all", "hit@20", 0.001, -0.01, 0.012) { First = 0.5, Second = 0.501 },
    ];

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_difference_is_a_row_with_its_interval_on_the_side_of_the_verdict()
    {
        var body = Body(Pair("beauty@1"));

        Assert.Equal(["better", "worse", "no evidence"], Rows(body).Select(row => row.Elements("td").First().Value));
        Assert.Equal(["ndcg@20", "better", "0.2000", "0.3000", "+0.1000 +0.0500 to +0.1500"], Rows(body).First().Elements().Take(5).Select(cell => cell.Value));
        var bars = body.Descendants("svg").Where(drawing => (string?)drawing.Attribute("class") == "interval").Elements("rect").Select(bar => (Begin: (double)bar.Attribute("x")!, End: (double)bar.Attribute("x")! + (double)bar.Attribute("width")!)).ToArray();
        var none = (double)body.Descendants("line").First().Attribute("x1")!;
        Assert.True(bars[0].Begin > none && bars[1].End < none && bars[2].Begin < none && bars[2].End > none);
        Assert.Contains("better in 1 and worse in 1 of 3", body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_stand_side_by_side_and_what_only_one_has_is_marked()
    {
        var body = Body(Pair("beauty@1"));

        Assert.Equal(["soap", "<b>&cream</b>"], body.Descendants("li").Where(item => item.Element("mark") is not null).Select(item => item.Value));
        Assert.Contains(body.Descendants("li"), item => item.Value == "serum" && item.Element("mark") is null);
        Assert.Contains("50.0 % of a list stands in both", body.Value, StringComparison.Ordinal);
        Assert.Contains("learned from different data", body.Value, StringComparison.Ordinal);
        Assert.Equal("abcdabcdabcdabcd", body.Descendants("summary").Single().Element("b")!.Value);   // whose id nobody knows
    }

    [Fact]
    public void Names_are_never_markup_and_nothing_comes_from_a_network()
    {
        var text = Text(Pair("<script>alert(1)</script>"));

        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", text, StringComparison.Ordinal);   // the policy of the page would not let it through
        Assert.Contains("default-src 'none'", text, StringComparison.Ordinal);
        Assert.Equal(text, Text(Pair("<script>alert(1)</script>")));
    }

    static ComparedPair Pair(string name)
    {
        var overlap = new OverlapResult(2, 10, 10, new(0.5, 0.4, 0.6), [new("abcdabcdabcdabcdabcd", 0.5, ["serum", "soap"], ["<b>&cream</b>", "serum"])]);
        return new(name, "beauty@2", GivenFigures.Result(("ease", [1, 0]), ("popularity", [0, 1])), Differences, new(overlap, new(Vocabulary.Empty, Vocabulary.Empty, Vocabulary.Empty, Catalogue.Empty), ListOrigin.StoredOfDifferentData));
    }

    static IEnumerable<XElement> Rows(XElement body) => body.Descendants("table").Where(table => table.Descendants("svg").Any()).Descendants("tbody").Elements("tr");

    XElement Body(ComparedPair pair)
    {
        var text = Text(pair);
        return XElement.Parse(text[text.IndexOf("<body>", StringComparison.Ordinal)..(text.IndexOf("</body>", StringComparison.Ordinal) + 7)]);
    }

    string Text(ComparedPair pair)
    {
        var path = _folder.File("page.html");
        ComparisonPage.Write(path, pair);
        return File.ReadAllText(path);
    }
}
