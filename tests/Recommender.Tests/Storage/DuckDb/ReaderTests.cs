using System.Data;
using System.Numerics;
using DuckDB.NET.Data;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

public sealed class ReaderTests : DuckDBTest
{
    [Fact]
    public void Typed_getters_read_without_conversion_and_widen_where_nothing_is_lost()
    {
        using var reader = Query("SELECT 7::TINYINT a, 8::BIGINT b, 9::HUGEINT c, 2.5::DOUBLE d, 1.25::DECIMAL(9,4) e, true f, 'x' g, 2.5::FLOAT h");

        Assert.Equal((7, 7L), (reader.GetInt32(0), reader.GetInt64(0)));
        Assert.Equal((8, (short)8, (byte)8), (reader.GetInt32(1), reader.GetInt16(1), reader.GetByte(1)));
        Assert.Equal((9L, 9.0, 9m), (reader.GetInt64(2), reader.GetDouble(2), reader.GetDecimal(2)));
        Assert.Equal((2.5, 2.5m, 2.5f), (reader.GetDouble(3), reader.GetDecimal(3), reader.GetFloat(3)));
        Assert.Equal((1.25m, 1.25), (reader.GetDecimal(4), reader.GetDouble(4)));
        Assert.True(reader.GetBoolean(5));
        Assert.Equal(('x', "x"), (reader.GetChar(6), reader.GetString(6)));
        Assert.Equal((BigInteger)9, reader.GetFieldValue<BigInteger>(2));
        Assert.Equal((9, (Int128)9), (reader.GetFieldValue<int>(2), reader.GetFieldValue<Int128>(2)));
        Assert.Equal(2.5f, reader.GetFieldValue<float>(7));
    }

    [Fact]
    public void A_number_too_big_is_an_error_and_never_cut_off()
    {
        using var reader = Query("SELECT 3000000000 AS many, -1 AS negative, 1e300 AS huge, 123456789012345678901234567890.12345::DECIMAL(38,5) AS wide");

        Assert.Contains("'many'", Assert.Throws<OverflowException>(() => reader.GetInt32(0)).Message);
        Assert.Throws<OverflowException>(() => reader.GetFieldValue<uint>(1));
        Assert.Throws<OverflowException>(() => reader.GetDecimal(2));
        Assert.Contains("cast it in the query", Assert.Throws<OverflowException>(() => reader.GetDecimal(3)).Message);
    }

    [Fact]
    public void A_wide_decimal_that_fits_is_exact()
    {
        using var reader = Query("SELECT 79228162514264337593543950335::DECIMAL(38,0), 1.5::DECIMAL(38,30), -0.000001::DECIMAL(18,6), 99.99::DECIMAL(4,2)");

        Assert.Equal(decimal.MaxValue, reader.GetDecimal(0));
        Assert.Equal(1.5m, reader.GetDecimal(1));
        Assert.Equal(-0.000001m, reader.GetDecimal(2));
        Assert.Equal(99.99m, reader.GetDecimal(3));
    }

    [Fact]
    public void Every_kind_of_timestamp_reads()
    {
        using var reader = Query("""
            SELECT TIMESTAMP_S '2024-02-29 12:34:56', TIMESTAMP_MS '2024-02-29 12:34:56.789', TIMESTAMP_NS '2024-02-29 12:34:56.123456789',
                   TIMESTAMP_NS '1969-12-31 23:59:59.999999999', DATE '2024-02-29', TIMESTAMPTZ '2024-02-29 12:34:56+02'
            """);

        Assert.Equal(new DateTime(2024, 2, 29, 12, 34, 56), reader.GetDateTime(0));
        Assert.Equal(new DateTime(2024, 2, 29, 12, 34, 56, 789), reader.GetDateTime(1));
        Assert.Equal(new DateTime(2024, 2, 29, 12, 34, 56).AddTicks(1234567), reader.GetDateTime(2));
        Assert.Equal(new DateTime(1970, 1, 1).AddTicks(-1), reader.GetDateTime(3));
        Assert.Equal(new DateTime(2024, 2, 29), reader.GetDateTime(4));
        Assert.Equal(new DateTime(2024, 2, 29, 10, 34, 56, DateTimeKind.Utc), reader.GetDateTime(5));
    }

    [Theory]
    [InlineData("TIMESTAMP 'infinity'")]
    [InlineData("TIMESTAMP '-infinity'")]
    [InlineData("TIMESTAMP '12000-01-01'")]
    [InlineData("TIMESTAMP '0044-03-15 (BC) 00:00:00'")]
    [InlineData("DATE 'infinity'")]
    [InlineData("DATE '12000-01-01'")]
    [InlineData("TIME '24:00:00'")]
    [InlineData("INTERVAL 1 MONTH")]
    public void A_moment_that_NET_lacks_is_named_with_the_cure(string sql)
    {
        using var reader = Query($"SELECT {sql} AS moment");

        Assert.Matches("'moment'.*cast it in the query", Assert.Throws<OverflowException>(() => reader.GetValue(0)).Message);
    }

    [Fact]
    public void Enums_lists_structs_and_maps_read()
    {
        Run("CREATE TYPE size AS ENUM ('small', 'large')");
        using var reader = Query("""
            SELECT 'large'::size, [1, 2], [['a'], []], {'name': 'x', 'n': 3}, MAP {'k': 1.5, 'l': NULL}, [7, 8]::INT[2], [{'d': DATE '2024-01-01'}], NULL::INT[]
            """);

        Assert.Equal("large", reader.GetString(0));
        Assert.Equal("large", reader.GetValue(0));
        Assert.Equal(new[] { 1, 2 }, reader.GetValue(1));
        Assert.Equal([1L, 2L], reader.GetFieldValue<long[]>(1));
        Assert.Equal(new string[][] { ["a"], [] }, reader.GetValue(2));
        Assert.Equal(new Dictionary<string, object?> { ["name"] = "x", ["n"] = 3 }, reader.GetValue(3));
        Assert.Equal(new Dictionary<object, object?> { ["k"] = 1.5m, ["l"] = null }, reader.GetValue(4));
        Assert.Equal(new[] { 7, 8 }, reader.GetValue(5));
        Assert.Equal(new DateOnly(2024, 1, 1), ((Dictionary<string, object?>[])reader.GetValue(6))[0]["d"]);
        Assert.Equal(DBNull.Value, reader.GetValue(7));
        Assert.Equal("INTEGER[]", reader.GetDataTypeName(1));
    }

    [Fact]
    public void Nested_cells_of_later_rows_are_their_own()
    {
        Run("CREATE TABLE t AS SELECT i, [i, i + 1] AS l, {'a': i, 'b': 'text of more than twelve bytes ' || i} AS s, [i, -i]::BIGINT[2] AS a, MAP {i: -i} AS m FROM range(5000) r(i)");
        using var command = Command(Connection, "SELECT * FROM t ORDER BY i");
        using var reader = command.ExecuteReader(Token);

        for (var i = 0L; reader.Read(); i++)
        {
            Assert.Equal(new[] { i, i + 1 }, reader.GetValue(1));
            Assert.Equal($"text of more than twelve bytes {i}", ((Dictionary<string, object?>)reader.GetValue(2))["b"]);
            Assert.Equal(new[] { i, -i }, reader.GetValue(3));
            Assert.Equal(-i, ((Dictionary<object, object?>)reader.GetValue(4))[i]);
        }
    }

    [Theory]
    [InlineData("TIMETZ '12:00:00+02'", "TIME WITH TIME ZONE")]
    [InlineData("'0101'::BIT", "BIT")]
    public void A_type_not_known_is_named_with_the_cure(string sql, string type)
    {
        using var reader = Query($"SELECT {sql} AS odd");

        var error = Assert.Throws<NotSupportedException>(() => reader.GetValue(0));

        Assert.Contains(type, error.Message);
        Assert.Contains("cast it to VARCHAR", error.Message);
    }

    [Fact]
    public void A_null_needs_a_type_that_takes_it()
    {
        using var reader = Query("SELECT NULL::INT AS n, NULL");

        Assert.Null(reader.GetFieldValue<int?>(0));
        Assert.Contains("'n'", Assert.Throws<InvalidCastException>(() => reader.GetInt32(0)).Message);
        Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<string>(0));
        Assert.True(reader.IsDBNull(1));
        Assert.Equal(DBNull.Value, reader.GetValue(1));
    }

    [Fact]
    public void The_wrong_type_is_an_error_that_says_the_right_one()
    {
        using var reader = Query("SELECT 'x' AS name, 5 AS n");

        Assert.Matches("'name' is VARCHAR", Assert.Throws<InvalidCastException>(() => reader.GetInt32(0)).Message);
        Assert.Throws<InvalidCastException>(() => reader.GetDouble(0));
        Assert.Throws<InvalidCastException>(() => reader.GetDateTime(0));
        Assert.Throws<InvalidCastException>(() => reader.GetGuid(0));
        Assert.Throws<InvalidCastException>(() => reader.GetString(1));
        Assert.Throws<InvalidCastException>(() => reader.GetBoolean(1));
        Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<TimeSpan>(1));
    }

    [Fact]
    public void Columns_are_found_by_name_exactly_first()
    {
        using var reader = Query("SELECT 1 AS Price, 2 AS price_2");

        Assert.Equal(0, reader.GetOrdinal("Price"));
        Assert.Equal(0, reader.GetOrdinal("PRICE"));
        Assert.Equal(1, reader["price"]);
        Assert.Contains("price_2", Assert.Throws<ArgumentException>(() => reader.GetOrdinal("cost")).Message);
    }

    [Fact]
    public void Blobs_and_texts_come_in_parts_too()
    {
        using var reader = Query("SELECT '\\x01\\x02\\x03\\x04'::BLOB, 'abcdef'");
        var (bytes, chars) = (new byte[2], new char[3]);

        Assert.Equal((4, 2), (reader.GetBytes(0, 0, buffer: null, 0, 0), reader.GetBytes(0, 1, bytes, 0, 2)));
        Assert.Equal([2, 3], bytes);
        Assert.Equal((6, 1), (reader.GetChars(1, 0, buffer: null, 0, 0), reader.GetChars(1, 5, chars, 1, 2)));
        Assert.Equal("\0f\0", new string(chars));
    }

    [Fact]
    public void Several_results_follow_each_other()
    {
        using var command = Command(Connection, "CREATE TABLE t (x INT); INSERT INTO t VALUES (1), (2); SELECT x FROM t; DELETE FROM t; SELECT 'b' AS name, 2 AS n WHERE false");
        using var reader = command.ExecuteReader(Token);

        Assert.True(reader.HasRows);
        Assert.Equal(2, reader.RecordsAffected);
        Assert.True(reader.Read());
        Assert.True(reader.NextResult());
        Assert.False(reader.HasRows);
        Assert.Equal((2, 4), (reader.FieldCount, reader.RecordsAffected));
        Assert.False(reader.Read());
        Assert.False(reader.NextResult());
        Assert.Equal(0, reader.FieldCount);
    }

    [Fact]
    public void The_schema_describes_each_column()
    {
        using var reader = Query("SELECT 1::DECIMAL(9,2) AS price, 'x' AS name");

        var schema = reader.GetSchemaTable();

        Assert.Equal(["price", "name"], schema.Rows.Cast<DataRow>().Select(row => row["ColumnName"]));
        Assert.Equal([typeof(decimal), typeof(string)], schema.Rows.Cast<DataRow>().Select(row => row["DataType"]));
        Assert.Equal(((byte)9, (byte)2), (schema.Rows[0]["NumericPrecision"], schema.Rows[0]["NumericScale"]));
    }

    [Fact]
    public void A_data_table_loads()
    {
        using var command = Command(Connection, "SELECT i, 'name ' || i AS name, NULL::DOUBLE AS none FROM range(3000) r(i) ORDER BY i");
        using var reader = command.ExecuteReader(Token);
        using var table = new DataTable();

        table.Load(reader);

        Assert.Equal(3000, table.Rows.Count);
        Assert.Equal("name 2999", table.Rows[2999]["name"]);
    }

    [Fact]
    public void There_is_a_row_only_between_the_first_Read_and_the_last()
    {
        using var command = Command(Connection, "SELECT 1");
        using var reader = command.ExecuteReader(Token);

        Assert.Throws<InvalidOperationException>(() => reader.GetInt32(0));
        Assert.True(reader.Read());
        Assert.False(reader.Read());
        Assert.Throws<InvalidOperationException>(() => reader.GetInt32(0));
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => reader.Read());
        Assert.ThrowsAny<InvalidOperationException>(() => reader.GetInt32(0));
    }

    DuckDBDataReader Query(string sql)
    {
        var reader = Command(Connection, sql).ExecuteReader(Token);
        Assert.True(reader.Read());
        return reader;
    }
}
