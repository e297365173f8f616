using Recommender.Core;
using Recommender.Storage.Homes;
using Xunit;

namespace Recommender.Tests.Storage.Homes;

public sealed class HomeFolderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Opening_and_reading_a_home_writes_nothing()
    {
        var home = HomeFolder.Open(_folder.Path);

        Assert.Empty(home.Tenants);
        Assert.Empty(home.Dataset("default", "retail").All);
        Assert.Null(home.Dataset("default", "retail").CurrentOrNull);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_dataset_lies_below_its_tenant() => Assert.Equal(
        Path.Combine(_folder.Path, "data", "acme", "retail-2"), HomeFolder.Open(_folder.Path).Dataset("acme", "retail-2").Path);

    [Theory]
    [InlineData("Retail", "retail")]
    [InlineData("My Shop (2024)!", "my-shop-2024")]
    [InlineData("Café Zürich", "caf-z-rich")]
    [InlineData("../../etc", "etc")]
    [InlineData("-a", "a")]
    [InlineData("retail\n", "retail")]
    [InlineData("", "my-dataset")]
    [InlineData("日本", "my-dataset")]
    public void A_name_that_breaks_the_rule_is_refused_with_one_that_keeps_it(string name, string suggestion)
    {
        var home = HomeFolder.Open(_folder.Path);

        var failure = Assert.Throws<UserErrorException>(() => home.Dataset("default", name));

        Assert.Contains($"'{name}' is not allowed", failure.Message);
        Assert.EndsWith($"Try '{suggestion}'.", failure.Message);
        Assert.Equal(suggestion, home.Dataset("default", suggestion).Name);
    }

    [Fact]
    public void Names_have_at_most_63_letters_and_so_has_the_suggestion()
    {
        var home = HomeFolder.Open(_folder.Path);

        Assert.Equal(63, home.Tenant(new string('a', 63)).Name.Length);
        Assert.EndsWith($"Try '{new string('a', 63)}'.", Assert.Throws<UserErrorException>(() => home.Tenant(new string('a', 64))).Message);
    }

    [Theory]
    [InlineData("""{"format":2}""", "has format 2; this version reads formats 1 to 1. Use the version that wrote it")]
    [InlineData("""{"format":0}""", "has format 0; formats are 1 to 1")]
    [InlineData("""{"form""", "is not readable: it should be {\"format\":1}")]
    public void A_home_of_another_format_is_refused(string json, string complaint)
    {
        File.WriteAllText(_folder.File("home.json"), json);

        Assert.Contains(complaint, Assert.Throws<UserErrorException>(() => HomeFolder.Open(_folder.Path)).Message);
    }

    [Fact]
    public void A_home_that_is_a_file_is_refused()
    {
        File.WriteAllText(_folder.File("a.csv"), "");

        Assert.Contains("is a file", Assert.Throws<UserErrorException>(() => HomeFolder.Open(_folder.File("a.csv"))).Message);
    }
}
