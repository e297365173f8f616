using DuckDB.NET.Data;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

public sealed class DuckDBTextTests : DuckDBTest
{
    [Theory]
    [InlineData("", "''")]
    [InlineData("shop.parquet", "'shop.parquet'")]
    [InlineData("it's", "'it''s'")]
    [InlineData("''; DROP TABLE t; --", "'''''; DROP TABLE t; --'")]
    [InlineData("back\\slash", "'back\\slash'")]
    public void A_literal_is_quoted(string text, string expected) => Assert.Equal(expected, DuckDBText.Literal(text));

    [Theory]
    [InlineData("it's \"so\" \\ $x ? :y \n\r\t ünï — 🛒")]
    [InlineData("'")]
    [InlineData("''")]
    public void A_literal_reads_back_as_the_text(string text) => Assert.Equal(text, Scalar($"SELECT {DuckDBText.Literal(text)}"));

    [Theory]
    [InlineData("price", "\"price\"")]
    [InlineData("my \"best\" price", "\"my \"\"best\"\" price\"")]
    public void An_identifier_is_quoted(string name, string expected) => Assert.Equal(expected, DuckDBText.Identifier(name));

    [Theory]
    [InlineData("select")]
    [InlineData("it's \"so\"; DROP TABLE t")]
    public void An_identifier_names_the_column(string name)
    {
        Run($"CREATE TABLE t ({DuckDBText.Identifier(name)} INT)");

        Assert.Equal(name, Scalar("SELECT column_name FROM duckdb_columns() WHERE table_name = 't'"));
    }

    [Fact]
    public void A_NUL_is_refused()
    {
        Assert.Contains("\\0", Assert.Throws<ArgumentException>(() => DuckDBText.Literal("a\0b")).Message);
        Assert.Contains("\\0", Assert.Throws<ArgumentException>(() => DuckDBText.Identifier("a\0b")).Message);
    }

    [Fact]
    public void A_name_is_not_empty() => Assert.Throws<ArgumentException>(() => DuckDBText.Identifier(""));
}
