using Recommender.Tests.Engine.Answers;
using Xunit;

namespace Recommender.Tests.Engine.Tracing;

public sealed class ScoreSpanTests : IDisposable
{
    readonly AnsweringShop _shop = new();

    [Fact]
    public void Each_question_is_one_span_that_names_the_version_which_answered()
    {
        using var heard = new HeardSpans();
        var item = _shop.Data.Items[0];

        _shop.Front.Recommend(new() { Customer = _shop.Data.Customers[0] });
        _shop.Front.Similar(new() { Items = [item] });
        _shop.Front.BoughtTogether(new() { Items = [item] });
        _shop.Front.CrossSell(new());

        Assert.Equal(
            [("score", "beauty", 7), ("score", "beauty", 7), ("score", "beauty-matrix", 3), ("score", "beauty-matrix", 3)],
            heard.Ended.Select(span => (span.OperationName, (string?)span.GetTagItem("recommender.model"), (int?)span.GetTagItem("recommender.version"))));
    }

    public void Dispose() => _shop.Dispose();
}
