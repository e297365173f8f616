using System.Text;

namespace Recommender.Storage.Sources.Text;

/// <summary>Turns a single-byte code page into UTF-8 through a table of its 256 characters.</summary>
sealed class CodePageToUtf8(Stream source, string characters, int bufferBytes = 64 << 10)
    : TranscodingStream(source, bufferBytes, maxGrowth: 3)
{
    readonly byte[][] _utf8 = [.. characters.Select(character =>
        character == '\uFFFD' ? [(byte)0xFF] : Encoding.UTF8.GetBytes([character]))];

    protected override void Turn(ReadOnlySpan<byte> input, Span<byte> output, bool isLast, out int consumed, out int written)
    {
        consumed = input.Length;
        written = 0;
        while (!input.IsEmpty)
        {
            var ascii = input.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) ascii = input.Length;
            input[..ascii].CopyTo(output[written..]);
            written += ascii;
            input = input[ascii..];

            while (!input.IsEmpty && input[0] >= 0x80)
            {
                var bytes = _utf8[input[0]];
                bytes.CopyTo(output[written..]);
                written += bytes.Length;
                input = input[1..];
            }
        }
    }
}
