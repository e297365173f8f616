using System.Data;
using System.Data.Common;

namespace DuckDB.NET.Data;

/// <summary>A transaction; disposed without a commit it is rolled back.</summary>
public sealed class DuckDBTransaction : DbTransaction
{
    readonly DuckDBConnection _connection;
    bool _finished;

    internal DuckDBTransaction(DuckDBConnection connection)
    {
        if (connection.Transaction is not null)
            throw new InvalidOperationException("The connection has a transaction under way: commit it or roll it back first.");

        _connection = connection;
        Run("BEGIN TRANSACTION");
        connection.Transaction = this;
    }

    public override IsolationLevel IsolationLevel => IsolationLevel.Snapshot;

    protected override DbConnection? DbConnection => _finished ? null : _connection;

    public override void Commit() => Finish("COMMIT");

    public override void Rollback() => Finish("ROLLBACK");

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_finished && _connection.Transaction == this) Rollback();
        base.Dispose(disposing);
    }

    void Finish(string statement)
    {
        if (_finished || _connection.Transaction != this)
            throw new InvalidOperationException("The transaction is finished: begin another one.");

        try
        {
            Run(statement);
        }
        finally
        {
            // DuckDB ends the transaction even when its commit fails.
            (_finished, _connection.Transaction) = (true, null);
        }
    }

    void Run(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
