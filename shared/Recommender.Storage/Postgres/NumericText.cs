using System.Buffers.Binary;

namespace Recommender.Storage.Postgres;

/// <summary>
/// numeric, exactly: int16 digits n, weight w, sign, scale, then n digits of base 10000; value = Σ dᵢ · 10000^(w - i).
/// A decimal would lose what lies beyond 28 places.
/// </summary>
static class NumericText
{
    const int Negative = 0x4000, NotANumber = 0xC000, PositiveInfinity = 0xD000, NegativeInfinity = 0xF000;

    public static void Append(ReadOnlySpan<byte> value, RowText row)
    {
        int weight = Word(value, 1), sign = (ushort)Word(value, 2), scale = Word(value, 3);
        if (sign is NotANumber or PositiveInfinity or NegativeInfinity)
        {
            row.Append(sign == NotANumber ? "NaN"u8 : sign == PositiveInfinity ? "Infinity"u8 : "-Infinity"u8);
            return;
        }

        if (sign == Negative) row.Append((byte)'-');
        if (weight < 0) row.Append((byte)'0');
        for (var i = 0; i <= weight; i++) row.Append(Digit(value, i), i == 0 ? "" : "D4");
        if (scale > 0) AppendFraction(value, row, weight, scale);
    }

    static void AppendFraction(ReadOnlySpan<byte> value, RowText row, int weight, int scale)
    {
        row.Append((byte)'.');
        Span<byte> four = stackalloc byte[4];
        for (var i = weight + 1; scale > 0; i++, scale -= 4)
        {
            Digit(value, i).TryFormat(four, out _, "D4");
            row.Append(four[..Math.Min(4, scale)]);
        }
    }

    // Zeros at either end are not sent.
    static int Digit(ReadOnlySpan<byte> value, int index) =>
        index >= 0 && index < Word(value, 0) ? Word(value, 4 + index) : 0;

    static short Word(ReadOnlySpan<byte> value, int index) => BinaryPrimitives.ReadInt16BigEndian(value[(2 * index)..]);
}
