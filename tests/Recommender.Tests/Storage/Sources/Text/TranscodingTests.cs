using System.Text;
using Recommender.Storage.Sources.Text;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Text;

public sealed class TranscodingTests
{
    [Fact]
    public void Windows1252_agrees_with_the_code_page_of_the_platform_on_every_byte()
    {
        var everyByte = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();

        var expected = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(everyByte);

        Assert.Equal(expected, Windows1252.Characters);
        Assert.Equal(expected, Encoding.UTF8.GetString(Drain(new CodePageToUtf8(new MemoryStream(everyByte), Windows1252.Characters))));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(64)]
    public void Utf16_survives_buffers_that_cut_characters_apart(int bufferBytes)
    {
        var text = string.Concat(Enumerable.Repeat("aé€😀\n", 50));

        var little = Drain(new Utf16ToUtf8(new TrickleStream(Encoding.Unicode.GetBytes(text), 3), isBigEndian: false, bufferBytes));
        var big = Drain(new Utf16ToUtf8(new TrickleStream(Encoding.BigEndianUnicode.GetBytes(text), 1), isBigEndian: true, bufferBytes));

        Assert.Equal(text, Encoding.UTF8.GetString(little));
        Assert.Equal(text, Encoding.UTF8.GetString(big));
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x00, 0x62 }, new byte[] { 0x61, 0xFF })]
    [InlineData(new byte[] { 0x61, 0x00, 0x00, 0xD8 }, new byte[] { 0x61, 0xFF })]
    [InlineData(new byte[] { 0x00, 0xDC, 0x61, 0x00 }, new byte[] { 0xFF, 0x61 })]
    public void What_is_no_utf16_becomes_a_byte_that_is_no_utf8(byte[] utf16, byte[] expected) =>
        Assert.Equal(expected, Drain(new Utf16ToUtf8(new MemoryStream(utf16), isBigEndian: false)));

    [Fact]
    public void The_scan_counts_the_same_however_the_file_is_cut()
    {
        var random = new Random(7);
        byte[][] pieces = ["tea"u8.ToArray(), "é"u8.ToArray(), "€"u8.ToArray(), "😀"u8.ToArray(), [0xE9], [0xE2, 0x82], [0xF0, 0x9F], [0xFF], [0x80], [0]];
        byte[] text = [.. Enumerable.Range(0, 2000).SelectMany(_ => pieces[random.Next(pieces.Length)])];
        var (valid, invalid) = CountByRunes(text);

        for (var size = 1; size < 40; size++)
        {
            var scan = new EncodingScan();
            foreach (var chunk in text.Chunk(size)) scan.Add(chunk);
            scan.End();

            Assert.Equal((valid, invalid), (scan.ValidSequences, scan.InvalidSequences));
            Assert.Equal(text.Count(value => value == 0), scan.Nuls);
        }
    }

    static (long Valid, long Invalid) CountByRunes(ReadOnlySpan<byte> text)
    {
        var (valid, invalid) = (0L, 0L);
        while (!text.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(text, out var rune, out var length);
            if (status != System.Buffers.OperationStatus.Done) invalid++;
            else if (!rune.IsAscii) valid++;
            text = text[length..];
        }
        return (valid, invalid);
    }

    static byte[] Drain(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all, 7);
        return all.ToArray();
    }
}
