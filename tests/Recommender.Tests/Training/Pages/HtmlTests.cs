using Recommender.Training.Views.Pages;
using Xunit;

namespace Recommender.Tests.Training.Pages;

public sealed class HtmlTests
{
    [Fact]
    public void Values_are_escaped_and_markup_is_not()
    {
        var bold = Html.Of($"<b>{"a<b & \"c\" 'd'"}</b>");

        Assert.Equal("<p><b>a&lt;b &amp; &quot;c&quot; &#39;d&#39;</b> 1,234.5</p>", Html.Of($"<p>{bold} {1234.5:N1}</p>").Text);
    }

    [Fact]
    public void Characters_that_no_document_may_hold_are_replaced() =>
        Assert.Equal("a b \uFFFD", Html.Of($"{"a\u0000b \ud800"}").Text);

    [Fact]
    public void Parts_without_content_take_no_line() =>
        Assert.Equal("a\nb", Html.Join([Html.Of($"{"a"}"), Html.Empty, default, Html.Of($"{"b"}")]).Text);
}
