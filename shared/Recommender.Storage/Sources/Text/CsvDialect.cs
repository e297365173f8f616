namespace Recommender.Storage.Sources.Text;

/// <summary>How a text file is written: everything that <see cref="CsvFile.Inspect"/> found out or was told.</summary>
sealed record CsvDialect
{
    public required TextEncoding Encoding { get; init; }

    public required char Delimiter { get; init; }

    public required char Quote { get; init; }

    public required bool IsGzip { get; init; }

    public required IReadOnlyList<string> Header { get; init; }

    /// <summary>Bytes of the byte order mark.</summary>
    public int BomBytes { get; init; }

    /// <summary>Excel's own first line, <c>sep=;</c>, stands before the header.</summary>
    public bool HasSeparatorLine { get; init; }

    /// <summary>False when the names came with the options and the first line is data.</summary>
    public bool HasHeaderLine { get; init; } = true;

    /// <summary>Some records may be undecodable, so each is checked; false when the whole file was seen to be clean.</summary>
    public bool ChecksRecords { get; init; }

    public override string ToString() =>
        $"{Encoding.Name}{(BomBytes > 0 ? " with byte order mark" : "")}, fields separated by {NameOf(Delimiter)}, quoted by {Quote}"
        + $"{(IsGzip ? ", gzip" : "")}, {Header.Count} column{(Header.Count == 1 ? "" : "s")}: {string.Join(", ", Header)}";

    static string NameOf(char delimiter) => delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "bar",
        _ => $"'{delimiter}'",
    };
}
