using System.Numerics;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

public sealed class AppenderTests : DuckDBTest
{
    [Fact]
    public void Values_of_every_type_arrive()
    {
        Run("""
            CREATE TABLE t (b BOOLEAN, i1 TINYINT, i2 SMALLINT, i4 INTEGER, i8 BIGINT, u1 UTINYINT, u2 USMALLINT, u4 UINTEGER, u8 UBIGINT, h HUGEINT,
                            uh UHUGEINT, f FLOAT, d DOUBLE, m4 DECIMAL(4,1), m9 DECIMAL(9,2), m18 DECIMAL(18,6), m38 DECIMAL(38,10), s VARCHAR, bl BLOB,
                            dt DATE, tm TIME, ts TIMESTAMP, tz TIMESTAMPTZ, ss TIMESTAMP_S, ms TIMESTAMP_MS, ns TIMESTAMP_NS, iv INTERVAL, id UUID)
            """);
        var at = new DateTime(2024, 2, 29, 12, 34, 56);
        var id = Guid.Parse("f1234567-89ab-cdef-0123-456789abcdef");
        using (var appender = Connection.CreateAppender("t"))
        {
            appender.CreateRow()
                .AppendValue(true).AppendValue((sbyte)-1).AppendValue((short)-2).AppendValue(-3).AppendValue(-4L)
                .AppendValue((byte)1).AppendValue((ushort)2).AppendValue(3u).AppendValue(4ul).AppendValue(BigInteger.Pow(2, 100))
                .AppendValue((BigInteger)UInt128.MaxValue).AppendValue(0.5f).AppendValue(0.1)
                .AppendValue(-1.5m).AppendValue(2.25m).AppendValue(-3.000001m).AppendValue(4.0000000001m)
                .AppendValue("größer 🛒").AppendValue([0xFF, 0]).AppendValue(new DateOnly(2024, 2, 29)).AppendValue(new TimeOnly(1, 2, 3))
                .AppendValue(at).AppendValue(new DateTimeOffset(at, TimeSpan.FromHours(2))).AppendValue(at).AppendValue(at).AppendValue(at)
                .AppendValue(new TimeSpan(1, 2, 3)).AppendValue(id).EndRow();
            appender.Close();
        }

        using var reader = Command(Connection, "SELECT * FROM t").ExecuteReader(Token);
        Assert.True(reader.Read());
        var values = new object[reader.FieldCount];
        reader.GetValues(values);
        Assert.Equal(
            [true, (sbyte)-1, (short)-2, -3, -4L, (byte)1, (ushort)2, 3u, 4ul, BigInteger.Pow(2, 100), (BigInteger)UInt128.MaxValue, 0.5f, 0.1,
             -1.5m, 2.25m, -3.000001m, 4.0000000001m, "größer 🛒", new byte[] { 0xFF, 0 }, new DateOnly(2024, 2, 29), new TimeOnly(1, 2, 3),
             at, at.AddHours(-2), at, at, at, new TimeSpan(1, 2, 3), id], values);
    }

    [Fact]
    public void Numbers_fit_the_column_or_are_refused()
    {
        Run("CREATE TABLE t (a BIGINT, b DOUBLE, c DECIMAL(18,2))");
        using (var appender = Connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendValue(1).AppendValue(2).AppendValue(3).EndRow();
            appender.Close();
        }
        Assert.Equal("1 2.0 3.00", Scalar("SELECT a || ' ' || b || ' ' || c FROM t"));

        using var other = Connection.CreateAppender("t");
        var row = other.CreateRow();
        Assert.Throws<OverflowException>(() => row.AppendValue(ulong.MaxValue));
        row.AppendValue(1).AppendValue(1.0);
        Assert.Contains("DECIMAL(18,2)", Assert.Throws<OverflowException>(() => row.AppendValue(0.001m)).Message);
        Assert.Throws<OverflowException>(() => row.AppendValue(1e17m));
        Assert.Throws<InvalidCastException>(() => row.AppendValue(1.5));
        Assert.Throws<InvalidCastException>(() => row.AppendValue("3"));
    }

    [Fact]
    public void Nulls_of_every_kind_are_nulls()
    {
        Run("CREATE TABLE t (a INT, b VARCHAR, c BLOB, d DATE)");
        using (var appender = Connection.CreateAppender("main", "t"))
        {
            appender.CreateRow().AppendValue((int?)null).AppendValue((string?)null).AppendValue((byte[]?)null).AppendNullValue().EndRow();
        }

        Assert.Equal(1L, Scalar("SELECT count(*) FROM t WHERE a IS NULL AND b IS NULL AND c IS NULL AND d IS NULL"));
    }

    [Fact]
    public void A_row_has_as_many_values_as_the_table_columns()
    {
        Run("CREATE TABLE t (a INT, b INT)");
        using var appender = Connection.CreateAppender("t");
        var row = appender.CreateRow().AppendValue(1);

        Assert.Contains("1 values and the table 2", Assert.Throws<InvalidOperationException>(row.EndRow).Message);
        Assert.Throws<InvalidOperationException>(appender.CreateRow);
        row.AppendValue(2);
        Assert.Contains("more values", Assert.Throws<InvalidOperationException>(() => row.AppendValue(3)).Message);
    }

    [Fact]
    public void An_appender_that_failed_leaves_nothing_behind()
    {
        Run("CREATE TABLE t (a INT)");
        using (var appender = Connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendValue(1).EndRow();
            Assert.Throws<OverflowException>(() => appender.CreateRow().AppendValue(long.MaxValue));
        }

        Assert.Equal(0L, Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Cleared_rows_are_gone_and_closed_appenders_take_none()
    {
        Run("CREATE TABLE t (a INT)");
        using var appender = Connection.CreateAppender("t");
        appender.CreateRow().AppendValue(1).EndRow();
        appender.Clear();
        appender.CreateRow().AppendValue(2).EndRow();
        appender.Close();

        Assert.Equal("2", Scalar("SELECT string_agg(a, ',') FROM t"));
        Assert.Throws<ObjectDisposedException>(appender.CreateRow);
        Assert.Throws<ObjectDisposedException>(appender.Close);
    }
}
