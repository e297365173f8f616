using Recommender.Core;
using Xunit;

namespace Recommender.Tests.Core;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("Prise", "Price")]
    [InlineData("prcie", "Price")]       // two letters changed places
    [InlineData("PRICE", "Price")]
    [InlineData("quantiti", "quantity")]
    public void A_word_near_a_known_one_is_taken_for_it(string word, string meant) =>
        Assert.Equal($" Did you mean '{meant}'?", Suggestion.For(word, ["item", "Price", "quantity"]));

    [Theory]
    [InlineData("warehouse")]
    [InlineData("")]
    [InlineData("qty")]
    public void A_word_far_from_all_suggests_nothing(string word) => Assert.Equal("", Suggestion.For(word, ["item", "Price", "quantity"]));

    [Fact]
    public void The_first_of_two_equally_near_words_is_taken() => Assert.Equal("date", Suggestion.Nearest("dave", ["date", "dale"]));

    [Fact]
    public void Nothing_is_known_and_nothing_suggested() => Assert.Null(Suggestion.Nearest("price", []));
}
