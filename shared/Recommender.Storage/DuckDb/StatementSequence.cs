using System.Globalization;
using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>The statements of one command text, prepared, bound and run one after the other.</summary>
sealed class StatementSequence : IDisposable
{
    readonly DuckDBCommand _command;
    readonly DuckDBConnection _connection;
    readonly ExtractedHandle _extracted;
    readonly ulong _count;
    ulong _next;

    public StatementSequence(DuckDBCommand command, DuckDBConnection connection)
    {
        (_command, _connection) = (command, connection);
        _count = NativeMethods.ExtractStatements(connection.Handle, command.CommandText, out var native);
        _extracted = new(native, connection.Handle);
        if (_count > 0) return;

        using (_extracted)
        {
            var error = NativeText.Borrowed(NativeMethods.ExtractStatementsError(_extracted));
            throw error.Length == 0
                ? new InvalidOperationException("The command has no statement: set CommandText.")
                : DuckDBError.From(error);
        }
    }

    public DuckDBConnection Connection => _connection;

    /// <summary>Runs the next statement; null when there is none left.</summary>
    public ResultHandle? Next(CancellationToken cancellationToken)
    {
        if (_next == _count) return null;

        cancellationToken.ThrowIfCancellationRequested();
        using var prepared = Prepare(_next++);
        Bind(prepared);
        var state = _command.UseStreamingMode
            ? NativeMethods.PendingPreparedStreaming(prepared, out var native)
            : NativeMethods.PendingPrepared(prepared, out native);
        using var pending = new PendingHandle(native, prepared);
        if (state != 0) throw DuckDBError.From(NativeText.Borrowed(NativeMethods.PendingError(pending)));

        return Run(pending, cancellationToken);
    }

    public void Dispose() => _extracted.Dispose();

    ResultHandle Run(PendingHandle pending, CancellationToken cancellationToken)
    {
        var result = new ResultHandle(_connection.Handle);
        int state;

        // DuckDB forgets interrupts that come before a query is pending; registering only now, a token
        // cancelled in the meantime interrupts at once, and none is lost.
        using (Interruption.Of(_connection, cancellationToken)) state = NativeMethods.ExecutePending(pending, result);
        if (state == 0) return result;

        using (result) throw Interruption.Explain(DuckDBError.From(result), cancellationToken);
    }

    PreparedHandle Prepare(ulong index)
    {
        var state = NativeMethods.PrepareExtractedStatement(_connection.Handle, _extracted, index, out var native);
        var prepared = new PreparedHandle(native, _connection.Handle);
        if (state == 0) return prepared;

        using (prepared) throw DuckDBError.From(NativeText.Borrowed(NativeMethods.PrepareError(prepared)));
    }

    void Bind(PreparedHandle prepared)
    {
        var count = NativeMethods.ParameterCount(prepared);
        for (var index = 1UL; index <= count; index++)
        {
            var name = NativeText.Owned(NativeMethods.ParameterName(prepared, index));
            using var value = ParameterValue.Create(Parameter(name).Value);
            if (NativeMethods.BindValue(prepared, index, value) != 0)
                throw DuckDBError.From(NativeText.Borrowed(NativeMethods.PrepareError(prepared)));
        }
    }

    // A question mark is called by its number.
    DuckDBParameter Parameter(string name)
    {
        var parameters = _command.Parameters;
        var known = parameters.IndexOf(name);
        if (known >= 0) return parameters[known];
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            throw new InvalidOperationException($"The statement uses ${name}, which no parameter of the command is called: add it.");
        if (place > parameters.Count)
            throw new InvalidOperationException($"The statement uses parameter {place}, and the command has {parameters.Count}: add it.");
        return parameters[place - 1];
    }
}
