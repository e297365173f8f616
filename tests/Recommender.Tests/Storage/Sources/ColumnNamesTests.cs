using Recommender.Storage.Sources;
using Xunit;

namespace Recommender.Tests.Storage.Sources;

public sealed class ColumnNamesTests
{
    [Fact]
    public void Names_are_trimmed_and_blanks_are_numbered() =>
        Assert.Equal(["id", "column_2", "name"], ColumnNames.From([" id ", " ", "name\t"]));

    [Fact]
    public void Repeated_names_are_numbered_around_those_that_stand_already() =>
        Assert.Equal(["a", "A_3", "a_2", "a_4", "b"], ColumnNames.From(["a", "A", "a_2", "a", "b"]));

    [Theory]
    [InlineData(true, "id", "2")]
    [InlineData(true, "номер")]
    [InlineData(false, "1", "2009-12-01")]
    [InlineData(false, "", " ")]
    public void A_header_needs_at_least_one_letter(bool isUsable, params string[] header) => Assert.Equal(isUsable, ColumnNames.AreUsable(header));
}
