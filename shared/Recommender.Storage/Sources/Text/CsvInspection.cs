using System.Text;
using Recommender.Core;

namespace Recommender.Storage.Sources.Text;

/// <summary>Finds out how one text file is written.</summary>
sealed class CsvInspection(string path, CsvOptions options)
{
    const int HeadBytes = 256 << 10;
    const int ScanBytes = 256 << 10;

    public CsvDialect Run(CancellationToken cancellationToken)
    {
        CheckOptions();
        using var file = SourceFile.Open(path, options);
        var head = new byte[HeadBytes];
        var count = file.Content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        head = head[..count];
        if (count == 0) throw Empty();

        var (encoding, bomBytes) = ByteOrderMark.Of(path, head, options.Encoding);
        FileSignature.RefuseOther(path, head.AsSpan(bomBytes));
        encoding ??= Utf16Pattern.Of(head);
        var isWide = encoding is { IsWide: true };
        if (!isWide) FileSignature.RefuseBinary(path, head);
        var scan = isWide || options.Encoding is not null ? null : Scan(head, file.Content, cancellationToken);
        encoding ??= scan is null or { IsUtf8: true } ? TextEncoding.Utf8 : TextEncoding.Windows1252;

        var text = Utf8Of(head.AsMemory(bomBytes), encoding);
        return Dialect(text, isWhole: count < HeadBytes) with
        {
            Encoding = encoding,
            BomBytes = bomBytes,
            IsGzip = file.IsGzip,
            ChecksRecords = scan is null || scan.Nuls > 0 || (encoding == TextEncoding.Utf8 && !scan.IsClean),
        };
    }

    CsvDialect Dialect(ReadOnlyMemory<byte> text, bool isWhole)
    {
        var separator = SeparatorLine.Of(text.Span);
        var quote = options.Quote ?? '"';
        var syntax = new CsvSyntax(path, options.Delimiter ?? separator?.Delimiter ?? ',', quote) { MaxRecordBytes = options.MaxRecordBytes };
        text = text[(separator?.Length ?? 0)..];
        if (options.Delimiter is null && separator is null)
            syntax = syntax with { Delimiter = DelimiterChoice.Of(text, isWhole, syntax, options.Header?.Count) };

        return new()
        {
            Encoding = TextEncoding.Utf8,
            Delimiter = syntax.Delimiter,
            Quote = quote,
            IsGzip = false,
            Header = options.Header ?? HeaderOf(text, syntax),
            HasHeaderLine = options.Header is null,
            HasSeparatorLine = separator is not null,
        };
    }

    List<string> HeaderOf(ReadOnlyMemory<byte> text, CsvSyntax syntax)
    {
        using var tokenizer = new CsvTokenizer(new MemoryStream(text.ToArray()), syntax);
        if (!tokenizer.Read()) throw Empty();
        if (tokenizer.Fault is { } fault) throw new UserErrorException($"'{path}': the header in line {tokenizer.Line} is unusable, {fault.Reason}: {fault.Cure}");

        var header = new List<string>();
        for (var i = 0; i < tokenizer.FieldCount; i++) header.Add(Encoding.UTF8.GetString(tokenizer.Field(i)));
        if (ColumnNames.AreUsable(header)) return header;
        throw new UserErrorException($"'{path}': line {tokenizer.Line} ({string.Join(syntax.Delimiter, header)}) names no columns: "
            + "add a line of names above the data, or give the names as the mapping's header");
    }

    static EncodingScan Scan(byte[] head, Stream rest, CancellationToken cancellationToken)
    {
        var scan = new EncodingScan();
        scan.Add(head);
        var buffer = new byte[ScanBytes];
        while (rest.ReadAtLeast(buffer, ScanBytes, throwOnEndOfStream: false) is > 0 and var count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            scan.Add(buffer.AsSpan(0, count));
        }
        scan.End();
        return scan;
    }

    static byte[] Utf8Of(ReadOnlyMemory<byte> head, TextEncoding encoding)
    {
        using var text = new MemoryStream();
        using var source = encoding.ToUtf8(new MemoryStream(head.ToArray()));
        source.CopyTo(text);
        return text.ToArray();
    }

    void CheckOptions()
    {
        CheckMark(options.Delimiter, "delimiter");
        CheckMark(options.Quote, "quote");
        if (options.Delimiter is { } mark && mark == (options.Quote ?? '"'))
            throw new UserErrorException($"delimiter {mark} is the quote too: name two different characters");
        if (options.Header is { Count: 0 }) throw new UserErrorException("header names no columns: name them all, or leave header out");
    }

    static void CheckMark(char? mark, string role)
    {
        if (mark is { } value && (value is '\r' or '\n' or '\0' || !char.IsAscii(value)))
            throw new UserErrorException($"{role} '{value}' (U+{(int)value:X4}) cannot be used: name one ASCII character other than a line break");
    }

    UserErrorException Empty() => new($"'{path}' is empty: a table starts with a line of column names");
}
