namespace Recommender.Storage.Sources.Text;

/// <summary>What <see cref="CsvTokenizer"/> needs to know of a file.</summary>
sealed record CsvSyntax(string FileName, char Delimiter, char Quote)
{
    public bool ChecksRecords { get; init; }

    public string EncodingName { get; init; } = "utf-8";

    public int MaxRecordBytes { get; init; } = 1 << 20;

    public int BufferBytes { get; init; } = 256 << 10;
}
