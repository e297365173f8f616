namespace Recommender.Storage.Sources.Text;

/// <summary>Tells UTF-16 without a mark by its NULs: they are the high halves of ASCII, so all of them stand at even, or all at odd places.</summary>
static class Utf16Pattern
{
    const double MinShare = 0.05;      // of the characters: delimiters, digits and line breaks alone reach it in any script
    const double MaxStrays = 0.01;

    public static TextEncoding? Of(ReadOnlySpan<byte> head)
    {
        if (head.Length < 2) return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }

        var least = MinShare * (head.Length / 2);
        if (odd > least && even <= MaxStrays * odd && IsText(head, low: 0)) return TextEncoding.Utf16LittleEndian;
        if (even > least && odd <= MaxStrays * even && IsText(head, low: 1)) return TextEncoding.Utf16BigEndian;
        return null;
    }

    /// <summary>Numbers of a binary file have NULs at one side too, but control characters at the other.</summary>
    static bool IsText(ReadOnlySpan<byte> head, int low)
    {
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i + 1 - low] == 0 && head[i + low] is < 0x20 and not ((byte)'\t' or (byte)'\r' or (byte)'\n')) return false;
        }
        return true;
    }
}
