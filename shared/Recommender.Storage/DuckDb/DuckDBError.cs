using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>Turns what the C interface reports into exceptions.</summary>
static class DuckDBError
{
    /// <summary>An error known by its message alone: DuckDB begins it with the kind ("Binder Error: ...").</summary>
    public static DuckDBException From(string message) => new(message, Kind(message));

    public static DuckDBException From(ResultHandle result) =>
        new(NativeText.Borrowed(NativeMethods.ResultError(result)), NativeMethods.ResultErrorType(result));

    public static DuckDBException From(AppenderHandle appender)
    {
        using var error = new ErrorDataHandle(NativeMethods.AppenderErrorData(appender));
        return new(NativeText.Borrowed(NativeMethods.ErrorDataMessage(error)), NativeMethods.ErrorDataErrorType(error));
    }

    static DuckDBErrorType Kind(string message)
    {
        var end = message.IndexOf(" Error:", StringComparison.Ordinal);
        if (end < 0) return DuckDBErrorType.Invalid;

        var kind = message[..end].Replace(" ", "", StringComparison.Ordinal);
        if (kind == "INTERRUPT") return DuckDBErrorType.Interrupt;
        return Enum.TryParse<DuckDBErrorType>(kind, ignoreCase: true, out var type) ? type : DuckDBErrorType.Invalid;
    }
}
