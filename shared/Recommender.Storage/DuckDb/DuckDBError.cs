using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>Turns what the C interface reports into exceptions.</summary>
static class DuckDBError
{
    /// <summary>An error known by its message alone: DuckDB begins it with the kind ("Binder Error: ...").</summary>
    public static DuckDBException From(string message) => new(message, Kind(message));

    public static DuckDBException From(ResultHandle result) =>
        From(NativeText.Borrowed(NativeMethods.ResultError(result)), NativeMethods.ResultErrorType(result));

    public static DuckDBException From(AppenderHandle appender)
    {
        using var error = new ErrorDataHandle(NativeMethods.AppenderErrorData(appender));
        return From(NativeText.Borrowed(NativeMethods.ErrorDataMessage(error)), NativeMethods.ErrorDataErrorType(error));
    }

    static DuckDBException From(string message, DuckDBErrorType kind) => kind == DuckDBErrorType.Invalid ? From(message) : new(message, kind);

    static DuckDBErrorType Kind(string message)
    {
        var end = message.IndexOf(" Error:", StringComparison.Ordinal);
        if (end < 0) return DuckDBErrorType.Invalid;

        var kind = message[..end].Replace(" ", "", StringComparison.Ordinal);
        if (kind == "TransactionContext") return DuckDBErrorType.Transaction;
        return Enum.TryParse<DuckDBErrorType>(kind, ignoreCase: true, out var type) ? type : DuckDBErrorType.Invalid;
    }
}
