using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace DuckDB.NET.Data;

/// <summary>
/// One or more SQL statements. Parameters are <c>$name</c> (each statement binds those it uses) or <c>?</c> (numbered anew in every
/// statement). The asynchronous methods run on the caller's thread; their token interrupts the query.
/// </summary>
public sealed class DuckDBCommand : DbCommand
{
    [AllowNull]
    public override string CommandText { get; set => field = value ?? ""; } = "";

    /// <summary>Always 0, no limit: end a query with a cancellation token.</summary>
    public override int CommandTimeout
    {
        get => 0;
        set
        {
            if (value != 0) throw new NotSupportedException("A command has no timeout here: pass a CancellationToken that ends by itself.");
        }
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text) throw new NotSupportedException($"A command of type {value} does not exist in DuckDB: write SQL text.");
        }
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    public new DuckDBConnection? Connection { get; set; }

    public new DuckDBParameterCollection Parameters { get; } = new();

    /// <summary>Whether rows are handed over while the query runs (memory stays flat) or after it is done.</summary>
    public bool UseStreamingMode { get; set; } = true;

    protected override DbConnection? DbConnection
    {
        get => Connection;
        set => Connection = (DuckDBConnection?)value;
    }

    protected override DbParameterCollection DbParameterCollection => Parameters;

    /// <summary>The connection's own; a DuckDB connection has one at most.</summary>
    protected override DbTransaction? DbTransaction
    {
        get => Connection?.Transaction;
        set
        {
            if (value is not null && value.Connection != Connection)
                throw new InvalidOperationException("The transaction is finished or belongs to another connection: give the command the one under way.");
        }
    }

    /// <summary>Ends the running query with an error, from any thread.</summary>
    public override void Cancel() => Connection?.Interrupt();

    /// <summary>Statements are prepared when they run, since a later one may need what an earlier one makes.</summary>
    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery() => ExecuteNonQuery(CancellationToken.None);

    /// <summary>Runs every statement.</summary>
    /// <returns>The rows inserted, updated and deleted; -1 when no statement does that.</returns>
    public int ExecuteNonQuery(CancellationToken cancellationToken)
    {
        using var reader = ExecuteReader(cancellationToken);
        while (reader.NextResult(cancellationToken))
        {
        }
        return reader.RecordsAffected;
    }

    public override object? ExecuteScalar() => ExecuteScalar(CancellationToken.None);

    /// <summary>Runs every statement.</summary>
    /// <returns>The first cell of the first rows, DBNull where it is null; null when there is no row.</returns>
    public object? ExecuteScalar(CancellationToken cancellationToken)
    {
        using var reader = ExecuteReader(cancellationToken);
        var cell = reader.Read(cancellationToken) ? reader.GetValue(0) : null;
        while (reader.NextResult(cancellationToken))
        {
        }
        return cell;
    }

    public new DuckDBDataReader ExecuteReader() => ExecuteReader(CancellationToken.None);

    /// <summary>
    /// Runs statements up to the first that returns rows; those after it run when <see cref="DuckDBDataReader.NextResult()"/> asks.
    /// The token also ends the reading.
    /// </summary>
    public DuckDBDataReader ExecuteReader(CancellationToken cancellationToken) => ExecuteReader(CommandBehavior.Default, cancellationToken);

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        Completed.From(ExecuteNonQuery, cancellationToken);

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        Completed.From(ExecuteScalar, cancellationToken);

    protected override DbParameter CreateDbParameter() => new DuckDBParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => ExecuteReader(behavior, CancellationToken.None);

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        Completed.From<DbDataReader>(token => ExecuteReader(behavior, token), cancellationToken);

    DuckDBDataReader ExecuteReader(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        var connection = Connection ?? throw new InvalidOperationException("The command has no connection: set Connection.");
        connection.MustNotBeReading();
        cancellationToken.ThrowIfCancellationRequested();

        var reader = new DuckDBDataReader(new(this, connection), behavior, cancellationToken);
        try
        {
            reader.NextResult(cancellationToken);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
