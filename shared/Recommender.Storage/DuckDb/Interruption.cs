using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>Cancellation of a running query.</summary>
static class Interruption
{
    /// <summary>Interrupts the connection's query when the token is cancelled, until the registration is disposed.</summary>
    public static CancellationTokenRegistration Of(DuckDBConnection connection, CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static connection => ((DuckDBConnection)connection!).Interrupt(), connection);

    /// <summary>DuckDB's interrupt error is the caller's cancellation when the caller has cancelled.</summary>
    public static Exception Explain(DuckDBException error, CancellationToken cancellationToken) =>
        error.ErrorType == DuckDBErrorType.Interrupt && cancellationToken.IsCancellationRequested
            ? new OperationCanceledException("The query was cancelled.", error, cancellationToken)
            : error;
}
