namespace Recommender.Storage.Sources;

/// <summary>One record after another from a file. Fields are UTF-8, unquoted, and valid until the next <see cref="Read"/>.</summary>
abstract class RecordReader : IDisposable
{
    /// <summary>Names of the columns: trimmed, blank ones named <c>column_N</c>, repeated ones numbered <c>_2</c>, <c>_3</c>.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Line on which the current record starts; the first line of the file is 1 and line breaks inside quotes count.</summary>
    public abstract long Line { get; }

    /// <summary>Fields of the current record. It may differ from the number of columns: such a record is the caller's to reject.</summary>
    public abstract int FieldCount { get; }

    /// <summary>Why the current record cannot be used, or null when it can.</summary>
    public abstract RecordFault? Fault { get; }

    /// <summary>The beginning of the current record as it stands in the file, for a reject.</summary>
    public abstract string RawText { get; }

    /// <summary>Bytes of the file (compressed, if it is) that have been read, for progress.</summary>
    public abstract long BytesRead { get; }

    public abstract long TotalBytes { get; }

    public abstract ReadOnlySpan<byte> Field(int index);

    /// <summary>Goes to the next record; false at the end of the file.</summary>
    public abstract bool Read();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
