using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>A database that a connection and its duplicates share; the last one out closes it.</summary>
sealed class SharedDatabase(DatabaseHandle handle)
{
    int _users = 1;

    public ConnectionHandle Connect() => NativeMethods.Connect(handle, out var connection) == 0
        ? new(connection, handle)
        : throw DuckDBError.From("Connection Error: DuckDB gives no further connection to this database.");

    public SharedDatabase Share()
    {
        Interlocked.Increment(ref _users);
        return this;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0) handle.Dispose();
    }
}
