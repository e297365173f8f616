using System.Xml.Linq;
using Recommender.Tests.Storage;
using Recommender.Training.Views.Pictures;
using Xunit;

namespace Recommender.Tests.Training.Pictures;

public sealed class PairPictureTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_pair_is_drawn_once_as_a_line_twice_on_the_map_and_listed()
    {
        PairEdge[] edges = [new("shampoo", "conditioner", 90, 8), new("shampoo", "soap", 30, 0.5), new("cream", "serum", 40, 3)];

        var page = Write("Beauty", edges);

        Assert.Equal(3, page.Descendants().Count(element => element.Name.LocalName == "line"));
        Assert.Equal(5, page.Descendants().Count(element => element.Name.LocalName == "circle"));
        Assert.Equal(6, page.Descendants().Count(element => element.Name.LocalName == "rect" && element.Attribute("fill") is not null));
        Assert.Contains("shampoo + conditioner: 90 baskets, lift 8", page.Descendants().Where(element => element.Name.LocalName == "title").Select(element => element.Value));
        Assert.Equal(["cream", "serum", "40", "3.00"], page.Descendants("tr").Last().Elements().Select(cell => cell.Value));
    }

    [Fact]
    public void Names_are_never_markup_and_the_same_pairs_give_the_same_page()
    {
        PairEdge[] edges = [new("<script>alert(1)</script>", "a & \"b\"", 1, 2)];

        var text = Text("<b>Shop</b>", edges);

        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        Assert.Equal(text, Text("<b>Shop</b>", edges));
    }

    [Fact]
    public void Without_a_pair_the_page_says_what_to_do() =>
        Assert.Contains("Lower them", Text("Empty", []), StringComparison.Ordinal);

    XElement Write(string title, IReadOnlyList<PairEdge> edges)
    {
        var text = Text(title, edges);
        return XElement.Parse(text[text.IndexOf("<body>", StringComparison.Ordinal)..(text.IndexOf("</body>", StringComparison.Ordinal) + 7)]);
    }

    string Text(string title, IReadOnlyList<PairEdge> edges)
    {
        var path = _folder.File("page.html");
        PairPicture.Write(path, title, edges);
        return File.ReadAllText(path);
    }
}
