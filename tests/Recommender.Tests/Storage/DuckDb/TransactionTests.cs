using System.Data;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

public sealed class TransactionTests : DuckDBTest
{
    public TransactionTests() => Run("CREATE TABLE t (x INT PRIMARY KEY)");

    [Fact]
    public void A_commit_keeps_and_a_rollback_drops()
    {
        using (var kept = Connection.BeginTransaction())
        {
            Run("INSERT INTO t VALUES (1)");
            kept.Commit();
        }
        using (var dropped = Connection.BeginTransaction())
        {
            Run("INSERT INTO t VALUES (2)");
            dropped.Rollback();
        }
        using (Connection.BeginTransaction()) Run("INSERT INTO t VALUES (3)");

        Assert.Equal("1", Rows());
    }

    [Fact]
    public void Others_see_nothing_before_the_commit()
    {
        using var other = Connection.Duplicate();
        using var transaction = Connection.BeginTransaction();
        Run("INSERT INTO t VALUES (1)");

        Assert.Equal(0L, Scalar(other, "SELECT count(*) FROM t"));
        transaction.Commit();
        Assert.Equal(1L, Scalar(other, "SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_transaction_ends_once()
    {
        using var transaction = Connection.BeginTransaction();
        Assert.Throws<InvalidOperationException>(Connection.BeginTransaction);
        transaction.Commit();

        Assert.Throws<InvalidOperationException>(transaction.Commit);
        Assert.Throws<InvalidOperationException>(transaction.Rollback);
        Assert.Null(transaction.Connection);
    }

    [Fact]
    public void After_an_error_only_the_rollback_is_left()
    {
        using (Connection.BeginTransaction())
        {
            Run("INSERT INTO t VALUES (1)");
            Assert.Equal(DuckDBErrorType.Constraint, Assert.Throws<DuckDBException>(() => Run("INSERT INTO t VALUES (1)")).ErrorType);
            Assert.Equal(DuckDBErrorType.Transaction, Assert.Throws<DuckDBException>(() => Run("INSERT INTO t VALUES (2)")).ErrorType);
        }

        Assert.Null(Rows());
    }

    [Fact]
    public void A_commit_that_conflicts_ends_the_transaction()
    {
        Run("INSERT INTO t VALUES (1)");
        using var other = Connection.Duplicate();
        using var mine = Connection.BeginTransaction();
        using var theirs = other.BeginTransaction();
        Run("DELETE FROM t WHERE x = 1");

        Assert.Equal(DuckDBErrorType.Transaction, Assert.Throws<DuckDBException>(() => Run(other, "UPDATE t SET x = 2 WHERE x = 1")).ErrorType);
        theirs.Rollback();
        mine.Commit();

        Assert.Null(Rows());
    }

    [Fact]
    public void The_connection_may_go_first()
    {
        var connection = Open("Data Source=:memory:");
        var transaction = connection.BeginTransaction();
        connection.Dispose();

        transaction.Dispose();
        Assert.Throws<InvalidOperationException>(transaction.Commit);
    }

    [Fact]
    public void Only_snapshot_isolation_exists()
    {
        using (Connection.BeginTransaction(IsolationLevel.Snapshot))
        {
        }
        Assert.Contains("Serializable", Assert.Throws<NotSupportedException>(() => Connection.BeginTransaction(IsolationLevel.Serializable)).Message);
    }

    object? Rows() => Scalar("SELECT string_agg(x, ',' ORDER BY x) FROM t") is string rows ? rows : null;
}
