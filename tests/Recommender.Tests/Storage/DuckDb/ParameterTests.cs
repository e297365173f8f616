using System.Numerics;
using DuckDB.NET.Data;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

/// <summary>A parameter comes back as it went in, and is in SQL what it should be.</summary>
public sealed class ParameterTests : DuckDBTest
{
    public static TheoryData<string, object> Values => new()
    {
        { "BOOLEAN", true }, { "BOOLEAN", false },
        { "TINYINT", sbyte.MinValue }, { "TINYINT", sbyte.MaxValue },
        { "SMALLINT", short.MinValue }, { "SMALLINT", short.MaxValue },
        { "INTEGER", int.MinValue }, { "INTEGER", int.MaxValue },
        { "BIGINT", long.MinValue }, { "BIGINT", long.MaxValue },
        { "UTINYINT", byte.MaxValue }, { "USMALLINT", ushort.MaxValue }, { "UINTEGER", uint.MaxValue }, { "UBIGINT", ulong.MaxValue },
        { "HUGEINT", (BigInteger)Int128.MinValue }, { "HUGEINT", (BigInteger)Int128.MaxValue }, { "UHUGEINT", (BigInteger)UInt128.MaxValue },
        { "FLOAT", float.MinValue }, { "FLOAT", float.Epsilon }, { "FLOAT", float.NaN }, { "FLOAT", float.PositiveInfinity },
        { "DOUBLE", double.MaxValue }, { "DOUBLE", double.Epsilon }, { "DOUBLE", double.NegativeInfinity }, { "DOUBLE", 0.1 },
        { "DECIMAL(2,1)", 1.5m }, { "DECIMAL(1,0)", 0m }, { "DECIMAL(29,0)", decimal.MaxValue }, { "DECIMAL(29,0)", decimal.MinValue },
        { "DECIMAL(28,28)", 0.0000000000000000000000000001m }, { "DECIMAL(3,2)", -1.20m },
        { "VARCHAR", "" }, { "VARCHAR", "twelve bytes" }, { "VARCHAR", "thirteen byte" }, { "VARCHAR", "größer 🛒 \0 NUL" },
        { "BLOB", Array.Empty<byte>() }, { "BLOB", new byte[] { 0, 1, 255 } }, { "BLOB", Enumerable.Repeat((byte)200, 5000).ToArray() },
        { "DATE", DateOnly.MinValue }, { "DATE", DateOnly.MaxValue }, { "DATE", new DateOnly(1969, 12, 31) },
        { "TIME", TimeOnly.MinValue }, { "TIME", new TimeOnly(23, 59, 59, 999, 999) },
        { "TIMESTAMP", DateTime.MinValue }, { "TIMESTAMP", new DateTime(9999, 12, 31, 23, 59, 59, 999, 999) },
        { "TIMESTAMP", new DateTime(1969, 12, 31, 23, 59, 59, 999, 999) },
        { "INTERVAL", new TimeSpan(-3, 4, 5, 6) }, { "INTERVAL", TimeSpan.Zero },
        { "UUID", Guid.Empty }, { "UUID", Guid.AllBitsSet }, { "UUID", Guid.Parse("01234567-89ab-cdef-0123-456789abcdef") },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_goes_there_and_back(string type, object value)
    {
        using var command = Command(Connection, "SELECT $v AS v, typeof($v) AS t", new DuckDBParameter("v", value));
        using var reader = command.ExecuteReader(Token);

        Assert.True(reader.Read());
        Assert.Equal(type, reader.GetString(1));
        Assert.Equal(type, reader.GetDataTypeName(0));
        Assert.Equal(value, reader.GetValue(0));
        Assert.Equal(value.GetType(), reader.GetFieldType(0));
    }

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_goes_through_a_table_beside_a_null(string type, object value)
    {
        Run($"CREATE TABLE t (n INT, v {type})");
        Run("INSERT INTO t VALUES (1, $v), (2, NULL)", new DuckDBParameter("v", value));

        using var command = Command(Connection, "SELECT v FROM t ORDER BY n");
        using var reader = command.ExecuteReader(Token);
        Assert.True(reader.Read());
        Assert.False(reader.IsDBNull(0));
        Assert.Equal(value, reader.GetValue(0));
        Assert.True(reader.Read());
        Assert.True(reader.IsDBNull(0));
        Assert.Equal(DBNull.Value, reader.GetValue(0));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Text_in_SQL_is_what_the_value_says()
    {
        Assert.Equal("-12.3400", Scalar("SELECT $v::VARCHAR", new DuckDBParameter("v", -12.3400m)));
        Assert.Equal("01234567-89ab-cdef-0123-456789abcdef",
            Scalar("SELECT $v::VARCHAR", new DuckDBParameter("v", Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"))));
        Assert.Equal("2024-02-29 12:34:56.789012", Scalar("SELECT $v::VARCHAR", new DuckDBParameter("v", new DateTime(2024, 2, 29, 12, 34, 56, 789, 12))));
        Assert.Equal("-170141183460469231731687303715884105728", Scalar("SELECT $v::VARCHAR", new DuckDBParameter("v", Int128.MinValue)));
        Assert.Equal("340282366920938463463374607431768211455", Scalar("SELECT $v::VARCHAR", new DuckDBParameter("v", UInt128.MaxValue)));
    }

    [Fact]
    public void A_zoned_moment_is_kept_in_UTC()
    {
        var moment = new DateTimeOffset(2024, 7, 1, 12, 30, 0, TimeSpan.FromHours(2));

        using var command = Command(Connection, "SELECT $v AS v, typeof($v) AS t", new DuckDBParameter("v", moment));
        using var reader = command.ExecuteReader(Token);

        Assert.True(reader.Read());
        Assert.Equal("TIMESTAMP WITH TIME ZONE", reader.GetString(1));
        Assert.Equal(moment, reader.GetFieldValue<DateTimeOffset>(0));
        Assert.Equal((moment.UtcDateTime, DateTimeKind.Utc), (reader.GetDateTime(0), reader.GetDateTime(0).Kind));
    }

    public static TheoryData<string, object> Lists => new()
    {
        { "VARCHAR[]", new[] { "a", "", "a text longer than twelve bytes" } },
        { "INTEGER[]", new[] { 1, -1, int.MaxValue } },
        { "BIGINT[]", new[] { long.MinValue, 0 } },
        { "DOUBLE[]", new[] { 0.5, double.NaN } },
        { "INTEGER[]", Array.Empty<int>() },
        { "VARCHAR[]", Array.Empty<string>() },
        { "DATE[]", new[] { new DateOnly(2024, 2, 29) } },
        { "UUID[]", new[] { Guid.AllBitsSet } },
        { "DECIMAL(5,3)[]", new[] { 10.5m, 0.125m } },
        { "BLOB[]", new[] { new byte[] { 1, 2 } } },
    };

    [Theory]
    [MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public void A_list_goes_there_and_back(string type, object list)
    {
        using var command = Command(Connection, "SELECT $v AS v, typeof($v) AS t", new DuckDBParameter("v", list));
        using var reader = command.ExecuteReader(Token);

        Assert.True(reader.Read());
        Assert.Equal(type, reader.GetString(1));
        Assert.Equal(list, reader.GetValue(0));
    }

    [Fact]
    public void A_list_may_hold_nulls()
    {
        using var command = Command(Connection, "SELECT $v", new DuckDBParameter("v", new List<int?> { 1, null, 3 }));
        using var reader = command.ExecuteReader(Token);

        Assert.True(reader.Read());
        Assert.Equal([1, null, 3], reader.GetFieldValue<int?[]>(0));
        Assert.Contains("GetFieldValue<Int32?[]>", Assert.Throws<InvalidCastException>(() => reader.GetValue(0)).Message);
    }

    [Fact]
    public void A_list_of_nothing_but_nulls_is_a_list() =>
        Assert.Equal(2L, Scalar("SELECT len($v)", new DuckDBParameter("v", new object?[] { null, null })));

    [Fact]
    public void A_list_stands_for_an_IN_list() => Assert.Equal(2L,
        Scalar("SELECT count(*) FROM range(10) r(i) WHERE i = ANY($ids)", new DuckDBParameter("ids", new[] { 3L, 4L, 30L })));

    [Fact]
    public void Question_marks_are_numbered_anew_in_every_statement()
    {
        Run("CREATE TABLE a (x INT); CREATE TABLE b (x INT, y VARCHAR)");
        Run("INSERT INTO a VALUES (?); INSERT INTO b VALUES (?, ?)", new(7), new("seven"));

        Assert.Equal("7 7 seven", Scalar("SELECT a.x || ' ' || b.x || ' ' || b.y FROM a, b"));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("$id")]
    [InlineData("@ID")]
    public void A_name_counts_without_its_sign_and_case(string name) => Assert.Equal(5, Scalar("SELECT $id", new DuckDBParameter(name, 5)));

    [Fact]
    public void Each_statement_binds_only_the_names_it_has()
    {
        Run("CREATE TABLE t (x INT, y INT); INSERT INTO t VALUES ($x, 0); UPDATE t SET y = $y WHERE x = $x", new("x", 1), new("y", 2), new("unused", 3));

        Assert.Equal(2, Scalar("SELECT y FROM t"));
    }

    [Fact]
    public void A_missing_parameter_is_named()
    {
        Assert.Contains("$id", Assert.Throws<InvalidOperationException>(() => Scalar("SELECT $id", new DuckDBParameter("idd", 1))).Message);
        Assert.Contains("parameter 2", Assert.Throws<InvalidOperationException>(() => Scalar("SELECT ?, ?", new DuckDBParameter(1))).Message);
    }

    [Fact]
    public void An_unknown_type_is_named() => Assert.Contains("Version",
        Assert.Throws<ArgumentException>(() => Scalar("SELECT $v", new DuckDBParameter("v", new Version(1, 0)))).Message);

    [Fact]
    public void A_number_past_128_bits_is_refused() =>
        Assert.Throws<OverflowException>(() => Scalar("SELECT $v", new DuckDBParameter("v", BigInteger.Pow(2, 128))));

    [Fact]
    public void A_value_that_looks_like_SQL_stays_a_value() =>
        Assert.Equal("'; DROP TABLE t; --", Scalar("SELECT $v", new DuckDBParameter("v", "'; DROP TABLE t; --")));
}
