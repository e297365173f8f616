using Recommender.Core;
using Recommender.Core.Evaluation;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Splits;

public sealed class SplitTextTests
{
    [Theory]
    [InlineData("temporal")]
    [InlineData("temporal:0.9")]
    [InlineData("temporal:2011-09-01")]
    [InlineData("temporal:2011-09-01T06:30")]
    [InlineData("leave-last-out")]
    [InlineData("holdout:0.2")]
    [InlineData("holdout-items:0.25")]
    [InlineData("strong:0.1")]
    [InlineData("hash:10")]
    public void What_is_read_is_written_again(string text)
    {
        var split = Split.Parse(text, seed: 3);

        Assert.Equal(text, split.ToString());
        Assert.Equal(split, Split.Parse(split.ToString(), seed: 3));
        Assert.NotEqual(split, Split.Parse(text, seed: 4));
    }

    [Theory]
    [InlineData("temporl:2011-09-01", "Did you mean 'temporal'?")]
    [InlineData("hold-out:0.2", "Did you mean 'holdout'?")]
    [InlineData("random", "Known are temporal")]
    [InlineData("temporal:2011-13-01", "temporal:2011-09-01")]
    [InlineData("temporal:", "temporal:2011-09-01")]
    [InlineData("holdout:1", "holdout:0.2")]
    [InlineData("holdout:-0.2", "holdout:0.2")]
    [InlineData("holdout", "holdout:0.2")]
    [InlineData("leave-last-out:2", "leave-last-out")]
    [InlineData("strong:0", "strong:0.1")]
    [InlineData("hash:1", "hash:10")]
    [InlineData("hash:ten", "hash:10")]
    public void What_cannot_be_read_is_answered_with_what_can(string text, string cure) =>
        Assert.Contains(cure, Assert.Throws<UserErrorException>(() => Split.Parse(text)).Message, StringComparison.Ordinal);
}
