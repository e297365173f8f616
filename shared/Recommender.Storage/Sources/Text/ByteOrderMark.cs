using Recommender.Core;

namespace Recommender.Storage.Sources.Text;

/// <summary>The mark at a file's start that tells its encoding.</summary>
static class ByteOrderMark
{
    /// <summary>The encoding as named, or else as marked, or else null; and the length of the mark.</summary>
    public static (TextEncoding? Encoding, int Bytes) Of(string path, ReadOnlySpan<byte> head, string? named)
    {
        var (marked, bytes) = Marked(head);
        if (named is null) return (marked, bytes);

        var encoding = TextEncoding.Named(named);
        if (marked is null) return (IsOpenUtf16(named) ? Utf16Pattern.Of(head) ?? encoding : encoding, 0);
        if (marked == encoding || IsOpenUtf16(named)) return (marked, bytes);
        throw new UserErrorException($"'{path}' is marked as {marked}, not {encoding}: leave the encoding out, or name {marked}");
    }

    static (TextEncoding? Encoding, int Bytes) Marked(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (TextEncoding.Utf8, 3),
        [0xFF, 0xFE, ..] => (TextEncoding.Utf16LittleEndian, 2),
        [0xFE, 0xFF, ..] => (TextEncoding.Utf16BigEndian, 2),
        _ => (null, 0),
    };

    // "utf-16" says nothing of the byte order.
    static bool IsOpenUtf16(string named) => named.Trim().ToLowerInvariant() is "utf-16" or "utf16" or "unicode";
}
