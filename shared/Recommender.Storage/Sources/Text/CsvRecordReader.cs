using System.Text;

namespace Recommender.Storage.Sources.Text;

/// <summary>Records of a text file whose dialect is known.</summary>
sealed class CsvRecordReader(SourceFile file, CsvTokenizer tokenizer, IReadOnlyList<string> columns) : RecordReader
{
    const int RawCharacters = 200;

    public override IReadOnlyList<string> Columns => columns;

    public override long Line => tokenizer.Line;

    public override int FieldCount => tokenizer.FieldCount;

    public override RecordFault? Fault => tokenizer.Fault;

    public override string RawText
    {
        get
        {
            // A character takes at most four bytes in UTF-8; a last one cut in half is cut off with the rest.
            var raw = tokenizer.Raw;
            var start = Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, RawCharacters * 4)]);
            return start.Length <= RawCharacters ? start : start[..(RawCharacters - 1)] + "…";
        }
    }

    public override long BytesRead => file.BytesRead;

    public override long TotalBytes => file.TotalBytes;

    public override ReadOnlySpan<byte> Field(int index) => tokenizer.Field(index);

    public override bool Read() => tokenizer.Read();

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        tokenizer.Dispose();
        file.Dispose();
    }
}
