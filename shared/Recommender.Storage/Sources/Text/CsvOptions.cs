namespace Recommender.Storage.Sources.Text;

/// <summary>What the owner of a text file says about it; null is found out from the file itself.</summary>
public sealed record CsvOptions
{
    /// <summary><c>utf-8</c>, <c>utf-16</c>, <c>windows-1252</c>, <c>latin-1</c> or the name of another single-byte code page.</summary>
    public string? Encoding { get; init; }

    public char? Delimiter { get; init; }

    public char? Quote { get; init; }

    /// <summary>Names of the columns of a file whose first line is data already.</summary>
    public IReadOnlyList<string>? Header { get; init; }

    /// <summary>A longer record stops the import: a quote was left open, or the file is no table.</summary>
    public int MaxRecordBytes { get; init; } = 1 << 20;

    /// <summary>How many times its compressed size a gzip file may hold; judged after <see cref="FreeExpansionBytes"/> of output.</summary>
    public int MaxExpansion { get; init; } = 250;

    public long FreeExpansionBytes { get; init; } = 256L << 20;

    public int BufferBytes { get; init; } = 256 << 10;
}
