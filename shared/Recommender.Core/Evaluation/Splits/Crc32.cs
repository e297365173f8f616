namespace Recommender.Core.Evaluation.Splits;

/// <summary>The checksum of gzip and PNG (polynomial EDB88320, reflected), by which independent programs make the same cut.</summary>
static class Crc32
{
    static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(value => Remainder((uint)value))];

    /// <summary>The checksum of these bytes after what <paramref name="before"/> stands for.</summary>
    public static uint Append(uint before, ReadOnlySpan<byte> bytes)
    {
        var state = ~before;
        foreach (var value in bytes) state = (state >> 8) ^ Remainders[(byte)state ^ value];
        return ~state;
    }

    static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
        return value;
    }
}
