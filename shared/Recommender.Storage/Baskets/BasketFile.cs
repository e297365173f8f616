using Recommender.Core;
using Recommender.Core.Baskets;
using Recommender.Storage.Sources;
using Recommender.Storage.Sources.Text;

namespace Recommender.Storage.Baskets;

/// <summary>
/// Reads baskets from a text file in UTF-8, compressed with gzip or not: a basket a line, its items parted by a separator, quoted as in CSV;
/// or a table with a heading and an item of an order a line. An item that stands in a basket twice counts once, and a line without
/// any item is no basket. Nothing is kept of a line but numbers.
/// </summary>
public static class BasketFile
{
    /// <summary>Bytes of the longest line: some million items.</summary>
    public const int LongestLine = 64 << 20;

    /// <summary>Reads the file whole; a line that cannot be understood is an error that names it.</summary>
    public static BasketSet Read(string path, BasketFileOptions options, CancellationToken cancellationToken)
    {
        options = options.Checked();
        var head = TextHead.Of(path);
        if (head.Text.AsSpan().Trim(" \t\r\n"u8).IsEmpty) throw NoBaskets(path);

        using var records = options.HasColumns ? Table(path, head, options, cancellationToken) : Lists(path, head, options);
        var (baskets, items) = options.HasColumns
            ? new OrderLines(path, records, cancellationToken).Read(options)
            : new BasketLists(path, records, cancellationToken).Read();
        return items.Count > 0 ? baskets.ToSet(items, cancellationToken) : throw NoBaskets(path);
    }

    /// <summary>An error of one line.</summary>
    internal static UserErrorException Wrong(string path, long line, string what) => new($"{path}: line {line} {what}");

    static RecordReader Lists(string path, TextHead head, BasketFileOptions options)
    {
        var dialect = new CsvDialect
        {
            Encoding = head.Encoding,
            Delimiter = options.Separator ?? BasketSeparator.Of(head.Text),
            Quote = '"',
            IsGzip = false,
            Header = [],
            BomBytes = head.MarkBytes,
            HasHeaderLine = false,
            ChecksRecords = true,
        };
        return CsvFile.Open(path, dialect, new() { MaxRecordBytes = LongestLine });
    }

    static RecordReader Table(string path, TextHead head, BasketFileOptions options, CancellationToken cancellationToken)
    {
        var csv = new CsvOptions { Delimiter = options.Separator, Encoding = head.Encoding.Name };
        return CsvFile.Open(path, CsvFile.Inspect(path, csv, cancellationToken), csv);
    }

    static UserErrorException NoBaskets(string path) =>
        new($"{path} has no baskets. It needs a basket a line, items parted by comma, tab, semicolon or space; or a heading with the columns that --order-column and --item-column name.");
}
