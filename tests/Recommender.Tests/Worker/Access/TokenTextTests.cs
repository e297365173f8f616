using Recommender.Worker.Access;
using Xunit;

namespace Recommender.Tests.Worker.Access;

public sealed class TokenTextTests
{
    [Theory]
    [InlineData(false, "rk_live_")]
    [InlineData(true, "pk_live_")]
    public void A_token_is_recognised_by_its_prefix_and_never_made_twice(bool isPublishable, string prefix)
    {
        var tokens = Enumerable.Range(0, 100).Select(_ => TokenText.Create(isPublishable)).ToArray();

        Assert.All(tokens, token => Assert.StartsWith(prefix, token));
        Assert.All(tokens, token => Assert.True(TokenText.IsWellFormed(token)));
        Assert.Equal(100, tokens.Distinct().Count());
    }

    [Fact]
    public void A_token_with_any_letter_changed_is_not_well_formed()
    {
        var token = TokenText.Create(isPublishable: false);

        Assert.All(Enumerable.Range(0, token.Length), at => Assert.False(TokenText.IsWellFormed(Changed(token, at)), $"letter {at}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rk_live_")]
    [InlineData("rk_live_é")]
    [InlineData("rk_live_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public void What_is_no_token_is_not_well_formed(string text) => Assert.False(TokenText.IsWellFormed(text));

    [Fact]
    public void A_hash_matches_itself_read_back_and_no_other()
    {
        var (one, other) = (SecretHash.Of("one")!.Value, SecretHash.Of("other")!.Value);

        Assert.True(SecretHash.Parse(one.ToString()).Matches(one));
        Assert.False(other.Matches(one));
        Assert.Equal("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed", one.ToString());
        Assert.Null(SecretHash.Of(new string('x', SecretHash.LongestSecret + 1)));
        Assert.Null(SecretHash.Of("ü"));
    }

    static string Changed(string token, int at) => token[..at] + (token[at] == '0' ? '1' : '0') + token[(at + 1)..];
}
