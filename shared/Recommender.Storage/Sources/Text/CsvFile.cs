namespace Recommender.Storage.Sources.Text;

/// <summary>Text files of a shop: first found out, then read.</summary>
static class CsvFile
{
    /// <summary>Finds out how the file is written. Unless an encoding is named, that takes one pass over the whole file.</summary>
    public static CsvDialect Inspect(string path, CsvOptions options, CancellationToken cancellationToken) =>
        new CsvInspection(path, options).Run(cancellationToken);

    public static RecordReader Open(string path, CsvDialect dialect, CsvOptions options)
    {
        var file = SourceFile.Open(path, options);
        try
        {
            file.Content.ReadExactly(new byte[dialect.BomBytes]);
            var tokenizer = new CsvTokenizer(dialect.Encoding.ToUtf8(file.Content), SyntaxOf(path, dialect, options));
            if (dialect.HasSeparatorLine) tokenizer.Read();
            if (dialect.HasHeaderLine) tokenizer.Read();
            return new CsvRecordReader(file, tokenizer, ColumnNames.From(dialect.Header));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    static CsvSyntax SyntaxOf(string path, CsvDialect dialect, CsvOptions options) => new(path, dialect.Delimiter, dialect.Quote)
    {
        ChecksRecords = dialect.ChecksRecords,
        EncodingName = dialect.Encoding.Name,
        MaxRecordBytes = options.MaxRecordBytes,
        BufferBytes = options.BufferBytes,
    };
}
