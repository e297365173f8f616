using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>
/// A connection to a DuckDB database in this process. Not for several threads at once: give each its own <see cref="Duplicate"/>.
/// Disposing it ends a running query; the file is let go when its last reader is closed too.
/// </summary>
public sealed class DuckDBConnection : DbConnection
{
    readonly Lock _gate = new();
    SharedDatabase? _database;
    ConnectionHandle? _handle;
    DuckDBConnectionStringBuilder _settings = [];
    DuckDBDataReader? _reading;   // holds the one streaming result that a DuckDB connection can have
    bool _disposed;

    public DuckDBConnection()
    {
    }

    public DuckDBConnection(string connectionString) => ConnectionString = connectionString;

    [AllowNull]
    public override string ConnectionString
    {
        get => _settings.ConnectionString;
        set
        {
            if (State == ConnectionState.Open) throw new InvalidOperationException("The connection is open: close it before giving it another connection string.");
            _settings = new() { ConnectionString = value };
        }
    }

    public override string Database => "main";

    public override string DataSource => _settings.DataSource;

    public override string ServerVersion => NativeText.Borrowed(NativeMethods.LibraryVersion());

    public override ConnectionState State => _handle is null ? ConnectionState.Closed : ConnectionState.Open;

    /// <summary>The transaction under way.</summary>
    internal DuckDBTransaction? Transaction { get; set; }

    internal ConnectionHandle Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _handle ?? throw new InvalidOperationException("The connection is closed: open it first.");
        }
    }

    public override void Open()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_handle is not null) throw new InvalidOperationException("The connection is open already.");

        Connect(new(OpenDatabase.Open(_settings)));
    }

    /// <summary>Another connection to the same open database, for reading beside this one; dispose both, in any order.</summary>
    public DuckDBConnection Duplicate()
    {
        lock (_gate)
        {
            _ = Handle;
            var duplicate = new DuckDBConnection(ConnectionString);
            duplicate.Connect(_database!.Share());
            return duplicate;
        }
    }

    /// <summary>Ends the running query with an error, from any thread; does nothing when there is none.</summary>
    public void Interrupt()
    {
        lock (_gate)
        {
            if (_handle is not null) NativeMethods.Interrupt(_handle);
        }
    }

    public override void Close()
    {
        lock (_gate)
        {
            if (_handle is null) return;

            NativeMethods.Interrupt(_handle);   // a query that another thread runs here ends now
            Transaction = null;                 // DuckDB rolls back what a closing connection has not committed
            _reading = null;
            _handle.Dispose();
            _database!.Leave();
            (_handle, _database) = (null, null);
        }
        OnStateChange(new(ConnectionState.Open, ConnectionState.Closed));
    }

    public override void ChangeDatabase(string databaseName) =>
        throw new NotSupportedException($"Run 'USE {databaseName}' instead of changing the database on the connection.");

    public new DuckDBCommand CreateCommand() => new() { Connection = this };

    public new DuckDBTransaction BeginTransaction() => new(this);

    /// <summary>An appender to a table, row by row.</summary>
    public DuckDBAppender CreateAppender(string table) => CreateAppender(schema: null, table);

    /// <summary>An appender to a table, row by row.</summary>
    public DuckDBAppender CreateAppender(string? schema, string table) => new(CreateChunkWriter(schema, table));

    /// <summary>The fast way into a table, cell by cell.</summary>
    public DuckDBChunkWriter CreateChunkWriter(string table) => CreateChunkWriter(schema: null, table);

    /// <summary>The fast way into a table, cell by cell.</summary>
    public DuckDBChunkWriter CreateChunkWriter(string? schema, string table) => new(this, schema, table);

    protected override DbCommand CreateDbCommand() => CreateCommand();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => isolationLevel
        is IsolationLevel.Unspecified or IsolationLevel.Snapshot
        ? BeginTransaction()
        : throw new NotSupportedException($"DuckDB's transactions are of isolation level Snapshot, not {isolationLevel}: leave the level out.");

    protected override void Dispose(bool disposing)
    {
        _disposed = true;   // first: a thread that is reading must never find it merely closed
        if (disposing) Close();
        base.Dispose(disposing);
    }

    /// <summary>A new query would cut a streaming result short: say so instead.</summary>
    internal void MustNotBeReading()
    {
        if (_reading is not null)
            throw new InvalidOperationException("The connection is still reading a result: close that reader first, or use Duplicate() for a second connection.");
    }

    internal void StartReading(DuckDBDataReader reader) => _reading = reader;

    internal void StopReading(DuckDBDataReader reader)
    {
        if (_reading == reader) _reading = null;
    }

    void Connect(SharedDatabase database)
    {
        try
        {
            _handle = database.Connect();
        }
        catch (DuckDBException)
        {
            database.Leave();
            throw;
        }
        _database = database;
        SetTimeZone();
        OnStateChange(new(ConnectionState.Closed, ConnectionState.Open));
    }

    // The zone belongs to an extension and cannot be among the settings that a database is opened with.
    void SetTimeZone()
    {
        try
        {
            using var command = CreateCommand();
            command.CommandText = "SET TimeZone = $zone";
            command.Parameters.AddWithValue("zone", _settings.TimeZone);
            command.ExecuteNonQuery();
        }
        catch (DuckDBException)
        {
            Close();
            throw;
        }
    }
}
