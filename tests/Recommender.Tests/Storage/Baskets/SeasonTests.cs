using Recommender.Core;
using Recommender.Storage.Baskets;
using Xunit;

namespace Recommender.Tests.Storage.Baskets;

public sealed class SeasonTests
{
    [Theory]
    [InlineData("11-12", new[] { 11, 12 })]
    [InlineData("12-2", new[] { 1, 2, 12 })]
    [InlineData("Winter", new[] { 1, 2, 12 })]
    [InlineData("fall", new[] { 9, 10, 11 })]
    [InlineData("6", new[] { 6 })]
    [InlineData("1, 4 ,7-8", new[] { 1, 4, 7, 8 })]
    [InlineData("1-12", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })]
    public void Months_are_read_from_numbers_and_names(string text, int[] months) =>
        Assert.Equal(months, Enumerable.Range(1, 12).Where(month => (Season.Parse(text).Mask & (1 << (month - 1))) != 0));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("13")]
    [InlineData("1-2-3")]
    [InlineData("-1")]
    [InlineData("whinter")]
    public void Anything_else_is_an_error(string text) => Assert.Contains($"'{text}' is no season.", Assert.Throws<UserErrorException>(() => Season.Parse(text)).Message);

    [Theory]
    [InlineData("segment")]
    [InlineData("=loyal")]
    [InlineData("segment=")]
    public void A_trait_needs_a_column_and_a_value(string text) => Assert.Contains("Write column=value", Assert.Throws<UserErrorException>(() => CustomerTrait.Parse(text)).Message);
}
