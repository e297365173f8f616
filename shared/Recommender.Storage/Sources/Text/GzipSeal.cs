using System.IO.Compression;

namespace Recommender.Storage.Sources.Text;

/// <summary>
/// A gzip file followed by one small member more. <see cref="GZipStream"/> ends without a word where a file is cut off; but what it unpacks
/// ends with the seal only if every member before it was whole.
/// </summary>
sealed class GzipSeal(FileStream file) : ForwardStream
{
    static readonly byte[] Member = Packed();
    int _given;   // bytes of the member

    public static ReadOnlySpan<byte> Text => "\0end of the file\0"u8;

    public override int Read(Span<byte> buffer)
    {
        var rest = file.Length - file.Position;
        // The last bytes of the file and the seal come together: their border is then never at the border of two reads.
        if (rest > 1 && rest <= buffer.Length && rest + Member.Length > buffer.Length) return file.Read(buffer[..(int)(rest / 2)]);

        var count = file.Read(buffer);
        if (count < rest) return count;
        var sealBytes = Math.Min(buffer.Length - count, Member.Length - _given);
        Member.AsSpan(_given, sealBytes).CopyTo(buffer[count..]);
        _given += sealBytes;
        return count + sealBytes;
    }

    static byte[] Packed()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Text);
        return bytes.ToArray();
    }
}
