using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Recommender.Storage.Sources.Text;

/// <summary>Turns UTF-16 into UTF-8; half a surrogate pair, or half a character at the end, becomes a byte FF.</summary>
sealed class Utf16ToUtf8(Stream source, bool isBigEndian, int bufferBytes = 64 << 10)
    : TranscodingStream(source, bufferBytes, maxGrowth: 2)
{
    readonly ushort[] _units = new ushort[bufferBytes / 2];

    protected override void Turn(ReadOnlySpan<byte> input, Span<byte> output, bool isLast, out int consumed, out int written)
    {
        var units = _units.AsSpan(0, input.Length / 2);
        input[..(units.Length * 2)].CopyTo(MemoryMarshal.AsBytes(units));
        if (isBigEndian == BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(units, units);

        written = 0;
        var characters = MemoryMarshal.Cast<ushort, char>(units);
        while (!characters.IsEmpty)
        {
            var status = Utf8.FromUtf16(characters, output[written..], out var read, out var made, replaceInvalidSequences: false, isLast);
            characters = characters[read..];
            written += made;
            if (status == OperationStatus.NeedMoreData) break;
            if (status != OperationStatus.InvalidData) continue;
            output[written++] = 0xFF;
            characters = characters[1..];
        }

        consumed = (units.Length - characters.Length) * 2;
        if (!isLast || consumed == input.Length) return;
        output[written++] = 0xFF;
        consumed = input.Length;
    }
}
