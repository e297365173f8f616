using System.Globalization;
using Recommender.Core;

namespace Recommender.Training.Commands;

/// <summary>Amounts of memory as they are given: 500MB, 2GB.</summary>
static class ByteSize
{
    static readonly (string Unit, long Bytes)[] Units = [("KB", 1L << 10), ("MB", 1L << 20), ("GB", 1L << 30), ("TB", 1L << 40)];

    public static long Parse(string text)
    {
        foreach (var (unit, bytes) in Units)
        {
            if (!text.Trim().EndsWith(unit, StringComparison.OrdinalIgnoreCase)) continue;
            if (double.TryParse(text.Trim()[..^2], NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number > 0 && number * bytes < long.MaxValue) return (long)(number * bytes);
        }
        throw new UserErrorException($"'{text}' is no size. Give a number with KB, MB or GB, such as 500MB.");
    }
}
