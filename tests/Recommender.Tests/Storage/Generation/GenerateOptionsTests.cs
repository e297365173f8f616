using Recommender.Core;
using Recommender.Storage.Generation;
using Xunit;

namespace Recommender.Tests.Storage.Generation;

public sealed class GenerateOptionsTests
{
    [Theory]
    [InlineData("beaty", "Did you mean 'beauty'?")]
    [InlineData("Distributer", "Did you mean 'distributor'?")]
    [InlineData("fishmonger", "Choose one of them")]
    public void An_unknown_shop_is_refused_and_the_nearest_name_offered(string shop, string cure)
    {
        var error = Assert.Throws<UserErrorException>(() => new GenerateOptions { Shop = shop }.Checked());

        Assert.StartsWith($"Shop '{shop}' is unknown", error.Message);
        Assert.Contains(cure, error.Message);
    }

    [Theory]
    [InlineData(9_999)]
    [InlineData(100_000_001)]
    [InlineData(-1)]
    public void Lines_out_of_range_are_refused(long lines) =>
        Assert.StartsWith($"Lines {lines} is out of range", Assert.Throws<UserErrorException>(() => new GenerateOptions { Lines = lines }.Checked()).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public void Threads_out_of_range_are_refused(int threads) =>
        Assert.StartsWith($"Threads {threads} is out of range", Assert.Throws<UserErrorException>(() => new GenerateOptions { Threads = threads }.Checked()).Message);

    [Fact]
    public void An_end_before_the_year_2000_is_refused() =>
        Assert.StartsWith("End 1999-12-31 is out of range", Assert.Throws<UserErrorException>(() => new GenerateOptions { End = new(1999, 12, 31) }.Checked()).Message);

    [Fact]
    public void A_format_that_does_not_exist_is_refused() =>
        Assert.StartsWith("Format 7 is unknown", Assert.Throws<UserErrorException>(() => new GenerateOptions { Format = (ShopFormat)7 }.Checked()).Message);

    [Fact]
    public void The_defaults_are_in_range() => Assert.Equal(ShopNames.Beauty, new GenerateOptions().Checked().Shop);
}
